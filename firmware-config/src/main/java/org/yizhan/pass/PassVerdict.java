package org.yizhan.pass;

/** What {@code PassVerifier} found. */
public sealed interface PassVerdict {
  record Genuine(Pass pass, PassKind kind) implements PassVerdict {}

  /** Signed by a trusted issuer but not good now: the reason is a time or a revocation. */
  record Unusable(Pass pass, RefusalReason reason) implements PassVerdict {}

  /** Not a pass we know: nothing in it is believed. */
  record Rejected(RefusalReason reason) implements PassVerdict {}
}
