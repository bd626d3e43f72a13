package org.yizhan.hub.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How much more or less is taken on some days than on others, as factors; an ordinary day's is 1.
 *
 * @param weekdays seven factors from Monday on
 * @param months twelve factors, each for the middle of its month and fading into its neighbours'
 */
public record DayPattern(List<Double> weekdays, List<Double> months) {
  private static final List<Double> SAME_WEEKDAYS = same(7);
  private static final List<Double> SAME_MONTHS = same(12);

  /** Every day like the other. */
  public static final DayPattern NONE = new DayPattern(SAME_WEEKDAYS, SAME_MONTHS);

  /** An ordinary day must have been seen for so many units before a factor is half believed. */
  private static final double UNITS_BELIEVED = 10;

  /** Refuses factors that no shelf has. */
  public DayPattern {
    weekdays = List.copyOf(weekdays);
    months = List.copyOf(months);
    if (weekdays.size() != 7
        || months.size() != 12
        || weekdays.stream().anyMatch(DayPattern::isNoFactor)
        || months.stream().anyMatch(DayPattern::isNoFactor)) {
      throw new IllegalArgumentException(
          "factors of days: %s, %s; give seven and twelve, each above 0 and at most 100"
              .formatted(weekdays, months));
    }
  }

  /** True when some weekday differs from the others. */
  public boolean knowsWeekdays() {
    return !weekdays.equals(SAME_WEEKDAYS);
  }

  /** True when some month differs from the others. */
  public boolean knowsMonths() {
    return !months.equals(SAME_MONTHS);
  }

  /** What these days weigh together, from a day in days since 1970-01-01 on. */
  double sum(long epochDay, int days) {
    if (!knowsWeekdays() && !knowsMonths()) {
      return days;
    }
    double sum = 0;
    for (int day = 0; day < days; day++) {
      sum += factor(epochDay + day);
    }
    return sum;
  }

  private double factor(long epochDay) {
    double factor = weekdays.get(weekday(epochDay));
    return knowsMonths() ? factor * season(LocalDate.ofEpochDay(epochDay)) : factor;
  }

  private double season(LocalDate date) {
    double sinceMiddle = (date.getDayOfMonth() - 0.5) / date.lengthOfMonth() - 0.5;
    int month = date.getMonthValue() - 1;
    int neighbour = (month + (sinceMiddle < 0 ? 11 : 1)) % 12;
    double share = Math.abs(sinceMiddle);
    return months.get(month) * (1 - share) + months.get(neighbour) * share;
  }

  /** This pattern with the weekdays of the series' days before {@code end}, an observation. */
  DayPattern withWeekdays(DemandSeries series, int end, double varianceToMean) {
    double[] units = new double[7];
    double[] days = new double[7];
    for (int index = 0; index < end; index++) {
      if (series.days(index) == 1) {
        int weekday = weekday(series.epochDay(index));
        units[weekday] += series.units(index);
        days[weekday]++;
      }
    }
    return new DayPattern(factors(units, days, varianceToMean), months);
  }

  /** This pattern with the months of the series' observations before {@code end}. */
  DayPattern withMonths(DemandSeries series, int end, double varianceToMean) {
    double[] units = new double[12];
    double[] days = new double[12];
    for (int index = 0; index < end; index++) {
      long middle = series.epochDay(index) + series.days(index) / 2;
      int month = LocalDate.ofEpochDay(middle).getMonthValue() - 1;
      units[month] += series.units(index);
      days[month] += series.days(index);
    }
    return new DayPattern(weekdays, factors(units, days, varianceToMean));
  }

  /**
   * Each kind's share of the mean, drawn towards 1 the less is known of it and the lumpier it is.
   */
  private static List<Double> factors(double[] units, double[] days, double varianceToMean) {
    double mean = Arrays.stream(units).sum() / Math.max(1, Arrays.stream(days).sum());
    double belief = UNITS_BELIEVED * varianceToMean;
    double[] factors = new double[units.length];
    for (int kind = 0; kind < units.length; kind++) {
      factors[kind] = (units[kind] + belief) / (days[kind] * mean + belief);
    }
    double average = Arrays.stream(factors).average().orElseThrow();
    return Arrays.stream(factors).map(each -> each / average).boxed().toList();
  }

  private static int weekday(long epochDay) {
    return Math.floorMod(epochDay + 3, 7);
  }

  private static boolean isNoFactor(double factor) {
    return !(factor > 0 && factor <= 100);
  }

  private static List<Double> same(int count) {
    Double[] ones = new Double[count];
    Arrays.fill(ones, 1.0);
    return List.of(ones);
  }
}
