package org.yizhan.station;

import java.util.regex.Pattern;

/**
 * The name of one station, the same in its certificate, its MQTT client id, its topics and its
 * address on the hub's pages: 3 to 40 characters of {@code a-z}, {@code 0-9} and {@code -},
 * beginning and ending with a letter or figure.
 */
public record StationId(String value) implements Comparable<StationId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");

  public StationId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a station id has 3 to 40 characters of a-z, 0-9 and '-', not " + quote(value));
    }
  }

  public static boolean isValid(String text) {
    return text.length() <= 40 && FORM.matcher(text).matches();
  }

  private static String quote(String text) {
    return '"' + (text.length() > 48 ? text.substring(0, 48) + "…" : text) + '"';
  }

  @Override
  public int compareTo(StationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
