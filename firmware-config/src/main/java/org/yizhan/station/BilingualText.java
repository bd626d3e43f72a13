package org.yizhan.station;

import java.util.regex.Pattern;

/**
 * A short text for people in the two languages of the product, each 1 to 80 characters on one line.
 * Control and invisible characters are refused: they could turn the words around them on a page or
 * in a terminal.
 */
public record BilingualText(String zh, String en) {
  public static final int LENGTH_MAX = 80;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  public BilingualText {
    if (!isValid(zh) || !isValid(en)) {
      throw new IllegalArgumentException(
          "both languages are needed, each 1 to " + LENGTH_MAX + " visible characters on one line");
    }
  }

  public static boolean isValid(String text) {
    return !text.isBlank() && text.length() <= LENGTH_MAX && !UNSEEN.matcher(text).find();
  }
}
