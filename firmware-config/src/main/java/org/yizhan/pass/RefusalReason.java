package org.yizhan.pass;

/** Why the door stayed shut. The panel and the pages turn each into a sentence. */
public enum RefusalReason {
  UNREADABLE,
  NOT_A_PASS,
  UNKNOWN_ISSUER,
  BAD_SIGNATURE,
  NOT_YET_VALID,
  EXPIRED,
  REVOKED,
  HOLDER_PROOF_MISSING,
  HOLDER_PROOF_WRONG,
  OUTSIDE_HOURS,
  TOO_MANY_TRIES,
  /** It took what it may take today. */
  DAILY_LIMIT
}
