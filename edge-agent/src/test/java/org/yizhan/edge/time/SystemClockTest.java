package org.yizhan.edge.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.wire.Moment;

class SystemClockTest {
  private static final long IN_2090 = 3_786_912_000_000L;

  @TempDir Path data;

  @Test
  void begins_at_zero_and_never_goes_back() {
    SystemClock clock = new SystemClock(data, ClockTrust.SIMULATION);

    Moment first = clock.now();
    Moment second = clock.now();

    assertThat(first.sinceStartMs()).isLessThan(10_000);
    assertThat(second.msSince(first)).isNotNegative();
    assertThat(first.clockTrusted()).isTrue();
  }

  @Test
  void takes_the_last_trusted_time_for_the_lower_bound_until_somebody_sets_the_clock()
      throws IOException {
    Files.writeString(data.resolve(SystemClock.LAST_TRUSTED_FILE), IN_2090 + "\n");
    SystemClock clock = new SystemClock(data, ClockTrust.NOBODY);

    Moment now = clock.now();

    if (!now.clockTrusted()) {
      assertThat(now.wallMs()).isGreaterThanOrEqualTo(IN_2090);
    } else {
      assertThat(now.wallMs()).isLessThan(IN_2090);
    }
  }

  @Test
  void is_trusted_when_the_operator_vouches_for_it_and_says_so() throws IOException {
    SystemClock clock = new SystemClock(data, ClockTrust.OPERATOR);

    clock.observe();

    assertThat(clock.now().clockTrusted()).isTrue();
    if (clock.trust() == ClockTrust.OPERATOR) { // a real time server is the better witness
      assertThat(clock.sentence()).contains("its operator vouches for it");
    }
    assertThat(data.resolve(SystemClock.LAST_TRUSTED_FILE)).exists();
  }

  @Test
  void does_not_believe_even_its_operator_that_time_went_back() throws IOException {
    Files.writeString(data.resolve(SystemClock.LAST_TRUSTED_FILE), IN_2090 + "\n");
    SystemClock clock = new SystemClock(data, ClockTrust.OPERATOR);

    clock.observe();

    if (clock.trust() != ClockTrust.TIME_SERVER) {
      assertThat(clock.now().clockTrusted()).isFalse();
      assertThat(clock.now().wallMs()).isGreaterThanOrEqualTo(IN_2090);
      assertThat(clock.sentence()).contains("although --trust-clock was given");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "-5", "99999999999999999999", "9223372036854775807"})
  void survives_a_damaged_file(String content) throws IOException {
    Files.writeString(data.resolve(SystemClock.LAST_TRUSTED_FILE), content);

    Moment now = new SystemClock(data, ClockTrust.NOBODY).now();

    assertThat(now.wallMs()).isBetween(0L, Moment.WALL_MS_MAX);
  }

  @Test
  void asks_the_kernel_without_harm() {
    SystemClock clock = new SystemClock(data, ClockTrust.NOBODY);

    clock.observe();

    assertThat(clock.now().wallMs()).isPositive();
  }
}
