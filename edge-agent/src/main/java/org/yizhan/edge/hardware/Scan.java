package org.yizhan.edge.hardware;

import org.yizhan.edge.station.StationEvent.PassScanned;

/**
 * One code as a scanner read it.
 *
 * @param text 1 to {@value PassScanned#TEXT_MAX} characters
 * @param reply who wants the decision; 0 when nobody asked
 */
public record Scan(String text, long reply) {
  public Scan {
    if (text.isEmpty() || text.length() > PassScanned.TEXT_MAX) {
      throw new IllegalArgumentException(
          "a scan has 1 to " + PassScanned.TEXT_MAX + " characters, not " + text.length());
    }
  }

  /** Nobody waits for the decision. */
  public static Scan of(String text) {
    return new Scan(text, 0);
  }
}
