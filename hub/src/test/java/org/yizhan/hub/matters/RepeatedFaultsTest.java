package org.yizhan.hub.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.matters.RepeatedFaults.Broke;
import org.yizhan.hub.matters.RepeatedFaults.Repeated;
import org.yizhan.station.ItemCode;

class RepeatedFaultsTest {
  private static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");
  private static final ItemCode LOCK = new ItemCode("front-lock");

  private static Broke ago(int days, boolean byDevice) {
    return new Broke(LOCK, NOW.minus(Duration.ofDays(days)), byDevice);
  }

  @Test
  void three_times_in_a_quarter_of_a_year_are_repeated_whoever_raised_them() {
    assertThat(RepeatedFaults.of(List.of(ago(80, false), ago(40, true), ago(1, false)), NOW))
        .containsExactly(new Repeated(LOCK, 3, 2, 1));
  }

  @Test
  void reports_of_one_day_are_one_time() {
    assertThat(
            RepeatedFaults.of(
                List.of(ago(5, false), ago(5, false), ago(5, true), ago(1, false)), NOW))
        .isEmpty();
  }

  @Test
  void what_is_older_does_not_count() {
    assertThat(RepeatedFaults.of(List.of(ago(91, false), ago(40, true), ago(1, false)), NOW))
        .isEmpty();
  }
}
