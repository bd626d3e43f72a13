package org.yizhan.hub.visits;

/** How a visit is known. */
public enum Evidence {
  /** A pass was accepted, the door did not move: shown, not counted. */
  ADMISSION_ONLY,
  /** A pass was accepted and the door moved, or the beams saw somebody pass, soon after. */
  PASS_AND_DOOR,
  /** A pass was accepted where nothing watches the door: counted, and said to be no more. */
  PASS_ONLY,
  /** The beams saw somebody come in for whom there is no admission. */
  SENSOR_ONLY;

  /** Whether it is in the numbers of visits. */
  public boolean isCounted() {
    return this != ADMISSION_ONLY;
  }
}
