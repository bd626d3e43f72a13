package org.yizhan.simulation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassId;
import org.yizhan.pass.PassSigner;
import org.yizhan.pass.PassSubject;
import org.yizhan.pass.TrustedPassState;

/**
 * Six good passes and a revoked one, really signed; every simulated station trusts their issuer.
 */
record IssuedPasses(TrustedPassState trusted, List<String> texts) {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2028-01-01T00:00:00Z");

  static IssuedPasses issue() {
    PassSigner signer = PassSigner.generate("simulation", new SecureRandom());
    List<String> texts =
        IntStream.rangeClosed(1, 7).mapToObj(number -> signer.sign(pass(number))).toList();
    Set<PassId> revoked = Set.of(pass(7).id());
    return new IssuedPasses(new TrustedPassState(List.of(signer.key()), revoked), texts);
  }

  private static Pass pass(int number) {
    String hex = String.format("%032x", number);
    return new Pass(new PassId(hex), new PassSubject(hex), "simulation", BEGIN, BEGIN, END);
  }
}
