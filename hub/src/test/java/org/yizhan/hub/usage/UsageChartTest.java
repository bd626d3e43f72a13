package org.yizhan.hub.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageChartTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private static HourlyVisits at(String instant, int proved, int sensed) {
    return new HourlyVisits(Instant.parse(instant), proved, 0, sensed);
  }

  @Test
  void adds_hours_up_by_the_stations_own_days() {
    List<HourlyVisits> hours =
        List.of(
            at("2026-11-22T15:00:00Z", 9, 0), // 23 o'clock on Sunday: before the span
            at("2026-11-22T16:00:00Z", 2, 1), // midnight on Monday
            at("2026-11-23T04:00:00Z", 5, 0),
            at("2026-11-24T16:00:00Z", 7, 0)); // midnight on Wednesday: after it

    UsageChart chart = UsageChart.of(hours, SHANGHAI, MONDAY, MONDAY.plusDays(2));

    assertThat(chart.days())
        .containsExactly(
            new UsageChart.Day(MONDAY, 7, 0, 1), new UsageChart.Day(MONDAY.plusDays(1), 0, 0, 0));
    assertThat(chart.visits()).isEqualTo(8);
    assertThat(chart.passAndDoor()).isEqualTo(7);
    assertThat(chart.byHour().get(0)).isEqualTo(3);
    assertThat(chart.peak()).contains(new UsageChart.Peak(DayOfWeek.MONDAY, 12, 5));
  }

  @Test
  void has_no_peak_without_visits_and_refuses_a_span_without_days() {
    assertThat(UsageChart.of(List.of(), SHANGHAI, MONDAY, MONDAY.plusDays(7)).peak()).isEmpty();
    assertThatThrownBy(() -> UsageChart.of(List.of(), SHANGHAI, MONDAY, MONDAY))
        .hasMessageContaining("1 to 400 days");
  }

  @Test
  void compares_today_with_the_same_weekday_by_this_hour() {
    Instant now = Instant.parse("2026-11-23T04:30:00Z"); // Monday, 12:30
    List<HourlyVisits> hours =
        List.of(
            at("2026-11-02T02:00:00Z", 10, 0),
            at("2026-11-09T02:00:00Z", 4, 0),
            at("2026-11-09T12:00:00Z", 99, 0), // later that day: not yet comparable
            at("2026-11-16T02:00:00Z", 6, 0),
            at("2026-11-22T02:00:00Z", 50, 0), // a Sunday
            at("2026-11-23T03:00:00Z", 5, 2));

    assertThat(UsageChart.todaySoFar(hours, SHANGHAI, now)).isEqualTo(7);
    assertThat(UsageChart.usuallyByNow(hours, SHANGHAI, now)).hasValue(6);
  }

  @Test
  void compares_nothing_while_there_is_less_than_two_weeks_to_compare_with() {
    Instant now = Instant.parse("2026-11-23T04:30:00Z");

    assertThat(UsageChart.usuallyByNow(List.of(), SHANGHAI, now)).isEmpty();
    assertThat(UsageChart.usuallyByNow(List.of(at("2026-11-16T02:00:00Z", 6, 0)), SHANGHAI, now))
        .isEmpty();
  }
}
