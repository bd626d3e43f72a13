package org.yizhan.station;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.yizhan.station.YamlNode.Field;
import org.yizhan.station.YamlNode.Kind;

/**
 * Text to nodes, from the parser's events and not by its own composer: that one recurses as deep as
 * the text says and stops at the first thing it dislikes. Here depth is bounded, and anchors,
 * aliases, tags and keys that stand twice are refused, all in one go: no profile needs them, and
 * they are how a small text becomes a large one.
 */
final class YamlTree {
  static final int DEPTH_MAX = 8;
  private static final CoreScalarResolver CORE = new CoreScalarResolver(false);

  private final Iterator<Event> events;
  private final Problems problems;

  private YamlTree(Iterator<Event> events, Problems problems) {
    this.events = events;
    this.problems = problems;
  }

  /** The root of the text's one document, or nothing once the reason is among the problems. */
  static @Nullable YamlNode read(String yaml, Problems problems) {
    OptionalInt half = halfSurrogate(yaml);
    if (half.isPresent()) {
      // the parser may run over its buffer's end at one
      return refuse(half.getAsInt(), problems);
    }
    LoadSettings settings = LoadSettings.builder().setLabel("profile").build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(yaml).iterator();
      return new YamlTree(events, problems).document();
    } catch (MarkedYamlEngineException broken) {
      Mark mark = broken.getProblemMark().or(broken::getContextMark).orElse(null);
      Spot at = mark == null ? Spot.TOP : spot(mark, "");
      problems.add(at, "this is not YAML: " + reasonOf(broken), "mend the text at this place");
    } catch (ReaderException unprintable) {
      return refuse(unprintable.getCodePoint(), problems);
    } catch (YamlEngineException | NoSuchElementException broken) {
      problems.add(Spot.TOP, "this is not YAML: " + broken.getMessage(), "write it as in a sample");
    }
    return null;
  }

  private static OptionalInt halfSurrogate(String text) {
    return text.codePoints()
        .filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        .findFirst();
  }

  private static @Nullable YamlNode refuse(int codePoint, Problems problems) {
    problems.add(
        Spot.TOP,
        String.format("character U+%04X is not allowed in YAML", codePoint),
        "save the file as plain UTF-8 text");
    return null;
  }

  private static String reasonOf(MarkedYamlEngineException broken) {
    String problem = broken.getProblem();
    String reason = problem != null ? problem : String.valueOf(broken.getContext());
    return reason.replaceAll("\\p{Cntrl}", " ").strip();
  }

  private @Nullable YamlNode document() {
    events.next();
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      problems.add(Spot.TOP, "the profile is empty", "begin with a sample profile");
      return null;
    }
    YamlNode root = node(events.next(), Spot.TOP, 1);
    events.next();
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      problems.add(
          spot(after, ""), "a second document begins here", "keep one profile in one file");
    }
    return root;
  }

  /** {@code below} gives the path, and for collections the place of their key. */
  private YamlNode node(Event event, Spot below, int depth) {
    Spot own = spot(event, below.path());
    if (depth > DEPTH_MAX) {
      throw new ComposerException(
          "nested deeper than " + DEPTH_MAX + " levels", event.getStartMark());
    }
    boolean refused = refuses(event, own);
    YamlNode node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar, own);
          case CollectionStartEvent start ->
              start.getEventId() == Event.ID.MappingStart
                  ? mapping(depth == 1 ? own : below, depth)
                  : sequence(below, depth);
          default -> new YamlNode.Refused(own);
        };
    return refused ? new YamlNode.Refused(own) : node;
  }

  private boolean refuses(Event event, Spot at) {
    if (event instanceof AliasEvent) {
      problems.add(at, "aliases (*name) are not read", "write the value out");
      return true;
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      problems.add(at, "anchors (&name) are not read", "write the value without it");
    }
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> Optional.empty();
        };
    if (tag.isPresent()) {
      problems.add(at, "tags (!name) are not read", "write the value without it");
    }
    return tag.isPresent();
  }

  private static YamlNode scalar(ScalarEvent scalar, Spot at) {
    Tag tag = scalar.isPlain() ? CORE.resolve(scalar.getValue(), true) : Tag.STR;
    Kind kind =
        tag.equals(Tag.INT)
            ? Kind.WHOLE
            : tag.equals(Tag.FLOAT)
                ? Kind.DECIMAL
                : tag.equals(Tag.BOOL)
                    ? Kind.TRUTH
                    : tag.equals(Tag.NULL) ? Kind.NOTHING : Kind.TEXT;
    return new YamlNode.Scalar(at, lengthOf(scalar), scalar.getValue(), kind);
  }

  private static int lengthOf(ScalarEvent scalar) {
    Optional<Mark> from = scalar.getStartMark();
    Optional<Mark> to = scalar.getEndMark();
    return from.isPresent() && to.isPresent() ? to.get().getIndex() - from.get().getIndex() : 0;
  }

  private YamlNode sequence(Spot at, int depth) {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      Spot item = new Spot(at.line(), at.column(), at.path() + "[" + items.size() + "]");
      items.add(node(event, spot(event, item.path()), depth + 1));
    }
    return new YamlNode.Items(at, List.copyOf(items));
  }

  private YamlNode mapping(Spot at, int depth) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      YamlNode key = node(event, spot(event, at.path()), depth + 1);
      String name = key instanceof YamlNode.Scalar scalar ? scalar.value() : "?";
      Spot place = key.at().below(shortened(name));
      YamlNode value = node(events.next(), place, depth + 1);
      if (!(key instanceof YamlNode.Scalar)) {
        if (!(key instanceof YamlNode.Refused)) {
          problems.add(key.at(), "a key must be a single word", "write \"key: value\"");
        }
      } else if (fields.putIfAbsent(name, new Field(place, value)) != null) {
        problems.add(place, Values.shown(name) + " stands twice", "keep one of the two");
      }
    }
    return new YamlNode.Fields(at, fields);
  }

  private static String shortened(String key) {
    return key.length() <= 64 ? key : key.substring(0, 64) + "…";
  }

  private static Spot spot(Event event, String path) {
    Mark mark = event.getStartMark().orElse(null);
    return mark == null ? Spot.TOP : spot(mark, path);
  }

  private static Spot spot(Mark mark, String path) {
    return new Spot(mark.getLine() + 1, mark.getColumn() + 1, path);
  }
}
