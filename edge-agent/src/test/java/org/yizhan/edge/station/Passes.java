package org.yizhan.edge.station;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassId;
import org.yizhan.pass.PassSigner;
import org.yizhan.pass.PassSubject;
import org.yizhan.pass.TrustedPassState;

/** Real passes of a real issuer that lives for one test run. */
public final class Passes {
  private static final PassSigner ISSUER = PassSigner.generate("binzhou-union", new SecureRandom());
  private static final PassSigner STRANGER =
      PassSigner.generate("binzhou-union", new SecureRandom());

  public static final Pass CLAIMS =
      new Pass(
          new PassId("ab".repeat(16)),
          new PassSubject("cd".repeat(16)),
          "binzhou-union",
          Instant.parse("2020-01-01T00:00:00Z"),
          Instant.parse("2020-01-01T00:00:00Z"),
          Instant.parse("2090-01-01T00:00:00Z"));

  /** A pass that opens, as a scanner reads it. */
  public static final String GOOD = ISSUER.sign(CLAIMS);

  /** The same claims, signed by somebody else. */
  public static final String FORGED = STRANGER.sign(CLAIMS);

  private Passes() {}

  public static TrustedPassState trusted() {
    return new TrustedPassState(List.of(ISSUER.key()), Set.of());
  }

  public static TrustedPassState revoked() {
    return new TrustedPassState(List.of(ISSUER.key()), Set.of(CLAIMS.id()));
  }
}
