package org.yizhan.hub.store;

import org.yizhan.hub.stock.Movement;
import org.yizhan.hub.visits.Visit;
import org.yizhan.wire.Fact;

/** What folding a fact changes in the tables, to be done in the order given. */
public sealed interface FoldedChange {
  /** A visit is new or different. */
  record VisitChanged(Visit visit) implements FoldedChange {}

  /**
   * A visit is in the numbers from here on. While its beginning has no wall time it is counted by
   * {@link TimeKnown} instead.
   */
  record VisitCounted(Visit visit) implements FoldedChange {}

  /**
   * The journal's wall time became known: visits kept without one began at {@code journalBeganMs}
   * plus their time since the journal began, and those with counted evidence are counted now.
   */
  record TimeKnown(long journalBeganMs) implements FoldedChange {}

  /** Something happened to an item on the shelf. */
  record StockMoved(Movement movement) implements FoldedChange {}

  /**
   * People told something of the station.
   *
   * @param fact the number of the fact
   * @param atMs wall time, guessed when the journal's clock was not trusted
   */
  record PeopleTold(long fact, long atMs, Fact.Told told) implements FoldedChange {}
}
