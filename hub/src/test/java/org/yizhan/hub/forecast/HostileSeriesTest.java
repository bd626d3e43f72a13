package org.yizhan.hub.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the series, a forecast is a number, in order, and the same each time. */
class HostileSeriesTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 29);
  private static final int[] SHELVES = {0, 1, 2, 5, 12, 40, 300, 9_999, 1_000_000};

  static Stream<DemandSeries> series() {
    return Stream.concat(
        Stream.of(
            DemandSeries.ofDays(FIRST, new int[1_000]),
            DemandSeries.ofDays(FIRST, spike(365, 200)),
            DemandSeries.ofDays(FIRST, spike(365, 364)),
            DemandSeries.ofDays(FIRST, spike(365, 0)),
            DemandSeries.ofDays(FIRST, spike(14, 13)),
            DemandSeries.ofDays(FIRST, full(1_000)),
            DemandSeries.of(List.of(new Observed.Span(FIRST, FIRST.plusDays(999), 10_000_000))),
            DemandSeries.of(List.of(new Observed.Span(FIRST, FIRST.plusDays(13), 0))),
            DemandSeries.of(List.of(new Observed.Span(FIRST, FIRST.plusDays(13), 1))),
            onlySundays()),
        IntStream.range(0, 60).mapToObj(HostileSeriesTest::anything));
  }

  @ParameterizedTest
  @MethodSource("series")
  void quantiles_are_in_order_and_grow_with_the_shelf(DemandSeries series) {
    DemandModel model = DemandModel.fit(series);
    LocalDate today = LocalDate.ofEpochDay(series.endEpochDay());
    DaysLeft.Known less = new DaysLeft.Known(days(0), days(0), days(0));

    for (int units : SHELVES) {
      DaysLeft.Known left = (DaysLeft.Known) DaysLeft.of(model, units, today);

      assertThat(capped(left.p10())).isBetween(capped(less.p10()), capped(left.p50()));
      assertThat(capped(left.p50())).isBetween(capped(less.p50()), capped(left.p90()));
      assertThat(capped(left.p90())).isGreaterThanOrEqualTo(capped(less.p90()));
      less = left;
    }
  }

  @ParameterizedTest
  @MethodSource("series")
  void more_days_leave_no_more_and_nothing_is_nan(DemandSeries series) {
    DemandModel model = DemandModel.fit(series);
    LocalDate today = LocalDate.ofEpochDay(series.endEpochDay());

    for (int units : SHELVES) {
      double usedUp = 0;
      double expected = units;
      for (int days : new int[] {0, 1, 6, 27, 90, 179}) {
        LeftOver.Known left =
            (LeftOver.Known) LeftOver.at(model, units, today, today.plusDays(days));

        assertThat(left.usedUp()).isBetween(usedUp - 1e-9, 1.0);
        assertThat(left.expected()).isBetween(0.0, expected + 1e-6 * units);
        assertThat(left.p10()).isBetween(0, left.p50());
        assertThat(left.p90()).isBetween(left.p50(), units);
        usedUp = left.usedUp();
        expected = left.expected();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("series")
  void the_same_again_is_the_same(DemandSeries series) {
    assertThat(DemandModel.fit(series)).isEqualTo(DemandModel.fit(series));
  }

  private static DemandSeries anything(int seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Observed> observed = new ArrayList<>();
    int ceiling = 1 << random.nextInt(14);
    int day = 0;
    int known = 0;
    while (known < DemandModel.DAYS_NEEDED || (day < 900 && random.nextInt(200) > 0)) {
      int length = random.nextInt(4) == 0 ? 1 + random.nextInt(20) : 1;
      int units = random.nextInt(3) == 0 ? random.nextInt(Math.min(ceiling, 10_000)) : 0;
      LocalDate from = FIRST.plusDays(day);
      LocalDate to = from.plusDays(length - 1);
      boolean empty = random.nextInt(10) == 0;
      observed.add(
          empty ? new Observed.AtLeast(from, to, units) : new Observed.Span(from, to, units));
      known += empty ? 0 : length;
      day += length + (random.nextInt(5) == 0 ? random.nextInt(9) : 0);
    }
    return DemandSeries.of(observed);
  }

  private static DemandSeries onlySundays() {
    int[] days = new int[364];
    Arrays.setAll(days, day -> FIRST.plusDays(day).getDayOfWeek().getValue() == 7 ? 9_000 : 0);
    return DemandSeries.ofDays(FIRST, days);
  }

  private static int[] spike(int count, int at) {
    int[] days = new int[count];
    days[at] = Observed.UNITS_PER_DAY_MAX;
    return days;
  }

  private static int[] full(int count) {
    int[] days = new int[count];
    Arrays.fill(days, Observed.UNITS_PER_DAY_MAX);
    return days;
  }

  private static OptionalInt days(int days) {
    return OptionalInt.of(days);
  }

  private static int capped(OptionalInt days) {
    return days.orElse(DemandModel.HORIZON_DAYS + 1);
  }
}
