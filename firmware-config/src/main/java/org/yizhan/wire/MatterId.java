package org.yizhan.wire;

import java.util.regex.Pattern;

/**
 * What makes a matter one and the same: 32 hexadecimal digits, drawn by the phone it was told on.
 * Who holds it may read the answer and rate it.
 */
public record MatterId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public MatterId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a matter's id is 32 hexadecimal digits");
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
