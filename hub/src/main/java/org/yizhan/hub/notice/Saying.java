package org.yizhan.hub.notice;

import java.util.regex.Pattern;

/**
 * One sentence for people in the two languages of the product, each 1 to 400 characters on one
 * line. Control and invisible characters are refused: they could turn the words around them.
 */
public record Saying(String zh, String en) {
  public static final int LENGTH_MAX = 400;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  public Saying {
    if (!isValid(zh) || !isValid(en)) {
      throw new IllegalArgumentException(
          "both languages are needed, each 1 to " + LENGTH_MAX + " visible characters on one line");
    }
  }

  private static boolean isValid(String text) {
    return !text.isBlank() && text.length() <= LENGTH_MAX && !UNSEEN.matcher(text).find();
  }

  public String in(Tongue tongue) {
    return switch (tongue) {
      case ZH -> zh;
      case EN -> en;
    };
  }
}
