package org.yizhan.hub.store;

import java.util.regex.Pattern;

/** What makes an entry one and the same however often it is sent: 32 hexadecimal digits. */
public record EntryKey(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public EntryKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException("an entry's key is 32 hexadecimal digits");
    }
  }

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
