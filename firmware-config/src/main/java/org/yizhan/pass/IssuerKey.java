package org.yizhan.pass;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An Ed25519 public key whose signature on a pass is believed.
 *
 * @param issuer the {@code iss} claim that passes signed with it must carry
 * @param publicKeyHex the 32 bytes of RFC 8032 as 64 lower-case hexadecimal digits
 */
public record IssuerKey(String issuer, String publicKeyHex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public IssuerKey {
    if (issuer.isEmpty() || issuer.length() > 64) {
      throw new IllegalArgumentException("an issuer's name has 1 to 64 characters");
    }
    if (publicKeyHex.length() != 64 || !FORM.matcher(publicKeyHex).matches()) {
      throw new IllegalArgumentException("an Ed25519 public key is 64 hexadecimal digits");
    }
  }

  byte[] publicKey() {
    return HexFormat.of().parseHex(publicKeyHex);
  }

  /** What a pass names the key by: the first 8 bytes of the SHA-256 of the public key. */
  byte[] keyId() {
    return Arrays.copyOf(Sha256.of(publicKey()), PassCodec.KEY_ID_BYTES);
  }
}
