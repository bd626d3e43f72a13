package org.yizhan.pass;

/**
 * The Base45 data encoding of RFC 9285: two bytes in three characters that a QR code packs into 5.5
 * bits each. Reading is strict: a foreign character, a lone character at the end and a group above
 * its bytes are refused (section 6).
 */
final class Base45 {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final int BASE = ALPHABET.length();
  private static final byte[] VALUES = values();

  private Base45() {}

  private static byte[] values() {
    byte[] values = new byte[128];
    for (int c = 0; c < values.length; c++) {
      values[c] = (byte) ALPHABET.indexOf(c);
    }
    return values;
  }

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 3 / 2 + 1);
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      int pair = ((bytes[i] & 0xFF) << 8) | (bytes[i + 1] & 0xFF);
      text.append(ALPHABET.charAt(pair % BASE))
          .append(ALPHABET.charAt(pair / BASE % BASE))
          .append(ALPHABET.charAt(pair / (BASE * BASE)));
    }
    if (bytes.length % 2 == 1) {
      int last = bytes[bytes.length - 1] & 0xFF;
      text.append(ALPHABET.charAt(last % BASE)).append(ALPHABET.charAt(last / BASE));
    }
    return text.toString();
  }

  static byte[] decode(String text) {
    int rest = text.length() % 3;
    if (rest == 1) {
      throw new MalformedPassException("Base45 ends in a lone character");
    }
    byte[] bytes = new byte[text.length() / 3 * 2 + rest / 2];
    int at = 0;
    for (int i = 0; i + 2 < text.length(); i += 3) {
      int pair = value(text, i) + BASE * value(text, i + 1) + BASE * BASE * value(text, i + 2);
      requireAtMost(0xFFFF, pair, i);
      bytes[at++] = (byte) (pair >> 8);
      bytes[at++] = (byte) pair;
    }
    if (rest == 2) {
      int i = text.length() - 2;
      int last = value(text, i) + BASE * value(text, i + 1);
      requireAtMost(0xFF, last, i);
      bytes[at] = (byte) last;
    }
    return bytes;
  }

  private static int value(String text, int at) {
    char c = text.charAt(at);
    int value = c < VALUES.length ? VALUES[c] : -1;
    if (value < 0) {
      throw new MalformedPassException("character " + at + " is not of the Base45 alphabet");
    }
    return value;
  }

  private static void requireAtMost(int most, int value, int at) {
    if (value > most) {
      throw new MalformedPassException("the Base45 group at character " + at + " is too big");
    }
  }
}
