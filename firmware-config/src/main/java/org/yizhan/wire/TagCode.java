package org.yizhan.wire;

import java.util.regex.Pattern;

/**
 * What is written on the tag of a thing that is lent: 10 of {@code 0-9 a-z} without {@code i l o u}
 * (Crockford's base 32), 50 random bits, so that only who holds the thing knows it.
 */
public record TagCode(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{10}");

  public TagCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a tag has 10 of 0-9 and a-z without i, l, o and u");
    }
  }

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
