package org.yizhan.hub.forecast;

/**
 * The observations of a series with what their days weigh: exposure is the number of ordinary days
 * they count for (a Saturday on which a tenth is taken counts 0.1). Sums are kept so that any
 * stretch of observations costs the same.
 */
final class Track {
  private final DemandSeries series;
  private final double[] exposure;
  private final double[] exposureBefore;
  private final long[] unitsBefore;
  private final int[] daysBefore;
  private final int[] atLeastBefore;

  Track(DemandSeries series, DayPattern pattern) {
    int count = series.count();
    this.series = series;
    exposure = new double[count];
    exposureBefore = new double[count + 1];
    unitsBefore = new long[count + 1];
    daysBefore = new int[count + 1];
    atLeastBefore = new int[count + 1];
    for (int index = 0; index < count; index++) {
      exposure[index] = pattern.sum(series.epochDay(index), series.days(index));
      exposureBefore[index + 1] = exposureBefore[index] + exposure[index];
      unitsBefore[index + 1] = unitsBefore[index] + series.units(index);
      daysBefore[index + 1] = daysBefore[index] + series.days(index);
      atLeastBefore[index + 1] = atLeastBefore[index] + (series.atLeast(index) ? 1 : 0);
    }
  }

  int count() {
    return exposure.length;
  }

  int days(int index) {
    return series.days(index);
  }

  int units(int index) {
    return series.units(index);
  }

  double exposure(int index) {
    return exposure[index];
  }

  /** Units for an ordinary day. */
  double rate(int index) {
    return series.units(index) / exposure[index];
  }

  /** True when the observation proves nothing against such a level. */
  boolean isNoNews(int index, double level) {
    return series.atLeast(index) && rate(index) <= level;
  }

  /** The first observation before which so many days are known; behind the last one, if none. */
  int indexAfterDays(int days) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (daysBefore[middle] < days) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int daysBefore(int index) {
    return daysBefore[index];
  }

  int daysKnown() {
    return daysBefore[count()];
  }

  /**
   * How forecasts of the next {@code days} known days erred, made before each observation from
   * {@code from} on.
   *
   * @param levels as a {@link Smoothing} wrote them
   */
  Errors errors(double[] levels, int from, int days) {
    double squares = 0;
    double expected = 0;
    int forecasts = 0;
    int end = from;
    for (int index = from; index < count(); index++) {
      while (end < count() && daysBefore[end] - daysBefore[index] < days) {
        end++;
      }
      if (daysBefore[end] - daysBefore[index] < days) {
        break;
      }
      double mean = levels[index] * (exposureBefore[end] - exposureBefore[index]);
      double error = unitsBefore[end] - unitsBefore[index] - mean;
      if (error < 0 && atLeastBefore[end] > atLeastBefore[index]) {
        continue;
      }
      squares += error * error;
      expected += mean;
      forecasts++;
    }
    return new Errors(forecasts, squares, expected);
  }

  /**
   * @param squares sum of the squared errors
   * @param expected sum of the forecasts
   */
  record Errors(int forecasts, double squares, double expected) {}
}
