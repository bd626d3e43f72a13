package org.yizhan.hub.people;

import java.security.SecureRandom;
import java.util.Base64;
import org.yizhan.pass.Sha256;

/**
 * Random texts that open something, and the only form in which they are kept. 192 bits, so a plain
 * SHA-256 is enough: there is nothing to guess (OWASP ASVS 5.0, 7.2.3 asks for 128).
 */
final class RandomToken {
  private static final int BYTES = 24;
  static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomToken() {}

  /** 32 characters of base64url. */
  static String draw() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String token) {
    return Sha256.of(token);
  }
}
