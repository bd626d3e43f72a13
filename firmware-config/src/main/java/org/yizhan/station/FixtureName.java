package org.yizhan.station;

import java.util.regex.Pattern;

/** The name a profile gives to one fixture ("front-lock"): 1 to 32 of {@code a-z 0-9 -}. */
public record FixtureName(String value) implements Comparable<FixtureName> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public FixtureName {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a fixture name has 1 to 32 characters of a-z, 0-9 and '-', beginning with a letter or"
              + " figure");
    }
  }

  public static boolean isValid(String text) {
    return text.length() <= 32 && FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(FixtureName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
