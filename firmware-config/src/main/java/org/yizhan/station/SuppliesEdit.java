package org.yizhan.station;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.SupplyItem.DailyPerPass;
import org.yizhan.station.SupplyItem.FreeToTake;
import org.yizhan.station.SupplyItem.Lent;
import org.yizhan.station.YamlNode.Field;
import org.yizhan.station.YamlNode.Fields;
import org.yizhan.station.YamlNode.Scalar;

/**
 * Writes other supplies into the text of a profile and leaves all else as somebody wrote it, its
 * remarks too: quantities and shelves of items that stay, whole items that come or go.
 */
public final class SuppliesEdit {
  private static final String SECTION = "supplies";

  private final String yaml;
  private final List<Integer> lines = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();

  /** These characters of the text become others. */
  private record Cut(int from, int to, String with) {}

  private SuppliesEdit(String yaml) {
    this.yaml = yaml;
    lines.add(0);
    for (int i = 0; i < yaml.length(); i++) {
      char c = yaml.charAt(i);
      if (c == '\n' || (c == '\r' && !yaml.startsWith("\n", i + 1))) {
        lines.add(i + 1);
      }
    }
  }

  /**
   * The text of the same profile with these supplies.
   *
   * @param wanted items that the profile has keep their name, season and terms; the others are
   *     added at the end
   * @return empty when the text is no profile, or cannot be changed by touching these places alone
   *     (supplies written on one line, a text that grows too large, an item that a scale still
   *     weighs)
   */
  public static Optional<String> write(String yaml, List<SupplyItem> wanted) {
    if (!(ProfileReader.read(yaml) instanceof ProfileReading.Read(var profile))) {
      return Optional.empty();
    }
    String written = new SuppliesEdit(yaml).edited(profile.supplies(), wanted);
    // what was made is believed only when it reads as what was meant
    return ProfileReader.read(written) instanceof ProfileReading.Read(var after)
            && after.equals(profile.withSupplies(wanted))
        ? Optional.of(written)
        : Optional.empty();
  }

  private String edited(List<SupplyItem> before, List<SupplyItem> wanted) {
    YamlNode root = YamlTree.read(yaml, new Problems());
    Field section = root instanceof Fields(_, var fields) ? fields.get(SECTION) : null;
    Map<String, Field> items =
        section != null && section.value() instanceof Fields(_, var fields) ? fields : Map.of();
    Map<ItemCode, SupplyItem> ordered = new LinkedHashMap<>();
    wanted.forEach(item -> ordered.put(item.code(), item));
    if (section != null && wanted.isEmpty() && !before.isEmpty()) {
      takeOut(section);
      return result();
    }
    for (SupplyItem item : before) {
      Field there = Objects.requireNonNull(items.get(item.code().value()));
      SupplyItem to = ordered.remove(item.code());
      if (to == null) {
        takeOut(there);
      } else if (there.value() instanceof Fields(_, var fields)) {
        change(fields, item, to);
      }
    }
    if (!ordered.isEmpty()) {
      add(section, items, List.copyOf(ordered.values()));
    }
    return result();
  }

  private void change(Map<String, Field> fields, SupplyItem from, SupplyItem to) {
    Field minimum = Objects.requireNonNull(fields.get("minimum"));
    if (from.minimum() != to.minimum()) {
      put(minimum, String.valueOf(to.minimum()));
    }
    if (from.target() != to.target()) {
      put(Objects.requireNonNull(fields.get("target")), String.valueOf(to.target()));
    }
    Field shelf = fields.get("shelf");
    if (from.shelf().equals(to.shelf())) {
      return;
    }
    if (to.shelf().isEmpty()) {
      dropLine(Objects.requireNonNull(shelf));
    } else if (shelf != null) {
      put(shelf, quoted(to.shelf().get()));
    } else {
      int at = offset(minimum.key());
      String key = "shelf: " + quoted(to.shelf().get());
      cuts.add(new Cut(at, at, key + (isFirst(at) ? newLine() + indent(at) : ", ")));
    }
  }

  private void put(Field field, String value) {
    if (field.value() instanceof Scalar scalar) {
      cuts.add(new Cut(offset(scalar.at()), end(scalar), value));
    }
  }

  /** A key with its value, and the line they stand on alone. */
  private void dropLine(Field field) {
    int from = offset(field.key());
    int to = end(field.value());
    String rest = yaml.substring(to, lineEnd(to));
    if (isFirst(from) && (rest.isBlank() || rest.stripLeading().startsWith("#"))) {
      cuts.add(new Cut(lineStart(from), lineEnd(to), ""));
    } else {
      int comma = rest.stripLeading().startsWith(",") ? rest.indexOf(',') + 1 : 0;
      int blank = comma > 0 && rest.startsWith(" ", comma) ? 1 : 0;
      cuts.add(new Cut(from, to + comma + blank, ""));
    }
  }

  /** The lines of a key and all that stands below it; remarks above stay. */
  private void takeOut(Field field) {
    cuts.add(new Cut(lineStart(offset(field.key())), lineEnd(lastEnd(field)), ""));
  }

  private void add(@Nullable Field section, Map<String, Field> items, List<SupplyItem> added) {
    if (section == null) {
      int end = yaml.length();
      String apart = yaml.isEmpty() || lines.getLast() == end ? "" : newLine();
      cuts.add(new Cut(end, end, apart + newLine() + fresh(added)));
    } else if (items.isEmpty()) {
      int from = lineStart(offset(section.key()));
      cuts.add(new Cut(from, lineEnd(lastEnd(section)), fresh(added)));
    } else {
      int first = offset(items.values().iterator().next().key());
      int after =
          items.values().stream().mapToInt(this::lastEnd).map(this::lineEnd).max().orElseThrow();
      String apart =
          yaml.startsWith("\n", after - 1) || yaml.startsWith("\r", after - 1) ? "" : newLine();
      cuts.add(new Cut(after, after, apart + blocks(added, indent(first))));
    }
  }

  private String fresh(List<SupplyItem> added) {
    return SECTION + ":" + newLine() + blocks(added, "  ");
  }

  private String blocks(List<SupplyItem> added, String indent) {
    return added.stream().map(item -> block(item, indent)).collect(Collectors.joining());
  }

  private String block(SupplyItem item, String indent) {
    List<String> keys = new ArrayList<>();
    keys.add("name: {zh: " + quoted(item.name().zh()) + ", en: " + quoted(item.name().en()) + "}");
    item.shelf().ifPresent(label -> keys.add("shelf: " + quoted(label)));
    keys.add("minimum: " + item.minimum());
    keys.add("target: " + item.target());
    if (!item.seasons().equals(SupplyItem.ALL_YEAR)) {
      keys.add(
          item.seasons().stream()
              .sorted()
              .map(season -> season.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", ", "season: [", "]")));
    }
    switch (item.terms()) {
      case FreeToTake() -> {}
      case DailyPerPass(int units) -> keys.add("daily-per-pass: " + units);
      case Lent(Duration within) -> keys.add("lent-for: " + within.toHours() + "h");
    }
    return indent
        + item.code()
        + ":"
        + newLine()
        + keys.stream().map(key -> indent + "  " + key + newLine()).collect(Collectors.joining());
  }

  /** What JSON quotes, YAML 1.2 reads as the same text (YAML 1.2.2, 1.3). */
  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private String newLine() {
    return yaml.contains("\r\n") ? "\r\n" : "\n";
  }

  private String indent(int at) {
    return yaml.substring(lineStart(at), at);
  }

  /** Whether nothing but blanks stands before this place on its line. */
  private boolean isFirst(int at) {
    return indent(at).isBlank();
  }

  private int offset(Spot at) {
    return yaml.offsetByCodePoints(lines.get(at.line() - 1), at.column() - 1);
  }

  private int end(YamlNode node) {
    return node instanceof Scalar scalar
        ? yaml.offsetByCodePoints(offset(scalar.at()), scalar.length())
        : offset(node.at());
  }

  /** Where the last word below a key ends. */
  private int lastEnd(Field field) {
    return Math.max(
        offset(field.key()),
        switch (field.value()) {
          case Fields(_, var fields) ->
              fields.values().stream().mapToInt(this::lastEnd).max().orElse(0);
          case YamlNode.Items(_, var items) -> items.stream().mapToInt(this::end).max().orElse(0);
          default -> end(field.value());
        });
  }

  private int lineStart(int at) {
    return lines.stream().mapToInt(Integer::intValue).filter(start -> start <= at).max().orElse(0);
  }

  private int lineEnd(int at) {
    return lines.stream()
        .mapToInt(Integer::intValue)
        .filter(start -> start > at)
        .min()
        .orElse(yaml.length());
  }

  private String result() {
    StringBuilder text = new StringBuilder(yaml);
    cuts.stream()
        .sorted(Comparator.comparingInt(Cut::from).reversed())
        .forEach(cut -> text.replace(cut.from(), cut.to(), cut.with()));
    return text.toString();
  }
}
