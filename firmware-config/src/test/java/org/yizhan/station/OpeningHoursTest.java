package org.yizhan.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.station.OpeningHours.Span;
import org.yizhan.station.OpeningHours.Weekly;

class OpeningHoursTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Has summer time: 2027-03-28 02:00 → 03:00, 2027-10-31 03:00 → 02:00. */
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static boolean openAt(OpeningHours hours, String local) {
    return hours.isOpenAt(LocalDateTime.parse(local).atZone(SHANGHAI));
  }

  private static OpeningHours read(String hours) {
    String yaml =
        ProfileTexts.FULL.replaceAll("(?m)^hours:\\n(?:  .*\\n)*", "hours: " + hours + "\n");
    assertThat(ProfileReader.read(yaml)).isInstanceOf(ProfileReading.Read.class);
    return ((ProfileReading.Read) ProfileReader.read(yaml)).profile().hours();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-04T06:29:59.999, false", // a Monday
    "2027-01-04T06:30, true",
    "2027-01-04T21:59:59, true",
    "2027-01-04T22:00, false",
    "2027-01-09T11:59, true", // Saturday, first span
    "2027-01-09T12:00, false",
    "2027-01-09T13:59, false",
    "2027-01-09T14:00, true",
    "2027-01-10T01:59, true", // Sunday: Saturday's second span runs on
    "2027-01-10T02:00, false",
    "2027-01-10T12:00, false",
    "2027-01-11T01:00, false", // nothing runs on into Monday
  })
  void a_week_opens_and_closes_to_the_minute(String at, boolean open) {
    OpeningHours hours =
        read("{mon-fri: '06:30-22:00', sat: '08:00-12:00, 14:00-02:00', sun: closed}");

    assertThat(openAt(hours, at)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-05T23:00, true", // Friday, the day before
    "2027-02-06T00:30, true", // its evening runs into the holiday
    "2027-02-06T01:00, false",
    "2027-02-06T20:00, false", // closed
    "2027-02-07T00:30, false", // nothing ran on from a closed day
    "2027-02-07T10:00, true", // its own short hours
    "2027-02-07T12:00, false",
    "2027-02-08T00:30, false", // the holiday's hours went before the week's
    "2027-02-08T18:00, true", // an ordinary Monday again
  })
  void a_holiday_goes_before_the_week(String at, boolean open) {
    OpeningHours hours =
        read("{daily: '18:00-01:00', holidays: {2027-02-06: closed, 2027-02-07: '09:00-12:00'}}");

    assertThat(openAt(hours, at)).isEqualTo(open);
  }

  @Test
  void a_whole_day_is_open_until_midnight_and_no_longer() {
    OpeningHours hours = read("{mon: '00:00-24:00'}");

    assertThat(openAt(hours, "2027-01-03T23:59:59")).isFalse();
    assertThat(openAt(hours, "2027-01-04T00:00")).isTrue();
    assertThat(openAt(hours, "2027-01-04T23:59:59.999999999")).isTrue();
    assertThat(openAt(hours, "2027-01-05T00:00")).isFalse();
  }

  @Test
  void an_evening_until_24_ends_at_midnight() {
    OpeningHours hours = read("{mon: '18:00-24:00'}");

    assertThat(openAt(hours, "2027-01-04T23:59")).isTrue();
    assertThat(openAt(hours, "2027-01-05T00:00")).isFalse();
  }

  @Test
  void whole_days_join_without_a_gap() {
    OpeningHours hours = read("{daily: '00:00-24:00'}");

    for (LocalDateTime at = LocalDateTime.of(2027, 1, 1, 0, 0);
        at.isBefore(LocalDateTime.of(2027, 1, 9, 0, 0));
        at = at.plusMinutes(1)) {
      assertThat(hours.isOpenAt(at.atZone(SHANGHAI))).as("at %s", at).isTrue();
    }
  }

  @Test
  void sunday_s_night_runs_into_monday() {
    OpeningHours hours = read("{sun: '22:00-02:00'}");

    assertThat(openAt(hours, "2027-01-04T01:59")).isTrue();
    assertThat(openAt(hours, "2027-01-05T01:59")).isFalse();
  }

  @Test
  void a_range_of_days_may_run_over_the_week_s_end() {
    OpeningHours hours = read("{sat-mon: '08:00-09:00'}");

    assertThat(openAt(hours, "2027-01-09T08:30")).isTrue();
    assertThat(openAt(hours, "2027-01-10T08:30")).isTrue();
    assertThat(openAt(hours, "2027-01-11T08:30")).isTrue();
    assertThat(openAt(hours, "2027-01-12T08:30")).isFalse();
  }

  @Test
  void the_hour_that_summer_time_skips_and_repeats_is_judged_by_the_wall_clock() {
    OpeningHours hours =
        new Weekly(
            Map.of(DayOfWeek.SUNDAY, List.of(new Span(LocalTime.of(2, 0), LocalTime.of(3, 0)))),
            Map.<LocalDate, List<Span>>of());
    ZonedDateTime beforeTheGap = ZonedDateTime.of(2027, 3, 28, 1, 59, 59, 0, BERLIN);
    ZonedDateTime firstTwo = ZonedDateTime.of(2027, 10, 31, 2, 30, 0, 0, BERLIN);

    assertThat(hours.isOpenAt(beforeTheGap)).isFalse();
    assertThat(hours.isOpenAt(beforeTheGap.plusSeconds(1))).as("03:00 follows 01:59:59").isFalse();
    assertThat(hours.isOpenAt(firstTwo)).isTrue();
    assertThat(hours.isOpenAt(firstTwo.plusHours(1))).as("02:30 comes twice").isTrue();
    assertThat(hours.isOpenAt(firstTwo.plusMinutes(90))).isFalse();
  }

  @Test
  void a_night_over_the_change_of_summer_time_stays_open_throughout() {
    OpeningHours hours = read("{sat: '22:00-06:00'}");

    for (String evening : List.of("2027-03-27T22:00", "2027-10-30T22:00")) {
      ZonedDateTime end = LocalDateTime.parse(evening).plusHours(8).atZone(BERLIN);
      ZonedDateTime at = LocalDateTime.parse(evening).atZone(BERLIN);
      for (; at.isBefore(end); at = at.plusMinutes(10)) {
        assertThat(hours.isOpenAt(at)).as("at %s", at).isTrue();
      }
      assertThat(hours.isOpenAt(end)).isFalse();
    }
  }

  @Test
  void around_the_clock_is_always_open() {
    assertThat(openAt(read("24h"), "2027-02-28T03:00")).isTrue();
  }
}
