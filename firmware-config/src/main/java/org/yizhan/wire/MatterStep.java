package org.yizhan.wire;

/** What an answer does to a matter. */
public enum MatterStep {
  /** It is being seen to, and stays open. */
  ANSWERED,
  /** It is mended, or what was found went back to its owner. */
  SOLVED,
  /** Nothing can be done here, and the answer says why. */
  DECLINED
}
