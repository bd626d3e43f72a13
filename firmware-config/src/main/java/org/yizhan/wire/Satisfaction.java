package org.yizhan.wire;

/** How an answer is rated by who raised the matter. */
public enum Satisfaction {
  SATISFIED,
  PARTLY,
  /** It is open again. */
  NOT_SATISFIED
}
