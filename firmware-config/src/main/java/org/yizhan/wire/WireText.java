package org.yizhan.wire;

/** What may stand in a text on the wire. */
final class WireText {
  private static final char REPLACEMENT = '\uFFFD';

  private WireText() {}

  /** At most {@code lengthMax} characters, marked when something was left off. */
  static String cut(String text, int lengthMax) {
    return text.length() <= lengthMax ? text : text.substring(0, lengthMax) + "…";
  }

  /** Whether every surrogate has its partner, so that the text can be written as UTF-8. */
  static boolean isWellFormed(String text) {
    return firstHalfSurrogate(text, 0) < 0;
  }

  /** The same text with every half surrogate replaced by U+FFFD: writing must never fail. */
  static String wellFormed(String text) {
    int i = firstHalfSurrogate(text, 0);
    if (i < 0) {
      return text;
    }
    char[] mended = text.toCharArray();
    while (i >= 0) {
      mended[i] = REPLACEMENT;
      i = firstHalfSurrogate(text, i + 1);
    }
    return new String(mended);
  }

  private static int firstHalfSurrogate(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return -1;
  }
}
