package org.yizhan.hub.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemandModelTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  @Test
  void says_nothing_from_fewer_than_fourteen_known_days() {
    assertThat(DemandModel.fit(DemandSeries.ofDays(MONDAY, new int[13])))
        .isEqualTo(new DemandModel.TooLittleKnown(13));
    assertThat(DemandModel.fit(DemandSeries.ofDays(MONDAY, new int[14])))
        .isInstanceOf(DemandModel.Fitted.class);
  }

  @Test
  void the_level_of_steady_demand_is_its_mean() {
    int[] days = GeneratedDemand.STEADY.days(3, 365);

    DemandModel.Fitted model = fit(days);

    double mean = Arrays.stream(days).average().orElseThrow();
    assertThat(model.level()).isCloseTo(mean, within(0.15 * mean));
    assertThat(model.varianceToMean()).isBetween(1.0, 1.3);
  }

  @Test
  void lumpy_demand_is_told_from_steady_demand() {
    assertThat(fit(GeneratedDemand.LUMPY.days(3, 365)).varianceToMean()).isGreaterThan(5);
  }

  @Test
  void an_item_nobody_asks_for_any_more_fades_out() {
    int[] days = new int[365];
    System.arraycopy(GeneratedDemand.STEADY.days(3, 305), 0, days, 0, 305);

    double alive = fit(Arrays.copyOf(days, 305)).level();
    double afterTwoMonths = fit(days).level();

    assertThat(afterTwoMonths).isLessThan(0.05 * alive).isPositive();
  }

  @Test
  void keeps_weekdays_where_they_lower_the_error() {
    DemandModel.Fitted model = fit(GeneratedDemand.WEEKLY.days(5, 200));

    assertThat(model.pattern().knowsWeekdays()).isTrue();
    assertThat(model.pattern().weekdays().get(0)).isCloseTo(1.3, within(0.15));
    assertThat(model.pattern().weekdays().get(6)).isLessThan(0.25);
    assertThat(model.demand(MONDAY.plusDays(202), 1).mean())
        .as("a Sunday")
        .isLessThan(0.3 * model.demand(MONDAY.plusDays(203), 1).mean());
  }

  @Test
  void mostly_refuses_weekdays_where_there_are_none() {
    long kept =
        IntStream.range(0, 40)
            .filter(seed -> fit(GeneratedDemand.STEADY.days(seed, 365)).pattern().knowsWeekdays())
            .count();

    assertThat(kept).isLessThan(10);
  }

  @Test
  void keeps_months_where_they_lower_the_error() {
    DemandModel.Fitted model = fit(GeneratedDemand.SEASONAL.days(5, 900));

    assertThat(model.pattern().knowsMonths()).isTrue();
    assertThat(model.pattern().months().get(6)).isGreaterThan(2 * model.pattern().months().get(0));
  }

  @Test
  void two_counts_a_week_give_nearly_the_level_of_every_day() {
    int[] days = GeneratedDemand.STEADY.days(7, 365);

    DemandModel counted = DemandModel.fit(BackTest.countedTwiceAWeek(MONDAY, days));

    assertThat(((DemandModel.Fitted) counted).level())
        .isCloseTo(fit(days).level(), within(0.1 * fit(days).level()));
  }

  @Test
  void days_nobody_knows_about_do_not_lower_the_level() {
    int[] days = GeneratedDemand.STEADY.days(7, 365);
    double known = 0;
    for (int day = 0; day < days.length; day++) {
      if (day % 5 < 2) {
        days[day] = DemandSeries.UNKNOWN;
      } else {
        known += days[day] / (0.6 * days.length);
      }
    }

    assertThat(fit(days).level()).isCloseTo(known, within(0.1 * known));
  }

  @Test
  void a_shelf_found_empty_is_not_taken_for_little_demand() {
    List<Observed> asTaken = new ArrayList<>();
    List<Observed> asAtLeast = new ArrayList<>();
    for (int week = 0; week < 30; week++) {
      LocalDate first = MONDAY.plusWeeks(week);
      LocalDate last = first.plusDays(6);
      boolean scarce = week >= 20;
      asTaken.add(new Observed.Span(first, last, scarce ? 2 : 5));
      asAtLeast.add(
          scarce ? new Observed.AtLeast(first, last, 2) : new Observed.Span(first, last, 5));
    }

    assertThat(fit(asTaken).level()).isLessThan(0.65 * 5 / 7);
    assertThat(fit(asAtLeast).level()).isCloseTo(5.0 / 7, within(0.05));
  }

  @Test
  void a_shelf_found_empty_raises_a_forecast_that_was_too_low() {
    List<Observed> observed = new ArrayList<>();
    for (int week = 0; week < 30; week++) {
      LocalDate first = MONDAY.plusWeeks(week);
      LocalDate last = first.plusDays(6);
      observed.add(
          week < 20 ? new Observed.Span(first, last, 5) : new Observed.AtLeast(first, last, 20));
    }

    assertThat(fit(observed).level()).isGreaterThan(1.5 * 5 / 7);
  }

  @Test
  void shelves_always_found_empty_give_no_forecast() {
    List<Observed> observed = List.of(new Observed.AtLeast(MONDAY, MONDAY.plusDays(99), 30));

    assertThat(DemandModel.fit(DemandSeries.of(observed)))
        .isEqualTo(new DemandModel.TooLittleKnown(0));
  }

  @ParameterizedTest
  @EnumSource(GeneratedDemand.class)
  void the_same_series_gives_the_same_model(GeneratedDemand kind) {
    assertThat(fit(kind.days(11, 600))).isEqualTo(fit(kind.days(11, 600)));
  }

  private static DemandModel.Fitted fit(List<Observed> observed) {
    return (DemandModel.Fitted) DemandModel.fit(DemandSeries.of(observed));
  }

  private static DemandModel.Fitted fit(int... days) {
    return (DemandModel.Fitted) DemandModel.fit(DemandSeries.ofDays(MONDAY, days));
  }
}
