package org.yizhan.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The members of one small JSON object, in any order, before its kind is known. Reused from object
 * to object: nothing is allocated but the texts. Members of other types than text and whole number
 * are remembered by name only.
 */
final class Fields {
  static final int COUNT_MAX = 24;
  static final int TEXT_MAX = 256;

  /** The longest number that can fit 64 bits, its sign included. */
  static final int FIGURES_MAX = 20;

  private final String[] names = new String[COUNT_MAX];
  private final @Nullable String[] texts = new @Nullable String[COUNT_MAX];
  private final long[] numbers = new long[COUNT_MAX];
  private final boolean[] isNumber = new boolean[COUNT_MAX];
  private int size;
  private @Nullable String problem;

  /**
   * Reads the members up to the closing brace; the parser stands on the opening one. Always reads
   * to the end, so that the next object can be read whatever is wrong with this one.
   */
  void readFrom(JsonParser parser) throws IOException {
    size = 0;
    problem = null;
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken value = parser.nextToken();
      if (!take(name)) {
        parser.skipChildren();
        continue;
      }
      int at = size - 1;
      texts[at] = null;
      isNumber[at] = false;
      switch (value) {
        case VALUE_STRING -> {
          if (parser.getTextLength() <= TEXT_MAX) {
            texts[at] = parser.getText();
          }
        }
        case VALUE_NUMBER_INT -> readNumber(parser, at);
        case START_OBJECT, START_ARRAY -> parser.skipChildren();
        default -> {
          // a fraction, true, false or null: known by name only
        }
      }
    }
  }

  /** Reads a sound object where the parser stands; {@code what} names it in errors. */
  void readObject(JsonParser parser, String what) throws IOException {
    JsonText.require(parser, JsonToken.START_OBJECT, what + " must be an object");
    readFrom(parser);
    requireSound();
  }

  private void readNumber(JsonParser parser, int at) throws IOException {
    if (parser.getTextLength() > FIGURES_MAX
        || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return;
    }
    numbers[at] = parser.getLongValue();
    isNumber[at] = true;
  }

  private boolean take(String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        problem = "field \"" + name + "\" stands twice";
        return false;
      }
    }
    if (size == COUNT_MAX) {
      problem = "more than " + COUNT_MAX + " fields";
      return false;
    }
    names[size++] = name;
    return true;
  }

  /** Refuses an object that had a name twice or too many of them. */
  void requireSound() {
    if (problem != null) {
      throw new WireException(problem);
    }
  }

  boolean has(String name) {
    return find(name) >= 0;
  }

  /** A text of this name, or null when there is none. */
  @Nullable String textOrNull(String name) {
    int at = find(name);
    return at < 0 ? null : texts[at];
  }

  String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      throw wrong(name, "a text of at most " + TEXT_MAX + " characters");
    }
    if (!WireText.isWellFormed(text)) {
      throw wrong(name, "text without half surrogates");
    }
    return text;
  }

  long number(String name, long least, long most) {
    int at = find(name);
    if (at < 0 || !isNumber[at] || numbers[at] < least || numbers[at] > most) {
      throw wrong(name, "a whole number from " + least + " to " + most);
    }
    return numbers[at];
  }

  int integer(String name) {
    return (int) number(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private int find(String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private WireException wrong(String name, String needed) {
    return new WireException(
        "field \"" + name + "\"" + (has(name) ? "" : " is missing: it") + " must be " + needed);
  }
}
