package org.yizhan.hub.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.wire.LotCode;

/**
 * Which lots stand on a shelf, as far as what was put in tells it. People are believed to take what
 * expires first (that is how shelves are filled, the new behind the old), so what is left is of the
 * lots that expire last.
 */
public final class Lots {
  private Lots() {}

  /**
   * Some units of one lot.
   *
   * @param lot empty when its number was not entered
   * @param expires the last day printed on it; empty when not entered
   */
  public record Lot(Optional<LotCode> lot, Optional<LocalDate> expires, int units) {}

  private record Key(Optional<LotCode> lot, Optional<LocalDate> expires) {}

  /**
   * The lots of so many units, what expires first before what expires later; units of which nothing
   * is known come last.
   *
   * @param movements of one item on one shelf, in order of time
   * @param units there now
   */
  public static List<Lot> on(List<Movement> movements, int units) {
    List<Lot> putIn = new ArrayList<>();
    known(movements).forEach((key, sum) -> putIn.add(new Lot(key.lot(), key.expires(), sum)));
    putIn.sort(Comparator.comparing((Lot lot) -> lot.expires().orElse(LocalDate.MIN)).reversed());
    List<Lot> left = new ArrayList<>();
    int rest = units;
    for (Lot lot : putIn) {
      int there = Math.min(rest, lot.units());
      if (there > 0) {
        left.add(new Lot(lot.lot(), lot.expires(), there));
        rest -= there;
      }
    }
    left.sort(Comparator.comparing(lot -> lot.expires().orElse(LocalDate.MAX)));
    if (rest > 0) {
      left.add(new Lot(Optional.empty(), Optional.empty(), rest));
    }
    return left;
  }

  /** What was put in and not taken off again, by lot, where a lot or a last day was entered. */
  private static Map<Key, Integer> known(List<Movement> movements) {
    Map<Key, Integer> sums = new LinkedHashMap<>();
    for (Movement movement : movements) {
      switch (movement.change()) {
        case Movement.Restocked(int units, Optional<LotCode> lot, Optional<LocalDate> expires) -> {
          if (lot.isPresent() || expires.isPresent()) {
            sums.merge(new Key(lot, expires), units, Integer::sum);
          }
        }
        case Movement.WrittenOff off -> takeOff(sums, off);
        case Movement.Counted _,
            Movement.Measured _,
            Movement.Taken _,
            Movement.Lent _,
            Movement.Returned _ -> {}
      }
    }
    return sums;
  }

  /** From the lot that was named, else from what expires first. */
  private static void takeOff(Map<Key, Integer> sums, Movement.WrittenOff off) {
    List<Key> keys =
        sums.keySet().stream()
            .filter(key -> off.lot().isEmpty() || key.lot().equals(off.lot()))
            .sorted(Comparator.comparing(key -> key.expires().orElse(LocalDate.MAX)))
            .toList();
    int rest = off.units();
    for (Key key : keys) {
      int there = sums.getOrDefault(key, 0);
      int taken = Math.min(rest, there);
      sums.put(key, there - taken);
      rest -= taken;
    }
  }
}
