package org.yizhan.hub.store;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.yizhan.station.StationId;
import org.yizhan.wire.Fact;

/**
 * Keeps what people enter of a station, as facts of the hub's own journal for that station. The
 * same entry sent again is kept once.
 */
public interface EntryBook {
  /** Facts one entry may hold. */
  int FACTS_MAX = 200;

  /** Something happened, and a person says when, by the hub's clock. */
  record Said(Instant at, Fact fact) {}

  /**
   * What one tap of "send" carries.
   *
   * @param person the number of who entered it, if that is known
   * @param facts 1 to {@link #FACTS_MAX}, in the order they were said
   */
  record Entered(StationId station, EntryKey key, OptionalInt person, List<Said> facts) {
    public Entered {
      facts = List.copyOf(facts);
      if (facts.isEmpty() || facts.size() > FACTS_MAX) {
        throw new IllegalArgumentException("an entry holds 1 to " + FACTS_MAX + " facts");
      }
    }
  }

  /** What became of it. */
  enum Outcome {
    /** It is durable now. */
    KEPT,
    /** It was kept before, the very same. */
    KEPT_BEFORE,
    /** Another entry was kept under this key. */
    KEY_OF_ANOTHER,
    /** No such station is on the register. */
    NO_SUCH_STATION
  }

  /**
   * Keeps and folds it in one transaction, durable when this returns.
   *
   * @throws StoreException when nothing was committed
   */
  default Outcome enter(Entered entered) {
    return enter(entered, nothing -> {});
  }

  /**
   * The same, with what is noted beside the facts: both are kept or neither.
   *
   * @param beside writes in the same transaction; called only when the entry is new
   */
  Outcome enter(Entered entered, Consumer<Handle> beside);

  /** Whether an entry of this key is kept. */
  boolean isKept(StationId station, EntryKey key);
}
