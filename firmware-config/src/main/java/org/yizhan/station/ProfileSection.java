package org.yizhan.station;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.YamlNode.Field;

/** One mapping of the profile, read key by key; what nobody asked for is refused by name. */
final class ProfileSection {
  private final Spot at;
  private final Map<String, Field> fields;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();
  private final boolean readable;

  private ProfileSection(Spot at, @Nullable Map<String, Field> fields, Problems problems) {
    this.at = at;
    this.readable = fields != null;
    this.fields = fields == null ? Map.of() : fields;
    this.problems = problems;
  }

  /** When the node is no mapping, that is said once and the section is silent from then on. */
  static ProfileSection of(YamlNode node, String remedy, Problems problems) {
    return switch (node) {
      case YamlNode.Fields(var at, var fields) -> new ProfileSection(at, fields, problems);
      case YamlNode.Refused(var at) -> new ProfileSection(at, null, problems);
      case YamlNode.Scalar(var at, var length, var value, var kind) -> {
        problems.add(at, "keys with values are expected here", remedy);
        yield new ProfileSection(at, null, problems);
      }
      case YamlNode.Items(var at, var items) -> {
        problems.add(at, "keys with values are expected here, not a list", remedy);
        yield new ProfileSection(at, null, problems);
      }
    };
  }

  Spot at() {
    return at;
  }

  /** The place of a key of this section, or of the section where the key is absent. */
  Spot at(String key) {
    Field field = fields.get(key);
    return field == null ? at.below(key) : field.key();
  }

  /** The keys of the mapping below a key, as written; none where there is no mapping. */
  Set<String> keysOf(String key) {
    Field field = fields.get(key);
    return field != null && field.value() instanceof YamlNode.Fields(var ignored, var below)
        ? below.keySet()
        : Set.of();
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  /**
   * A section whose keys are names the writer chose: each is read by itself, and more than {@code
   * most} are reported.
   *
   * @param things what they are, for the report
   * @return what could be read
   */
  <T> List<T> each(int most, String things, BiFunction<String, Field, @Nullable T> read) {
    if (fields.size() > most) {
      problems.add(at, fields.size() + " " + things + " are too many", "keep at most " + most);
    }
    List<T> each = new ArrayList<>();
    fields.forEach(
        (key, field) -> {
          T one = read.apply(key, field);
          if (one != null) {
            each.add(one);
          }
        });
    return each;
  }

  Map<String, Field> fields() {
    return fields;
  }

  <T> @Nullable T optional(String key, Function<YamlNode, @Nullable T> read) {
    asked.add(key);
    Field field = fields.get(key);
    return field == null ? null : read.apply(field.value());
  }

  <T> @Nullable T required(String key, String remedy, Function<YamlNode, @Nullable T> read) {
    if (readable && !fields.containsKey(key)) {
      problems.add(at, "\"" + key + "\" is missing", remedy);
    }
    return optional(key, read);
  }

  /** To be called last: reports every key that was not asked for. */
  void refuseOtherKeys() {
    fields.forEach(
        (key, field) -> {
          if (!asked.contains(key)) {
            problems.add(
                field.key(),
                Values.shown(key)
                    + " is not a key of "
                    + (at.path().isEmpty() ? "a profile" : at.path()),
                KeyAdvice.of(key, asked));
          }
        });
  }
}
