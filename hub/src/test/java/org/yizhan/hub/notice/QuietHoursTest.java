package org.yizhan.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 2026-07-01T13:59:59Z, false", // 21:59:59 there
    "22:00-07:00, 2026-07-01T14:00:00Z, true", // 22:00
    "22:00-07:00, 2026-07-01T16:00:00Z, true", // midnight
    "22:00-07:00, 2026-07-01T22:59:59Z, true", // 06:59:59
    "22:00-07:00, 2026-07-01T23:00:00Z, false", // 07:00
    "12:00-14:00, 2026-07-01T04:00:00Z, true", // noon
    "12:00-14:00, 2026-07-01T06:00:00Z, false", // 14:00
    "12:00-14:00, 2026-07-01T16:00:00Z, false",
  })
  void last_from_the_first_minute_to_before_the_last_by_local_time(
      String hours, Instant moment, boolean quiet) {
    assertThat(QuietHours.parse(hours, SHANGHAI).contains(moment)).isEqualTo(quiet);
  }

  @Test
  void follow_summer_time_where_there_is_one() {
    QuietHours berlin = QuietHours.parse("22:00-07:00", ZoneId.of("Europe/Berlin"));

    assertThat(berlin.contains(Instant.parse("2026-01-10T20:30:00Z"))).isFalse();
    assertThat(berlin.contains(Instant.parse("2026-07-10T20:30:00Z"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "22-7", "22:00-25:00", "22:00 - 07:00", "22:00-22:00", "aa:bb-cc:dd"})
  void that_are_none_are_refused(String text) {
    assertThatThrownBy(() -> QuietHours.parse(text, SHANGHAI))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quiet hours");
  }

  @Test
  void are_written_as_they_are_read() {
    assertThat(QuietHours.parse("22:00-07:30", SHANGHAI).text()).isEqualTo("22:00-07:30");
  }
}
