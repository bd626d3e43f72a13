package org.yizhan.pass;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
    if (!isWhole(issuedAt) || !isWhole(validFrom) || !isWhole(expiresAt)) {
      throw new IllegalArgumentException("the times of a pass are whole seconds");
    }
    if (!validFrom.isBefore(expiresAt)) {
      throw new IllegalArgumentException("a pass must end after it begins");
    }
  }

  private static boolean isWhole(Instant instant) {
    return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
  }
}
