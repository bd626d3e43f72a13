package org.yizhan.hub.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yizhan.hub.forecast.DemandModel;
import org.yizhan.hub.forecast.LeftOver;

/** How far a level can be trusted today. */
public sealed interface HowSure {
  /** A scale speaks in whole units, and a weight between two of them stays with the one it had. */
  int SCALE_ROUNDING = 1;

  /** It is what it says. */
  record Exact() implements HowSure {}

  /** So many are there now with a probability of four in five (P10 to P90), 0 and above. */
  record Between(int low, int high) implements HowSure {
    public Between {
      if (low < 0 || high < low) {
        throw new IllegalArgumentException("between " + low + " and " + high + " units");
      }
    }
  }

  /** Some may have been taken since, and nobody can tell how many usually are. */
  record MaybeFewer() implements HowSure {}

  /** Nobody can tell whether there are fewer or more. */
  record Unsure() implements HowSure {}

  /**
   * How sure a level is.
   *
   * @param movements of the item, in order of time
   * @param model its demand
   * @param heard the last day the station was heard, which is how long its scale is known to see
   */
  static HowSure of(
      Shelf shelf,
      List<Movement> movements,
      DemandModel model,
      LocalDate heard,
      ZoneId zone,
      LocalDate today) {
    if (shelf.units().isEmpty()) {
      return new Unsure();
    }
    int units = shelf.units().getAsInt();
    return switch (shelf.how()) {
      case SCALE ->
          weighed(units, offOf(shelf, Shelf.Contradiction.Kind.SCALE_OFF), model, heard, today);
      case COUNTED, RECKONED -> {
        LocalDate counted = Instant.ofEpochMilli(shelf.countedMs()).atZone(zone).toLocalDate();
        yield entered(shelf, takenSince(movements, shelf.countedMs()), model, counted, today);
      }
    };
  }

  /** Whether it tells more than the number that stands beside it. */
  default boolean saysMoreThan(int units) {
    return switch (this) {
      case Exact _ -> false;
      case Between(int low, int high) ->
          low < units - SCALE_ROUNDING || high > units + SCALE_ROUNDING;
      case MaybeFewer _, Unsure _ -> true;
    };
  }

  /** A scale that was off once may be off again by as much. */
  private static HowSure weighed(
      int units, int off, DemandModel model, LocalDate heard, LocalDate today) {
    int low = Math.max(0, units - SCALE_ROUNDING - off);
    int high = units + SCALE_ROUNDING + off;
    long days = ChronoUnit.DAYS.between(heard, today);
    if (days <= 0) {
      return new Between(low, high);
    }
    return left(model, low, heard, days) instanceof LeftOver.Known atWorst
            && left(model, high, heard, days) instanceof LeftOver.Known atBest
        ? new Between(atWorst.p10(), Math.max(atWorst.p10(), atBest.p90()))
        : new Unsure();
  }

  /** What was counted is known for its day; since then what is usually taken has been taken. */
  private static HowSure entered(
      Shelf shelf, int taken, DemandModel model, LocalDate counted, LocalDate today) {
    int units = shelf.units().orElse(0);
    long days = ChronoUnit.DAYS.between(counted, today);
    int more = offOf(shelf, Shelf.Contradiction.Kind.LESS_THAN_TAKEN);
    if (days > 0) {
      more += offOf(shelf, Shelf.Contradiction.Kind.MORE_THAN_ENTERED);
    }
    if (days <= 0 || (units == 0 && more == 0)) {
      return more == 0 ? new Exact() : new Between(units, units + more);
    }
    // what was recorded as taken is off the level already
    if (left(model, units + taken, counted, days) instanceof LeftOver.Known known) {
      int low = Math.min(units, known.p10());
      int high = Math.min(units, known.p90()) + more;
      return low == units && high == units ? new Exact() : new Between(low, high);
    }
    return more > 0 ? new Unsure() : new MaybeFewer();
  }

  private static LeftOver left(DemandModel model, int units, LocalDate since, long days) {
    return days > DemandModel.DAYS_STALE
        ? new LeftOver.Unknown()
        : LeftOver.at(model, units, since, since.plusDays(days - 1));
  }

  private static int takenSince(List<Movement> movements, long countedMs) {
    return movements.stream()
        .filter(movement -> movement.atMs() > countedMs)
        .map(Movement::change)
        .filter(Movement.Taken.class::isInstance)
        .mapToInt(Movement.Change::units)
        .sum();
  }

  /** By how much two sources did not agree, if they disagreed in this way. */
  private static int offOf(Shelf shelf, Shelf.Contradiction.Kind kind) {
    return shelf
        .contradiction()
        .filter(doubt -> doubt.kind() == kind)
        .map(doubt -> Math.abs(doubt.found() - doubt.expected()))
        .orElse(0);
  }
}
