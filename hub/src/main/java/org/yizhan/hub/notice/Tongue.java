package org.yizhan.hub.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language of one address. A message is in one of them, never in both. */
public enum Tongue {
  ZH,
  EN;

  /** As people write it: {@code zh} or {@code en}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Tongue> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
