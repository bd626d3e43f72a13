package org.yizhan.wire;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words of one enumeration on the wire: {@code DOOR_HELD_OPEN} is {@code door-held-open}. */
final class Words<E extends Enum<E>> {
  private final String what;
  private final Map<E, String> byValue;
  private final Map<String, E> byWord = new HashMap<>();

  private Words(String what, Class<E> type) {
    this.what = what;
    byValue = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      String word = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
      byValue.put(value, word);
      byWord.put(word, value);
    }
  }

  /** The words of {@code type}; {@code what} names it in errors. */
  static <E extends Enum<E>> Words<E> of(String what, Class<E> type) {
    return new Words<>(what, type);
  }

  String wordOf(E value) {
    return Objects.requireNonNull(byValue.get(value));
  }

  /** The value of this word, or null when a newer program must have written it. */
  @Nullable E find(String word) {
    return byWord.get(word);
  }

  E require(String word) {
    E value = byWord.get(word);
    if (value == null) {
      throw new WireException(what + " \"" + WireText.cut(word, 40) + "\" is not known here");
    }
    return value;
  }
}
