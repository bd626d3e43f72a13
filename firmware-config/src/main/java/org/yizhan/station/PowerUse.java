package org.yizhan.station;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When there is power behind a relay; the word in a profile is the name in kebab case. */
public enum PowerUse {
  ALWAYS,
  /** During the opening hours, and while somebody is still inside. */
  WHILE_OPEN,
  /** While somebody is inside, and for some minutes after. */
  WHILE_OCCUPIED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<PowerUse> ofWord(String word) {
    return Arrays.stream(values()).filter(use -> use.word().equals(word)).findAny();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(PowerUse::word).toList();
  }
}
