package org.yizhan.station;

import java.util.List;
import java.util.Map;

/** A piece of YAML with its place in the text. */
sealed interface YamlNode {
  Spot at();

  /** What the core schema of YAML 1.2 (10.3.2) takes a scalar for. */
  enum Kind {
    TEXT,
    WHOLE,
    DECIMAL,
    TRUTH,
    NOTHING
  }

  /**
   * A word, a number, a text.
   *
   * @param length as it is written, quotes and all, in code points
   */
  record Scalar(Spot at, int length, String value, Kind kind) implements YamlNode {}

  record Items(Spot at, List<YamlNode> items) implements YamlNode {}

  /** A mapping; its fields keep the order of the text. */
  record Fields(Spot at, Map<String, Field> fields) implements YamlNode {}

  /** Refused and reported already (an alias, a tag): whoever meets it says nothing more. */
  record Refused(Spot at) implements YamlNode {}

  record Field(Spot key, YamlNode value) {}
}
