package org.yizhan.hub.matters;

/** How a matter stands. */
public enum MatterState {
  /** Nobody has answered. */
  OPEN,
  /** Somebody sees to it. */
  ANSWERED,
  SOLVED,
  /** Nothing can be done; the answer says why. */
  DECLINED,
  /** Who raised it was not satisfied. */
  REOPENED;

  /** Whether somebody still has to answer. */
  public boolean isUnanswered() {
    return this == OPEN || this == REOPENED;
  }

  /** Whether there is still something to be done. */
  public boolean isOpen() {
    return isUnanswered() || this == ANSWERED;
  }
}
