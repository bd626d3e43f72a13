package org.yizhan.pass;

import java.util.regex.Pattern;

/**
 * One issued pass, the CWT ID of RFC 8392 section 3.1.7: 128 random bits as 32 hexadecimal digits.
 */
public record PassId(String hex) implements Comparable<PassId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public PassId {
    if (hex.length() != 32 || !FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a pass id is 32 hexadecimal digits");
    }
  }

  @Override
  public int compareTo(PassId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
