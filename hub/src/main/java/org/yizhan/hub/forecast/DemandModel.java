package org.yizhan.hub.forecast;

import java.time.LocalDate;

/** What the past says of an item's demand at a station. */
public sealed interface DemandModel {
  /** With fewer known days nothing is said: two weeks show each weekday twice. */
  int DAYS_NEEDED = 14;

  /** Knowledge older than this says nothing about the coming days. */
  int DAYS_STALE = 90;

  /** No forecast reaches further. */
  int HORIZON_DAYS = 180;

  /** Estimates the demand of this series. The same series gives the same model. */
  static DemandModel fit(DemandSeries series) {
    int known = series.daysKnown();
    return known < DAYS_NEEDED ? new TooLittleKnown(known) : new Fitting(series).fit();
  }

  /** Fewer than {@link #DAYS_NEEDED} days are known. */
  record TooLittleKnown(int daysKnown) implements DemandModel {}

  /**
   * Enough was known for an estimate.
   *
   * @param daysKnown on which it rests
   * @param end the day after the last known one
   * @param smoothing that erred least on this series
   * @param level units on an ordinary day
   * @param varianceToMean of one day's demand
   * @param spread how much the variance to mean grows with each further day, because the level
   *     itself is not known for certain
   * @param pattern factors of weekdays and months that lowered the error on days held out
   */
  record Fitted(
      int daysKnown,
      LocalDate end,
      Smoothing smoothing,
      double level,
      double varianceToMean,
      double spread,
      DayPattern pattern)
      implements DemandModel {

    /**
     * The demand of these days together.
     *
     * @param days 1 to {@link #HORIZON_DAYS}, {@code from} the first of them
     */
    public TotalDemand demand(LocalDate from, int days) {
      if (days < 1 || days > HORIZON_DAYS) {
        throw new IllegalArgumentException(
            "a forecast over " + days + " days; give 1 to " + HORIZON_DAYS);
      }
      return over(pattern.sum(from.toEpochDay(), days), days);
    }

    TotalDemand over(double exposure, int days) {
      return new TotalDemand(level * exposure, varianceToMean + spread * (days - 1));
    }

    /** True when the knowledge is too old for a forecast from this day on. */
    boolean isStale(LocalDate today) {
      return today.toEpochDay() - end.toEpochDay() > DAYS_STALE;
    }
  }
}
