package org.yizhan.hub.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.station.OpeningHours;
import org.yizhan.station.OpeningHours.Span;

class WindowTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

  @ParameterizedTest
  @CsvSource({"-1, 10", "10, 10", "10, 9", "0, 2881"})
  void no_span_of_two_days_is_refused(int from, int to) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Window(from, to));
  }

  @Test
  void a_station_open_around_the_clock_can_be_restocked_in_the_night_after_too() {
    assertThat(Window.whenOpen(new OpeningHours.AroundTheClock(), FRIDAY))
        .containsExactly(new Window(0, 2880));
  }

  @Test
  void opening_hours_become_the_days_windows_with_what_reaches_past_midnight() {
    OpeningHours hours =
        new OpeningHours.Weekly(
            Map.of(
                DayOfWeek.THURSDAY, List.of(span("22:00", "01:30")),
                DayOfWeek.FRIDAY, List.of(span("08:00", "12:00"), span("20:00", "02:00"))),
            Map.of());

    assertThat(Window.whenOpen(hours, FRIDAY))
        .containsExactly(new Window(0, 90), new Window(480, 720), new Window(1200, 1560));
  }

  @Test
  void on_a_holiday_a_closed_station_has_no_window() {
    OpeningHours hours =
        new OpeningHours.Weekly(
            Map.of(DayOfWeek.FRIDAY, List.of(span("08:00", "12:00"))), Map.of(FRIDAY, List.of()));

    assertThat(Window.whenOpen(hours, FRIDAY)).isEmpty();
  }

  private static Span span(String from, String to) {
    return new Span(LocalTime.parse(from), LocalTime.parse(to));
  }
}
