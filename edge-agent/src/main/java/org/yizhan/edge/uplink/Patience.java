package org.yizhan.edge.uplink;

import java.util.List;
import org.yizhan.edge.journal.Worth;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;

/**
 * How long a fact may wait for others to share its envelope. An envelope with its answers costs
 * some 400 bytes besides its facts, and a visit makes eight facts: what nobody at the hub waits for
 * is sent together. Whatever counts a visit or raises a fault goes at once.
 */
public final class Patience {
  /**
   * How old a reading of the air may get before it is sent without company: presence has told it
   * long since, the fact is for the charts.
   */
  static final long AIR_MS = 5 * 60_000;

  /** The same for another measurement. */
  static final long MEASUREMENT_MS = 60_000;

  /** The same for somebody's way out, and for the end of their way in: until the door has shut. */
  static final long PASSAGE_MS = 10_000;

  /** The same for an admission that counts only once the door moves, which it soon does. */
  static final long ADMISSION_MS = 2_000;

  private Patience() {}

  /** When the first of these, in the order they happened, can wait no longer. */
  public static long dueMs(List<Entry> entries) {
    long due = Long.MAX_VALUE;
    boolean somebodyLeaves = false;
    for (Entry entry : entries) {
      due = Math.min(due, entry.at().sinceStartMs() + patienceMs(entry.fact(), somebodyLeaves));
      somebodyLeaves = entry.fact() instanceof Fact.ExitPressed;
    }
    return due;
  }

  private static long patienceMs(Fact fact, boolean somebodyLeaves) {
    if (fact instanceof Fact.ClimateMeasured) {
      return AIR_MS;
    }
    if (Worth.canWait(fact)) {
      return MEASUREMENT_MS;
    }
    if (fact instanceof Fact.PassAdmitted admitted && admitted.doorWatched()) {
      return ADMISSION_MS;
    }
    boolean patient =
        fact instanceof Fact.ExitPressed
            || fact instanceof Fact.PersonEntered
            || fact instanceof Fact.PersonLeft
            || fact instanceof Fact.DoorClosed
            || (somebodyLeaves && fact instanceof Fact.DoorOpened);
    return patient ? PASSAGE_MS : 0;
  }
}
