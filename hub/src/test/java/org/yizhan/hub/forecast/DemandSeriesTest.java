package org.yizhan.hub.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandSeriesTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  @Test
  void puts_observations_in_order_and_leaves_the_rest_unknown() {
    DemandSeries series =
        DemandSeries.of(
            List.of(
                new Observed.Span(MONDAY.plusDays(7), MONDAY.plusDays(10), 9),
                new Observed.Day(MONDAY, 2)));

    assertThat(series.daysKnown()).isEqualTo(5);
    assertThat(series.unitsKnown()).isEqualTo(11);
    assertThat(series.units(0)).isEqualTo(2);
    assertThat(series.endEpochDay()).isEqualTo(MONDAY.plusDays(11).toEpochDay());
  }

  @Test
  void an_unknown_day_is_not_a_day_without_demand() {
    DemandSeries series = DemandSeries.ofDays(MONDAY, 3, DemandSeries.UNKNOWN, 0);

    assertThat(series.daysKnown()).isEqualTo(2);
    assertThat(series.epochDay(1)).isEqualTo(MONDAY.plusDays(2).toEpochDay());
  }

  @Test
  void nothing_observed_is_a_series_too() {
    assertThat(DemandSeries.of(List.of()).daysKnown()).isZero();
    assertThat(DemandSeries.ofDays(MONDAY).unitsKnown()).isZero();
  }

  @Test
  void refuses_a_day_told_twice() {
    List<Observed> twice =
        List.of(
            new Observed.Span(MONDAY, MONDAY.plusDays(3), 9),
            new Observed.Day(MONDAY.plusDays(3), 1));

    assertThatThrownBy(() -> DemandSeries.of(twice))
        .hasMessageContaining("2026-01-08 is given twice");
  }

  @Test
  void refuses_more_days_than_it_keeps() {
    List<Observed> apart =
        List.of(new Observed.Day(MONDAY, 1), new Observed.Day(MONDAY.plusDays(1_000), 1));

    assertThatThrownBy(() -> DemandSeries.of(apart)).hasMessageContaining("last 1000 days");
    assertThatThrownBy(() -> DemandSeries.ofDays(MONDAY, new int[1_001]))
        .hasMessageContaining("last 1000");
  }

  @Test
  void refuses_numbers_no_shelf_can_lose() {
    assertThatThrownBy(() -> new Observed.Day(MONDAY, -1)).hasMessageContaining("-1 units");
    assertThatThrownBy(() -> new Observed.Day(MONDAY, 10_001)).hasMessageContaining("10001 units");
    assertThatThrownBy(() -> new Observed.Span(MONDAY, MONDAY.plusDays(1), 20_001))
        .hasMessageContaining("20001 units in 2 days");
    assertThatThrownBy(() -> new Observed.Span(MONDAY, MONDAY.minusDays(1), 0))
        .hasMessageContaining("before the first");
    assertThatThrownBy(() -> DemandSeries.ofDays(MONDAY, 3, -2)).hasMessageContaining("-2 units");
  }
}
