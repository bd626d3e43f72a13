package org.yizhan.wire;

/** Why goods were taken off a shelf for good. */
public enum WriteOffReason {
  EXPIRED,
  DAMAGED,
  LOST,
  /** Their lot was called back. */
  RECALLED
}
