package org.yizhan.hub.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that comes back with every form (OWASP CSRF Cheat Sheet, HMAC of the session cookie).
 * It is masked with fresh random bytes each time it is shown, so that a compressed page does not
 * give it away piece by piece (the BREACH attack).
 */
final class FormToken {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FormToken() {}

  static String of(String cookie) {
    byte[] mac = mac(cookie);
    byte[] both = new byte[2 * BYTES];
    byte[] mask = new byte[BYTES];
    RANDOM.nextBytes(mask);
    for (int i = 0; i < BYTES; i++) {
      both[i] = mask[i];
      both[BYTES + i] = (byte) (mask[i] ^ mac[i]);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  static boolean belongsTo(String cookie, String token) {
    if (cookie.isEmpty() || token.length() != 86) {
      return false;
    }
    byte[] both;
    try {
      both = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
    byte[] shown = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      shown[i] = (byte) (both[i] ^ both[BYTES + i]);
    }
    return MessageDigest.isEqual(shown, mac(cookie));
  }

  private static byte[] mac(String cookie) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal("form".getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
    }
  }
}
