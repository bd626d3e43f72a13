package org.yizhan.hub.stock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.LotCode;
import org.yizhan.wire.WriteOffReason;

/**
 * What happened to one item on one shelf.
 *
 * @param fact a number no other fact at this hub has: of two movements at one time the one with the
 *     higher number came last
 * @param atMs wall time, milliseconds since 1970
 */
public record Movement(long fact, ItemCode item, long atMs, Change change) {
  /** By the time they happened. */
  public static final Comparator<Movement> IN_TIME =
      Comparator.comparingLong(Movement::atMs).thenComparingLong(Movement::fact);

  /** What it did to the level. */
  public sealed interface Change {
    int units();
  }

  /** A person counted: from here on the level is known again. */
  public record Counted(int units) implements Change {}

  /** A scale's reading, in whole units. */
  public record Measured(int units) implements Change {}

  public record Restocked(int units, Optional<LotCode> lot, Optional<LocalDate> expires)
      implements Change {}

  public record Taken(int units) implements Change {}

  /** Taken along to be brought back: it is not here, and yet not used up. */
  public record Lent(int units) implements Change {}

  /** Brought back. */
  public record Returned(int units) implements Change {}

  public record WrittenOff(int units, WriteOffReason reason, Optional<LotCode> lot)
      implements Change {}
}
