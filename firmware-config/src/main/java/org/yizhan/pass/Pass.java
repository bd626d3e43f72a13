package org.yizhan.pass;

import java.time.Instant;

/** The claims of a pass whose signature has been checked. Times are whole seconds (NumericDate). */
public record Pass(
    PassId id,
    PassSubject subject,
    String issuer,
    Instant issuedAt,
    Instant validFrom,
    Instant expiresAt) {
  public Pass {
    if (issuer.isEmpty() || issuer.length() > 64) {
      throw new IllegalArgumentException("an issuer's name has 1 to 64 characters");
    }
    if (!validFrom.isBefore(expiresAt)) {
      throw new IllegalArgumentException("a pass must end after it begins");
    }
  }
}
