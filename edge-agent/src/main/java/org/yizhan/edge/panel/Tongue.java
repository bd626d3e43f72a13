package org.yizhan.edge.panel;

import java.util.Locale;
import org.yizhan.station.BilingualText;

/** The two languages of the panel; Chinese unless English is asked for. */
enum Tongue {
  ZH("zh-CN"),
  EN("en");

  private static final int HEADER_MAX = 200;

  final String tag;

  Tongue(String tag) {
    this.tag = tag;
  }

  /**
   * By the address's {@code lang}, else by the first language the browser accepts that is one of
   * the two (RFC 9110, section 12.5.4, without weights: browsers send them in order).
   */
  static Tongue of(String lang, String acceptLanguage) {
    if (!lang.isEmpty()) {
      return lang.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }
    String accepted = acceptLanguage.substring(0, Math.min(HEADER_MAX, acceptLanguage.length()));
    for (String language : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      String name = language.strip();
      if (name.startsWith("zh")) {
        return ZH;
      }
      if (name.startsWith("en")) {
        return EN;
      }
    }
    return ZH;
  }

  String say(String zh, String en) {
    return this == ZH ? zh : en;
  }

  String say(BilingualText text) {
    return say(text.zh(), text.en());
  }
}
