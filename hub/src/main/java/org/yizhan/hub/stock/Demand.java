package org.yizhan.hub.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.forecast.DemandSeries;
import org.yizhan.hub.forecast.Observed;

/**
 * What was taken from a shelf, as far as its movements tell: day by day where a scale weighs it,
 * and in sum from one count to the next where people count. What nobody can know stays unknown: a
 * shelf "filled to the target" without a count before says nothing of what was taken. What is lent
 * is not used up: it is no demand.
 */
public final class Demand {
  private final ZoneId zone;
  private final LocalDate today;
  private final List<Observed> observed = new ArrayList<>();

  private Demand(ZoneId zone, LocalDate today) {
    this.zone = zone;
    this.today = today;
  }

  /**
   * The demand of one item until the end of yesterday.
   *
   * @param movements in any order
   * @param zone the station's
   */
  public static DemandSeries of(List<Movement> movements, ZoneId zone, LocalDate today) {
    LocalDate first = today.minusDays(DemandSeries.DAYS_MAX);
    Demand demand = new Demand(zone, today);
    List<Movement> inTime =
        movements.stream()
            .sorted(Movement.IN_TIME)
            .filter(movement -> !demand.dayOf(movement).isBefore(first))
            .toList();
    boolean weighed =
        inTime.stream().anyMatch(movement -> movement.change() instanceof Movement.Measured);
    if (weighed) {
      demand.weighed(inTime);
    } else {
      demand.counted(inTime);
    }
    return DemandSeries.of(demand.observed);
  }

  private LocalDate dayOf(Movement movement) {
    return Instant.ofEpochMilli(movement.atMs()).atZone(zone).toLocalDate();
  }

  /**
   * A scale tells every change: a day on which it told none is a day on which nothing was taken.
   */
  private void weighed(List<Movement> inTime) {
    TreeMap<LocalDate, Integer> taken = new TreeMap<>();
    int before = 0;
    for (Movement movement : inTime) {
      switch (movement.change()) {
        case Movement.Measured(int units) -> {
          int fewer = taken.isEmpty() ? 0 : Math.max(0, before - units);
          taken.merge(dayOf(movement), fewer, Integer::sum);
          before = units;
        }
        case Movement.Lent(int units) -> before -= units;
        case Movement.Returned(int units) -> before += units;
        case Movement.Counted _, Movement.Restocked _, Movement.Taken _, Movement.WrittenOff _ -> {}
      }
    }
    // the first day was not seen from its morning on, and today is not over
    for (LocalDate day = taken.firstKey().plusDays(1); day.isBefore(today); day = day.plusDays(1)) {
      int units = taken.getOrDefault(day, 0);
      if (!day.isAfter(taken.lastKey())) {
        observed.add(new Observed.Day(day, Math.min(units, Observed.UNITS_PER_DAY_MAX)));
      }
    }
  }

  /** From one count to the next: what was there, and put in, and is there no more. */
  private void counted(List<Movement> inTime) {
    @Nullable Movement since = null;
    int there = 0;
    for (Movement movement : inTime) {
      int units = movement.change().units();
      switch (movement.change()) {
        case Movement.Counted _ -> {
          if (since == null || span(since, movement, there - units)) {
            since = movement;
            there = units;
          } else {
            there = there - units < 0 ? units : there;
          }
        }
        case Movement.Restocked _, Movement.Returned _ -> there += units;
        case Movement.WrittenOff _, Movement.Lent _ -> there -= units;
        case Movement.Taken _, Movement.Measured _ -> {}
      }
    }
  }

  /** False while both counts are of one day: what was taken goes with the days to come. */
  private boolean span(Movement from, Movement to, int taken) {
    LocalDate first = dayOf(from);
    LocalDate last = dayOf(to).minusDays(1);
    if (last.isBefore(first)) {
      return taken < 0;
    }
    boolean possible =
        taken >= 0
            && taken
                <= (long) Observed.UNITS_PER_DAY_MAX * (last.toEpochDay() - first.toEpochDay() + 1);
    if (possible) {
      observed.add(
          to.change().units() == 0
              ? new Observed.AtLeast(first, last, taken)
              : new Observed.Span(first, last, taken));
    }
    return true;
  }
}
