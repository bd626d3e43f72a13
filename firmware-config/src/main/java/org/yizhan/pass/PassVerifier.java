package org.yizhan.pass;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Judges what was shown at the door, by the station alone. The order: form, issuer (key id and
 * name), signature, times, revocation, holder's proof. Nothing in a pass is believed before its
 * signature is; nothing makes this throw.
 */
public final class PassVerifier {
  /** How far the hub's clock may run ahead of the station's. */
  public static final Duration CLOCK_LEEWAY = Duration.ofSeconds(60);

  private PassVerifier() {}

  /**
   * Judges one text.
   *
   * @param text what the scanner read, without its line end
   * @param now the station's wall time; while the clock is not trusted, the latest time that is
   *     known to have passed
   * @param clockTrusted whether {@code now} is right. When it is not, a pass that has expired by
   *     then has certainly expired, and one that begins later cannot be called too early
   */
  public static PassVerdict judge(
      String text, TrustedPassState trusted, Instant now, boolean clockTrusted) {
    if (!text.startsWith(PassCodec.PREFIX)) {
      return new PassVerdict.Rejected(RefusalReason.NOT_A_PASS);
    }
    PassCodec.Shown shown;
    try {
      shown = PassCodec.read(text);
    } catch (MalformedPassException malformed) {
      return new PassVerdict.Rejected(RefusalReason.UNREADABLE);
    }
    List<IssuerKey> keys =
        trusted.issuers().stream().filter(key -> couldHaveSigned(key, shown)).toList();
    if (keys.isEmpty()) {
      return new PassVerdict.Rejected(RefusalReason.UNKNOWN_ISSUER);
    }
    byte[] signed = shown.message().toBeSigned();
    if (keys.stream()
        .noneMatch(key -> Ed25519.verify(key.publicKey(), signed, shown.message().signature()))) {
      return new PassVerdict.Rejected(RefusalReason.BAD_SIGNATURE);
    }
    return judgeClaims(shown, trusted, now, clockTrusted);
  }

  private static boolean couldHaveSigned(IssuerKey key, PassCodec.Shown shown) {
    return key.issuer().equals(shown.pass().issuer()) && Arrays.equals(key.keyId(), shown.keyId());
  }

  private static PassVerdict judgeClaims(
      PassCodec.Shown shown, TrustedPassState trusted, Instant now, boolean clockTrusted) {
    Pass pass = shown.pass();
    if (!now.isBefore(pass.expiresAt())) {
      return new PassVerdict.Unusable(pass, RefusalReason.EXPIRED);
    }
    if (clockTrusted && pass.validFrom().minus(CLOCK_LEEWAY).isAfter(now)) {
      return new PassVerdict.Unusable(pass, RefusalReason.NOT_YET_VALID);
    }
    if (trusted.revoked().contains(pass.id())) {
      return new PassVerdict.Unusable(pass, RefusalReason.REVOKED);
    }
    if (shown.holderKey().isPresent()) {
      return new PassVerdict.Unusable(pass, RefusalReason.HOLDER_PROOF_MISSING);
    }
    return new PassVerdict.Genuine(pass, PassKind.CARD);
  }
}
