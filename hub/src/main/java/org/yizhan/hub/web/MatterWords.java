package org.yizhan.hub.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.yizhan.pass.Sha256;
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
    return Sha256.hex(text).substring(0, 32);
  }
}
