package org.yizhan.hub.stock;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One item on one shelf, folded from its movements by the time they happened.
 *
 * @param units how many are there; empty when nobody ever counted and no scale weighs them
 * @param how what the level stands on
 * @param asOfMs wall time of the movement that set the level last
 * @param countedMs wall time of the last count by a person; 0 when there was none
 * @param zero units to be added to the scale's reading, as the last count found
 * @param contradiction what the last count or a withdrawal did not agree with
 */
public record Shelf(
    OptionalInt units,
    StockLevel.Evidence how,
    long asOfMs,
    long countedMs,
    int zero,
    Optional<Contradiction> contradiction) {

  /** A scale may be off by so many units, or by this share of what is there, before it is told. */
  private static final int SCALE_OFF_UNITS_MAX = 2;

  private static final double SCALE_OFF_SHARE_MAX = 0.1;

  /**
   * Two sources that cannot both be right: shown, never averaged away.
   *
   * @param expected at most so many could be there (or, of a scale, it said so many)
   * @param found so many a person counted, or were taken out
   */
  public record Contradiction(Kind kind, long atMs, int expected, int found) {
    /** Which sources disagree. */
    public enum Kind {
      /** More was counted than could be there: something was put in and not entered. */
      MORE_THAN_ENTERED,
      /** The scale was off; the count re-zeroed it. */
      SCALE_OFF,
      /** More was taken or written off than was there. */
      LESS_THAN_TAKEN
    }
  }

  /**
   * What decides a level.
   *
   * @param countBefore the count before the last one, if any
   * @param sinceCountBefore movements between the two, scale readings aside, in order
   * @param weighedBeforeCountBefore the scale's last reading at the count before
   * @param count the last count
   * @param weighedAtCount the scale's last reading before the last count
   * @param weighedSince the scale's last reading after it
   * @param since movements after the last count, scale readings aside, in order
   */
  public record Evidence(
      Optional<Movement> countBefore,
      List<Movement> sinceCountBefore,
      Optional<Movement> weighedBeforeCountBefore,
      Optional<Movement> count,
      Optional<Movement> weighedAtCount,
      Optional<Movement> weighedSince,
      List<Movement> since) {

    /** Picks it from all that ever happened to the item, in any order. */
    public static Evidence of(List<Movement> movements) {
      List<Movement> all = movements.stream().sorted(Movement.IN_TIME).toList();
      int count = lastCount(all, all.size());
      int before = lastCount(all, Math.max(count, 0));
      return new Evidence(
          at(all, before),
          count < 0 || before < 0 ? List.of() : entered(all.subList(before + 1, count)),
          before < 0 ? Optional.empty() : weighed(all.subList(0, before)),
          at(all, count),
          count < 0 ? Optional.empty() : weighed(all.subList(0, count)),
          weighed(all.subList(count + 1, all.size())),
          entered(all.subList(count + 1, all.size())));
    }

    /** The place of the last count below {@code end}, or -1. */
    private static int lastCount(List<Movement> all, int end) {
      int at = end - 1;
      while (at >= 0 && !(all.get(at).change() instanceof Movement.Counted)) {
        at--;
      }
      return at;
    }

    private static Optional<Movement> at(List<Movement> all, int place) {
      return place < 0 ? Optional.empty() : Optional.of(all.get(place));
    }

    private static Optional<Movement> weighed(List<Movement> part) {
      return part.stream()
          .filter(movement -> movement.change() instanceof Movement.Measured)
          .reduce((_, later) -> later);
    }

    private static List<Movement> entered(List<Movement> part) {
      return part.stream()
          .filter(
              movement ->
                  !(movement.change() instanceof Movement.Measured
                      || movement.change() instanceof Movement.Counted))
          .toList();
    }
  }

  /**
   * The level. A count is an anchor and what is put in or taken since is added to it, as is what is
   * lent and brought back; a scale sees for itself what is put in and taken, so beside one those
   * entries do not move the level, and a count sets its zero.
   */
  public static Shelf of(Evidence known) {
    if (known.count().isEmpty()) {
      return known.weighedSince().map(Shelf::weighedOnly).orElseGet(() -> enteredOnly(known));
    }
    Movement count = known.count().get();
    int counted = count.change().units();
    int zero = known.weighedAtCount().map(at -> counted - at.change().units()).orElse(0);
    Optional<Contradiction> contradiction = contradictionOf(count, known);
    if (known.weighedSince().isPresent()) {
      Movement weighed = known.weighedSince().get();
      // the first reading after a count, of a scale that was silent before, is believed as it is
      int units = Math.max(0, weighed.change().units() + zero);
      return new Shelf(
          OptionalInt.of(units),
          StockLevel.Evidence.SCALE,
          weighed.atMs(),
          count.atMs(),
          zero,
          contradiction);
    }
    if (known.weighedAtCount().isPresent() || known.since().isEmpty()) {
      return new Shelf(
          OptionalInt.of(counted),
          StockLevel.Evidence.COUNTED,
          count.atMs(),
          count.atMs(),
          zero,
          contradiction);
    }
    Reckoning reckoning = reckon(counted, known.since());
    return new Shelf(
        OptionalInt.of(reckoning.units()),
        StockLevel.Evidence.RECKONED,
        known.since().getLast().atMs(),
        count.atMs(),
        0,
        reckoning.shortfall().or(() -> contradiction));
  }

  private static Shelf weighedOnly(Movement weighed) {
    return new Shelf(
        OptionalInt.of(weighed.change().units()),
        StockLevel.Evidence.SCALE,
        weighed.atMs(),
        0,
        0,
        Optional.empty());
  }

  /** Something was put in or taken, and nobody knows how many stood there before. */
  private static Shelf enteredOnly(Evidence known) {
    long atMs = known.since().isEmpty() ? 0 : known.since().getLast().atMs();
    return new Shelf(
        OptionalInt.empty(), StockLevel.Evidence.RECKONED, atMs, 0, 0, Optional.empty());
  }

  private static Optional<Contradiction> contradictionOf(Movement count, Evidence known) {
    int counted = count.change().units();
    if (known.countBefore().isEmpty()) {
      return Optional.empty();
    }
    int before = known.countBefore().get().change().units();
    if (known.weighedAtCount().isPresent()) {
      int zeroBefore =
          known.weighedBeforeCountBefore().map(at -> before - at.change().units()).orElse(0);
      int said = Math.max(0, known.weighedAtCount().get().change().units() + zeroBefore);
      double allowed = Math.max(SCALE_OFF_UNITS_MAX, SCALE_OFF_SHARE_MAX * Math.max(said, counted));
      return Math.abs(said - counted) > allowed
          ? Optional.of(
              new Contradiction(Contradiction.Kind.SCALE_OFF, count.atMs(), said, counted))
          : Optional.empty();
    }
    int most = reckon(before, known.sinceCountBefore()).units();
    return counted > most
        ? Optional.of(
            new Contradiction(Contradiction.Kind.MORE_THAN_ENTERED, count.atMs(), most, counted))
        : Optional.empty();
  }

  private record Reckoning(int units, Optional<Contradiction> shortfall) {}

  private static Reckoning reckon(int from, List<Movement> movements) {
    int units = from;
    Optional<Contradiction> shortfall = Optional.empty();
    for (Movement movement : movements) {
      int moved = movement.change().units();
      switch (movement.change()) {
        case Movement.Restocked _, Movement.Returned _ -> units += moved;
        case Movement.Taken _, Movement.Lent _, Movement.WrittenOff _ -> {
          if (moved > units) {
            shortfall =
                Optional.of(
                    new Contradiction(
                        Contradiction.Kind.LESS_THAN_TAKEN, movement.atMs(), units, moved));
          }
          units = Math.max(0, units - moved);
        }
        case Movement.Counted _, Movement.Measured _ -> {}
      }
    }
    return new Reckoning(units, shortfall);
  }
}
