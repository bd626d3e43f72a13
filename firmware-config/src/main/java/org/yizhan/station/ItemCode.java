package org.yizhan.station;

import java.util.regex.Pattern;

/**
 * A supply item's code, the same at every station ("water-550ml"): 1 to 32 of {@code a-z 0-9 -}.
 */
public record ItemCode(String value) implements Comparable<ItemCode> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public ItemCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "an item code has 1 to 32 characters of a-z, 0-9 and '-', beginning with a letter or"
              + " figure");
    }
  }

  public static boolean isValid(String text) {
    return text.length() <= 32 && FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(ItemCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
