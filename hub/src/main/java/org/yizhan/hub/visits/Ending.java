package org.yizhan.hub.visits;

/** How the end of a visit is known. */
public enum Ending {
  /** The beams saw somebody leave; who came first is taken to leave first. */
  BEAMS,
  /** The station was found empty. */
  EMPTY,
  /** Nobody saw the end: two hours after the beginning. */
  ESTIMATED
}
