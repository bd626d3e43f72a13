package org.yizhan.edge.occupancy;

import org.yizhan.wire.Moment;

/**
 * One pair of beams, read like a rotary encoder: free → outer → both → inner → free is a whole turn
 * inward, and a step back takes back a quarter. Who turns round ends where they began. Somebody who
 * follows so closely that the beams never come free is seen by the second body reaching the far
 * beam.
 *
 * @param since when a beam last changed
 * @param quarters how far the passage has come: +4 is inward, −4 outward
 * @param inward bodies that came past the inner beam, {@code outward} past the outer one
 * @param pastOuter a body has left the outer beam behind and stands in the inner one
 * @param pastInner a body has left the inner beam behind and stands in the outer one
 * @param doorWasOpen whether the door let anybody through at some time of this passage
 */
public record BeamPassage(
    boolean outer,
    boolean inner,
    Moment since,
    int quarters,
    int inward,
    int outward,
    boolean pastOuter,
    boolean pastInner,
    boolean doorWasOpen) {
  static final int PEOPLE_MAX = 10;
  private static final int WHOLE = 4;

  static BeamPassage freeAt(Moment at) {
    return new BeamPassage(false, false, at, 0, 0, 0, false, false, false);
  }

  boolean isFree() {
    return !outer && !inner;
  }

  /** How many people this finished passage let in, or out as a negative number; 0 for none. */
  int people() {
    if (!isFree() || !doorWasOpen) {
      return 0;
    }
    if (quarters >= WHOLE) {
      return Math.clamp(inward, 1, PEOPLE_MAX);
    }
    return quarters <= -WHOLE ? -Math.clamp(outward, 1, PEOPLE_MAX) : 0;
  }

  /** The beams after one of them changed; a reading that changes nothing gives this. */
  BeamPassage after(Moment at, boolean outerNow, boolean innerNow, boolean doorIsOpen) {
    if (outerNow == outer && innerNow == inner) {
      return this;
    }
    BeamPassage from = isFree() ? freeAt(at) : this;
    int turn = Math.floorMod(phase(outerNow, innerNow) - from.phase(), 4);
    boolean outerFreed = from.outer && !outerNow;
    boolean innerFreed = from.inner && !innerNow;
    boolean nowPastOuter = (outerFreed && innerNow) || (from.pastOuter && !innerFreed);
    boolean nowPastInner = (innerFreed && outerNow) || (from.pastInner && !outerFreed);
    return new BeamPassage(
        outerNow,
        innerNow,
        at,
        from.quarters + (turn == 1 ? 1 : -1),
        from.inward + (innerFreed && from.pastOuter ? 1 : 0),
        from.outward + (outerFreed && from.pastInner ? 1 : 0),
        nowPastOuter,
        nowPastInner,
        from.doorWasOpen || doorIsOpen);
  }

  private int phase() {
    return phase(outer, inner);
  }

  private static int phase(boolean outer, boolean inner) {
    if (outer) {
      return inner ? 2 : 1;
    }
    return inner ? 3 : 0;
  }
}
