package org.yizhan.hub.forecast;

import java.time.LocalDate;
import java.util.OptionalInt;

/** In how many days what is on the shelf will be gone. */
public sealed interface DaysLeft {
  /** More than any shelf holds. */
  int UNITS_MAX = 1_000_000;

  /**
   * Days counted from the morning of today: 1 says gone by this evening, 0 that nothing is left
   * now. Empty says more than {@link DemandModel#HORIZON_DAYS}.
   *
   * @param p10 gone by then with a probability of 10 %: the careful figure
   * @param p50 as likely gone by then as not
   * @param p90 gone by then with a probability of 90 %
   */
  record Known(OptionalInt p10, OptionalInt p50, OptionalInt p90) implements DaysLeft {}

  /**
   * Nobody knows yet.
   *
   * @param daysKnown of the {@link DemandModel#DAYS_NEEDED} that are needed
   */
  record TooLittleKnown(int daysKnown) implements DaysLeft {}

  /**
   * Nobody knows any more.
   *
   * @param end the day after the last known one, more than {@link DemandModel#DAYS_STALE} days ago
   */
  record KnownTooLongAgo(LocalDate end) implements DaysLeft {}

  /**
   * Days left of so many units.
   *
   * @param units on the shelf this morning, 0 to {@link #UNITS_MAX}
   * @param today not before the end of what the model knows
   */
  static DaysLeft of(DemandModel model, int units, LocalDate today) {
    if (units < 0 || units > UNITS_MAX) {
      throw new IllegalArgumentException(units + " units on the shelf; give 0 to " + UNITS_MAX);
    }
    return switch (model) {
      case DemandModel.TooLittleKnown little -> new TooLittleKnown(little.daysKnown());
      case DemandModel.Fitted fitted when fitted.isStale(today) ->
          new KnownTooLongAgo(fitted.end());
      case DemandModel.Fitted fitted -> new RunOut(fitted, units, today).daysLeft();
    };
  }
}
