package org.yizhan.hub.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is known of an item's demand on some days; whatever no observation covers is unknown. Days
 * on which the shelf was empty from morning to night are not days without demand: leave them out.
 */
public sealed interface Observed {
  /** No station's shelf loses more in a day; a larger number is a typing error. */
  int UNITS_PER_DAY_MAX = 10_000;

  /** The first day it tells of. */
  LocalDate firstDay();

  /** The last day it tells of, included. */
  LocalDate lastDay();

  /**
   * Units taken from {@link #firstDay} to {@link #lastDay}, restocks in between already allowed
   * for.
   */
  int units();

  /** One day's demand, known by itself. */
  record Day(LocalDate date, int units) implements Observed {
    /** Refuses fewer than no units, or more than {@link #UNITS_PER_DAY_MAX}. */
    public Day {
      check(units, 1, date);
    }

    @Override
    public LocalDate firstDay() {
      return date;
    }

    @Override
    public LocalDate lastDay() {
      return date;
    }
  }

  /**
   * The demand of several days together, as two counts of a shelf give it; its days are not known.
   */
  record Span(LocalDate firstDay, LocalDate lastDay, int units) implements Observed {
    /** Refuses an end before the beginning, and units that no such shelf could lose. */
    public Span {
      check(units, days(firstDay, lastDay), firstDay);
    }
  }

  /**
   * The shelf stood empty at the end: so many were taken, and more may have been wanted. It raises
   * a forecast that was lower and proves nothing against one that was higher.
   */
  record AtLeast(LocalDate firstDay, LocalDate lastDay, int units) implements Observed {
    /** Refuses an end before the beginning, and units that no such shelf could lose. */
    public AtLeast {
      check(units, days(firstDay, lastDay), firstDay);
    }
  }

  private static long days(LocalDate firstDay, LocalDate lastDay) {
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException(
          "demand from " + firstDay + " to " + lastDay + ": the last day is before the first");
    }
    return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
  }

  private static void check(int units, long days, LocalDate from) {
    if (units < 0 || units > days * UNITS_PER_DAY_MAX) {
      throw new IllegalArgumentException(
          "demand from %s on: %d units in %d days; give 0 to %d a day"
              .formatted(from, units, days, UNITS_PER_DAY_MAX));
    }
  }
}
