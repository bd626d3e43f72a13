package org.yizhan.edge.occupancy;

/** How far the estimate is believed, in per cent. Reasoned, not measured. */
final class Confidence {
  static final int AFTER_START = 30;

  /** Door shut, nobody sensed for long: as sure as it gets. */
  static final int SEEN_EMPTY = 95;

  /** Somebody is sensed though nobody was counted: one at least. */
  static final int SUPPOSED = 50;

  /** The sensor the number rested on turned out to be stuck. */
  static final int AFTER_STUCK = 20;

  private static final int LEAST = 20;
  private static final int LOST_PER_PASSAGE = 3;
  private static final int LOST_PER_MISCOUNT = 20;

  private Confidence() {}

  /** Beams miscount now and then, so each passage makes the sum a little less sure. */
  static int afterPassage(int percent) {
    return Math.max(LEAST, percent - LOST_PER_PASSAGE);
  }

  /** Somebody left a room that was thought to be empty. */
  static int afterMiscount(int percent) {
    return Math.max(LEAST, percent - LOST_PER_MISCOUNT);
  }
}
