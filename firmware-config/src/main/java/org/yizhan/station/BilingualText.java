package org.yizhan.station;

/** A short text for people in the two languages of the product, each 1 to 80 characters. */
public record BilingualText(String zh, String en) {
  public static final int LENGTH_MAX = 80;

  public BilingualText {
    if (zh.isBlank() || en.isBlank() || zh.length() > LENGTH_MAX || en.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "both languages are needed, each 1 to " + LENGTH_MAX + " characters");
    }
  }
}
