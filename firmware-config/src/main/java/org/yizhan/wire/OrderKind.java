package org.yizhan.wire;

/** The kinds of desired state, each with its own revision counter. */
public enum OrderKind {
  PROFILE,
  ISSUERS,
  REVOCATIONS,
  /** What stands on the shelves. */
  STOCK
}
