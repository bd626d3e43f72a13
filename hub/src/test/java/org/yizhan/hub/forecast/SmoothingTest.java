package org.yizhan.hub.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothingTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  /** As good as never forgotten: the first level counts like a trillion days. */
  private static final double FIRMLY = 1e12;

  /**
   * Hyndman and Athanasopoulos, Forecasting: Principles and Practice (2nd ed.), table 7.1: oil
   * production of Saudi Arabia 1996 to 2013, R's {@code forecast::ses}, α = 0.8339, ℓ0 = 446.5868.
   * Units here are tenths of a million tonnes, so the published hundredths are met within 0.6.
   */
  @Test
  void smooths_like_the_published_table_of_simple_exponential_smoothing() {
    int[] oil = {
      4454, 4532, 4544, 4224, 4560, 4404, 4252, 4862, 5004, 5213, 5089, 4889, 5099, 4567, 4738,
      5260, 5498, 5423
    };
    double[] published = {
      446.59, 445.57, 451.93, 454.00, 427.63, 451.32, 442.20, 428.02, 476.54, 496.46, 517.15,
      510.31, 492.45, 506.98, 465.07, 472.36, 517.05, 544.39, 542.68
    };

    double[] levels = new double[oil.length + 1];
    new Smoothing.Ses(0.8339).run(track(oil), levels, 4465.868, FIRMLY);

    assertThat(levels)
        .containsExactly(Arrays.stream(published).map(each -> 10 * each).toArray(), within(0.6));
  }

  /**
   * The PyPI package intermittent-forecast (MIT), tests/test_croston.py, {@code test_tsb_forecast}:
   * α = 0.3 for the size, β = 0.1 for the chance, begun with the first demand and one by its
   * distance.
   */
  @Test
  void smooths_like_another_program_of_teunter_syntetos_and_babai() {
    int[] demand = {0, 0, 3, 0, 4, 0, 0, 0, 2, 0};
    double[] published = {
      0.9, 0.81, 1.029, 0.9261, 1.2468390, 1.1221551, 1.0099396, 0.9089456, 1.0123723, 0.9111351
    };

    double[] levels = new double[demand.length + 1];
    new Smoothing.Tsb(0.1, 0.3).run(track(demand), levels, 1 / 3.0, FIRMLY, 3, FIRMLY);

    assertThat(Arrays.copyOfRange(levels, 1, levels.length))
        .containsExactly(published, within(1e-6));
  }

  @Test
  void begins_as_a_running_mean() {
    double[] levels = new double[5];

    new Smoothing.Ses(0.05).run(track(4, 0, 2, 6), levels);

    assertThat(levels).containsExactly(new double[] {0, 4, 2, 2, 3}, within(1e-12));
  }

  @Test
  void a_span_without_demand_is_so_many_days_without_demand() {
    Smoothing tsb = new Smoothing.Tsb(0.05, 0.1);
    double[] byDays = new double[36];
    double[] bySpan = new double[32];
    List<Observed> observed = days(30);
    List<Observed> single = days(30);
    observed.add(new Observed.Span(MONDAY.plusDays(30), MONDAY.plusDays(34), 0));
    for (int day = 30; day < 35; day++) {
      single.add(new Observed.Day(MONDAY.plusDays(day), 0));
    }

    tsb.run(new Track(DemandSeries.of(single), DayPattern.NONE), byDays);
    tsb.run(new Track(DemandSeries.of(observed), DayPattern.NONE), bySpan);

    assertThat(bySpan[31]).isCloseTo(byDays[35], within(1e-9));
  }

  @Test
  void only_the_chance_fades_while_nobody_takes_anything() {
    int[] once = new int[60];
    once[0] = 5;
    double[] levels = new double[61];

    new Smoothing.Tsb(0.1, 0.3).run(track(once), levels, 0.5, FIRMLY, 5, FIRMLY);

    assertThat(levels[60]).isCloseTo(5 * (0.45 + 0.1) * Math.pow(0.9, 59), within(1e-9));
  }

  private static List<Observed> days(int count) {
    List<Observed> days = new ArrayList<>();
    for (int day = 0; day < count; day++) {
      days.add(new Observed.Day(MONDAY.plusDays(day), day % 4 == 0 ? 2 : 0));
    }
    return days;
  }

  private static Track track(int... units) {
    return new Track(DemandSeries.ofDays(MONDAY, units), DayPattern.NONE);
  }
}
