package org.yizhan.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.RelativeHumidity;

/**
 * Presence as one JSON object. What a newer station says that has no name here (a kind of fault, a
 * kind of order) is passed over, and a door state without a name is {@code UNKNOWN}.
 */
final class PresenceCodec {
  static final String GONE = "gone";
  static final String ONLINE = "online";
  static final Words<Presence.DoorState> DOOR = Words.of("door state", Presence.DoorState.class);

  private PresenceCodec() {}

  static void write(JsonGenerator out, Presence presence) throws IOException {
    out.writeStartObject();
    switch (presence) {
      case Presence.Gone(long connection) -> {
        out.writeStringField("k", GONE);
        out.writeNumberField("n", connection);
      }
      case Presence.Online(long connection, Presence.Snapshot now) -> {
        out.writeStringField("k", ONLINE);
        out.writeNumberField("n", connection);
        writeSnapshot(out, now);
      }
    }
    out.writeEndObject();
  }

  private static void writeSnapshot(JsonGenerator out, Presence.Snapshot now) throws IOException {
    EntryWriter.writeMoment(out, now.at());
    out.writeStringField("a", WireText.wellFormed(now.agentVersion()));
    out.writeStringField("h", FactWords.HARDWARE.wordOf(now.hardware()));
    out.writeStringField("d", DOOR.wordOf(now.door()));
    out.writeNumberField("b", now.backlog());
    if (now.occupancy().isPresent()) {
      out.writeObjectFieldStart("p");
      out.writeNumberField("n", now.occupancy().get().people());
      out.writeNumberField("q", now.occupancy().get().confidencePercent());
      out.writeEndObject();
    }
    if (now.climate().isPresent()) {
      writeClimate(out, now.climate().get());
    }
    writeFaults(out, now.faults());
    out.writeObjectFieldStart("r");
    for (Map.Entry<OrderKind, Long> applied : new TreeMap<>(now.applied()).entrySet()) {
      out.writeNumberField(FactWords.ORDER.wordOf(applied.getKey()), applied.getValue());
    }
    out.writeEndObject();
    out.writeArrayFieldStart("j");
    for (JournalRange range : now.held()) {
      out.writeStartObject();
      out.writeStringField("j", range.journal().value());
      out.writeNumberField("n", range.first().value());
      out.writeNumberField("x", range.next().value());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeClimate(JsonGenerator out, Presence.Climate climate) throws IOException {
    out.writeObjectFieldStart("c");
    EntryWriter.writeMoment(out, climate.at());
    out.writeNumberField("c", climate.temperature().hundredths());
    out.writeNumberField("h", climate.humidity().percent());
    out.writeEndObject();
  }

  private static void writeFaults(JsonGenerator out, List<Presence.Fault> faults)
      throws IOException {
    out.writeArrayFieldStart("f");
    for (Presence.Fault fault : faults) {
      out.writeStartObject();
      out.writeStringField("f", FactWords.FAULT.wordOf(fault.kind()));
      out.writeStringField("x", fault.fixture().value());
      EntryWriter.writeMoment(out, fault.since());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  static Presence read(byte[] body) {
    Fields fields = JsonText.fields("presence", body, Presence.BYTES_MAX);
    long connection = fields.number("n", 0, Moment.WALL_MS_MAX);
    return switch (fields.text("k")) {
      case GONE -> new Presence.Gone(connection);
      case ONLINE -> new Presence.Online(connection, snapshot(fields, body));
      default -> throw new WireException("presence is \"gone\" or \"online\"");
    };
  }

  private static Presence.Snapshot snapshot(Fields fields, byte[] body) {
    Presence.DoorState door = DOOR.find(fields.text("d"));
    return new Presence.Snapshot(
        EntryReader.moment(fields),
        fields.text("a"),
        FactWords.HARDWARE.require(fields.text("h")),
        door == null ? Presence.DoorState.UNKNOWN : door,
        fields.has("p")
            ? Optional.of(JsonText.member(body, "p", PresenceCodec::occupancy))
            : Optional.empty(),
        fields.has("c")
            ? Optional.of(JsonText.member(body, "c", PresenceCodec::climate))
            : Optional.empty(),
        faults(body),
        JsonText.member(body, "r", PresenceCodec::applied),
        JsonText.list(body, "j", Presence.Snapshot.HELD_MAX, PresenceCodec::range),
        fields.number("b", 0, Sequence.MAX));
  }

  private static Presence.Occupancy occupancy(JsonParser parser) throws IOException {
    Fields fields = new Fields();
    fields.readObject(parser, "occupancy \"p\"");
    return new Presence.Occupancy(fields.integer("n"), fields.integer("q"));
  }

  private static Presence.Climate climate(JsonParser parser) throws IOException {
    Fields fields = new Fields();
    fields.readObject(parser, "climate \"c\"");
    return new Presence.Climate(
        EntryReader.moment(fields),
        new Celsius(fields.integer("c")),
        new RelativeHumidity(fields.integer("h")));
  }

  private static List<Presence.Fault> faults(byte[] body) {
    Fields fields = new Fields();
    return JsonText.<Optional<Presence.Fault>>list(
            body,
            "f",
            Presence.Snapshot.FAULTS_MAX,
            parser -> {
              fields.readObject(parser, "a fault");
              return Optional.ofNullable(fault(fields));
            })
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Presence.@Nullable Fault fault(Fields fields) {
    FaultKind kind = FactWords.FAULT.find(fields.text("f"));
    return kind == null
        ? null
        : new Presence.Fault(kind, new FixtureName(fields.text("x")), EntryReader.moment(fields));
  }

  private static Map<OrderKind, Long> applied(JsonParser parser) throws IOException {
    JsonText.require(parser, JsonToken.START_OBJECT, "applied revisions \"r\" must be an object");
    Map<OrderKind, Long> applied = new EnumMap<>(OrderKind.class);
    String word;
    while ((word = parser.nextFieldName()) != null) {
      parser.nextToken();
      OrderKind kind = FactWords.ORDER.find(word);
      if (kind == null) {
        parser.skipChildren();
      } else if (applied.put(kind, JsonText.number(parser, "a revision", 0, Sequence.MAX))
          != null) {
        throw new WireException("revision \"" + word + "\" stands twice" + JsonText.place(parser));
      }
    }
    return applied;
  }

  private static JournalRange range(JsonParser parser) throws IOException {
    Fields fields = new Fields();
    fields.readObject(parser, "a journal's range");
    return new JournalRange(
        new JournalId(fields.text("j")),
        new Sequence(fields.number("n", 1, Sequence.MAX)),
        new Sequence(fields.number("x", 1, Sequence.MAX)));
  }
}
