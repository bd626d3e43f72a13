package org.yizhan.hub.web.view;

import org.yizhan.hub.fleet.UsableNow;

/** The three answers to "can a worker use it now?", by shape and word as well as colour. */
public enum Standing {
  NO("no", "▲"),
  UNKNOWN("unknown", "◌"),
  YES("yes", "●");

  private final String code;
  private final String glyph;

  Standing(String code, String glyph) {
    this.code = code;
    this.glyph = glyph;
  }

  /**
   * {@code yes}, {@code no} or {@code unknown}: in the API, in message keys and in style classes.
   */
  public String code() {
    return code;
  }

  public String glyph() {
    return glyph;
  }

  public static Standing of(UsableNow usable) {
    return switch (usable) {
      case UsableNow.Yes _ -> YES;
      case UsableNow.No _ -> NO;
      case UsableNow.Unknown _ -> UNKNOWN;
    };
  }
}
