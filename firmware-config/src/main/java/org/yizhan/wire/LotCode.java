package org.yizhan.wire;

import java.util.regex.Pattern;

/**
 * The lot (batch) number a maker prints on a package: 1 to 32 of {@code A-Z a-z 0-9 . / _ -}, the
 * first no punctuation.
 */
public record LotCode(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,31}");

  public LotCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a lot number has 1 to 32 characters of A-Z, a-z, 0-9 and . / _ -");
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
