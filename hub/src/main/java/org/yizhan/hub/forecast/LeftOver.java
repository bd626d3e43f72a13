package org.yizhan.hub.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How many of the units on a shelf are still there at a date: will they expire before use? */
public sealed interface LeftOver {
  /**
   * A forecast.
   *
   * @param p10 as few or fewer are left with a probability of 10 %
   * @param p50 as likely fewer as more
   * @param p90 as few or fewer are left with a probability of 90 %
   * @param expected units left on average
   * @param usedUp the probability that none is left
   */
  record Known(int p10, int p50, int p90, double expected, double usedUp) implements LeftOver {}

  /** Nobody knows, for the reasons {@link DaysLeft} gives, or the date is too far away. */
  record Unknown() implements LeftOver {}

  /**
   * What is left at the end of a date, when nothing is put in until then.
   *
   * @param units on the shelf this morning, 0 to {@link DaysLeft#UNITS_MAX}
   * @param date the last day of use, not before today
   */
  static LeftOver at(DemandModel model, int units, LocalDate today, LocalDate date) {
    if (units < 0 || units > DaysLeft.UNITS_MAX || date.isBefore(today)) {
      throw new IllegalArgumentException(
          "%d units on %s, to be used by %s; give 0 to %d units and a date that is not past"
              .formatted(units, today, date, DaysLeft.UNITS_MAX));
    }
    long days = ChronoUnit.DAYS.between(today, date) + 1;
    if (!(model instanceof DemandModel.Fitted fitted)
        || fitted.isStale(today)
        || days > DemandModel.HORIZON_DAYS) {
      return new Unknown();
    }
    TotalDemand demand = fitted.demand(today, (int) days);
    return new Known(
        left(units, demand.quantile(0.9)),
        left(units, demand.quantile(0.5)),
        left(units, demand.quantile(0.1)),
        demand.expectedLeft(units),
        demand.atLeast(units));
  }

  private static int left(int units, long taken) {
    return (int) Math.max(0, units - taken);
  }
}
