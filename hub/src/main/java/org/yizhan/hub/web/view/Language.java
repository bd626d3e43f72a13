package org.yizhan.hub.web.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages; the first is the usual one. */
public enum Language {
  ZH("zh-CN", "zh", Locale.SIMPLIFIED_CHINESE),
  EN("en", "en", Locale.UK);

  private static final int HEADER_LENGTH_MAX = 200;

  private final String tag;
  private final String code;
  private final Locale locale;

  Language(String tag, String code, Locale locale) {
    this.tag = tag;
    this.code = code;
    this.locale = locale;
  }

  /** As HTML's {@code lang} says it (BCP 47). */
  public String tag() {
    return tag;
  }

  /** As an address or a cookie says it: {@code zh} or {@code en}. */
  public String code() {
    return code;
  }

  public Locale locale() {
    return locale;
  }

  public static Optional<Language> ofCode(String text) {
    for (Language language : values()) {
      if (language.code.equals(text)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The best of ours for an {@code Accept-Language} header; a broken or foreign one gives ZH. */
  public static Language ofHeader(String header) {
    if (header.isBlank() || header.length() > HEADER_LENGTH_MAX) {
      return ZH;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
        for (Language language : List.of(values())) {
          if (range.getWeight() > 0 && (range.getRange() + '-').startsWith(language.code + '-')) {
            return language;
          }
        }
      }
      return ZH;
    } catch (IllegalArgumentException e) {
      return ZH; // not a list of languages (RFC 9110, 12.5.4): treated as absent
    }
  }
}
