package org.yizhan.hub.intake;

import org.yizhan.wire.Sequence;

/** What becomes of one envelope. {@code next} is in each the number the station goes on from. */
public sealed interface Verdict {
  Sequence next();

  /**
   * It continues the journal.
   *
   * @param skip how many numbers at its start are held already and must not be kept again
   * @param next the number after its last, where the cursor moves
   */
  record Accepted(long skip, Sequence next) implements Verdict {}

  /** All of it is held already. */
  record Duplicate(Sequence next) implements Verdict {}

  /** It begins beyond what is held: the station shall go back to {@code next}. */
  record Gap(Sequence next) implements Verdict {}

  /**
   * It continues the journal, but its body cannot be believed: kept raw with this reason, and its
   * numbers count as received, so that one bad envelope never stops a station.
   */
  record Rejected(String reason, Sequence next) implements Verdict {}
}
