package org.yizhan.hub.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.yizhan.bench.DemandFile;

/** Held against what came, on series of known kinds; the figures stand in BENCHMARKS.md. */
class BackTestTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  @ParameterizedTest
  @EnumSource(
      value = GeneratedDemand.class,
      mode = Mode.EXCLUDE,
      names = {"SEASONAL", "DYING"})
  void p10_to_p90_holds_most_and_not_everything_of_what_stays_as_it_was(GeneratedDemand kind) {
    BackTest test = backTest(kind, 400, BackTest::everyDay);

    assertThat(test.coverage()).isBetween(0.72, 0.97);
    assertThat(test.daysCoverage()).isBetween(0.72, 0.97);
    assertThat(test.daysError()).isLessThan(test.naiveDaysError());
    assertThat(test.loss()).isLessThan(1.15 * test.naiveLoss());
  }

  @ParameterizedTest
  @EnumSource(
      value = GeneratedDemand.class,
      names = {"SEASONAL", "DYING"})
  void what_changes_is_forecast_twice_as_well_as_by_what_was(GeneratedDemand kind) {
    BackTest test = backTest(kind, 400, BackTest::everyDay);

    assertThat(test.loss()).isLessThan(0.6 * test.naiveLoss());
    assertThat(test.coverage()).isGreaterThan(test.naiveCoverage());
  }

  @Test
  void counting_twice_a_week_costs_little() {
    BackTest every = backTest(GeneratedDemand.INTERMITTENT, 400, BackTest::everyDay);
    BackTest counted = backTest(GeneratedDemand.INTERMITTENT, 400, BackTest::countedTwiceAWeek);

    assertThat(counted.loss()).isLessThan(1.1 * every.loss());
    assertThat(counted.coverage()).isBetween(0.72, 0.97);
  }

  @Test
  void real_demand_is_forecast_better_than_by_what_was() {
    DemandFile trains = DemandFile.trains();
    BackTest test = new BackTest();

    trains.items().forEach(days -> test.add(trains.firstDay(), days, BackTest::everyDay));

    assertThat(test.loss()).isLessThan(0.85 * test.naiveLoss());
    assertThat(test.coverage()).isBetween(0.72, 0.97);
    assertThat(test.daysCoverage()).isBetween(0.72, 0.97);
  }

  private static BackTest backTest(GeneratedDemand kind, int days, BackTest.Knowledge knowledge) {
    BackTest test = new BackTest();
    for (int seed = 0; seed < 20; seed++) {
      test.add(MONDAY, kind.days(seed, days), knowledge);
    }
    return test;
  }
}
