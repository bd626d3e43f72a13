package org.yizhan.wire;

import java.util.regex.Pattern;

/**
 * A pass holder as one station knows them for one month: 64 bits as 16 hexadecimal digits, made
 * with a key the station draws itself and destroys each month. Says nothing anywhere else.
 */
public record Visitor(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  public Visitor {
    if (value.length() != 16 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a visitor pseudonym is 16 hexadecimal digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
