package org.yizhan.pass;

import java.util.regex.Pattern;

/**
 * Who holds the pass, as 128 random bits in 32 hexadecimal digits. Never leaves the station: facts
 * carry a pseudonym made from it.
 */
public record PassSubject(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public PassSubject {
    if (hex.length() != 32 || !FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a pass subject is 32 hexadecimal digits");
    }
  }
}
