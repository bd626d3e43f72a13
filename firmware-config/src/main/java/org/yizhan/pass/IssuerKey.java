package org.yizhan.pass;

import java.util.HexFormat;

/**
 * An Ed25519 public key whose signature on a pass is believed.
 *
 * @param issuer the {@code iss} claim that passes signed with it must carry
 * @param publicKeyHex the 32 bytes of RFC 8032 as 64 hexadecimal digits
 */
public record IssuerKey(String issuer, String publicKeyHex) {
  public IssuerKey {
    if (issuer.isEmpty() || issuer.length() > 64) {
      throw new IllegalArgumentException("an issuer's name has 1 to 64 characters");
    }
    if (publicKeyHex.length() != 64 || HexFormat.of().parseHex(publicKeyHex).length != 32) {
      throw new IllegalArgumentException("an Ed25519 public key is 64 hexadecimal digits");
    }
  }
}
