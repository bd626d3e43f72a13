package org.yizhan.hub.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.yizhan.wire.Fact;

/** What people type into a matter, made plain; and the keys that make sending twice one. */
final class MatterWords {
  private static final SecureRandom RANDOM = new SecureRandom();

  private MatterWords() {}

  /** One line without control or direction characters; may still be too long. */
  static String plain(String typed) {
    return typed
        .replaceAll("\\s+", " ")
        .replaceAll(
            "[\\p{Cc}\\p{Co}\\p{Cs}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
        .strip();
  }

  static boolean isTooLong(String words) {
    return words.length() > Fact.Told.WORDS_MAX;
  }

  /** 32 hexadecimal digits nobody drew before. */
  static String draw() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** 32 hexadecimal digits that follow from a text and do not give it away. */
  static String derive(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
