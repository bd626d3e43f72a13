package org.yizhan.edge.panel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yizhan.edge.journal.RecentFact;
import org.yizhan.edge.station.EntryAnswer;
import org.yizhan.edge.supply.KnownLevel;
import org.yizhan.edge.uplink.UplinkStatus;
import org.yizhan.pass.RefusalReason;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Presence;
import org.yizhan.wire.WireCodec;

/** Answers of the agent as one line of JSON each; what is unknown is null, never a default. */
public final class AnswerJson {
  private static final JsonFactory JSON = new JsonFactory();

  private AnswerJson() {}

  private interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  static String refusal(String message) {
    return object(json -> json.writeStringField("error", message));
  }

  static String done() {
    return object(json -> json.writeBooleanField("done", true));
  }

  static String text(String text) {
    return object(json -> json.writeStringField("text", text));
  }

  /** A request for {@link CommandSocket}: its command, and further values by key. */
  public static String request(String command, Map<String, String> values) {
    return object(
        json -> {
          json.writeStringField("command", command);
          for (var value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
          }
        });
  }

  static String decision(EntryAnswer answer) {
    return object(
        json -> {
          json.writeStringField("decision", answer.admitted() ? "admitted" : "refused");
          json.writeStringField("reason", answer.refusal().map(RefusalReason::name).orElse(null));
          json.writeNumberField("micros", answer.micros());
        });
  }

  /** {@code {"facts":[{"journal":…,"number":…,"entry":…}]}}, entries as in the wire contract. */
  public static String facts(List<RecentFact> facts) {
    return object(
        json -> {
          json.writeArrayFieldStart("facts");
          for (RecentFact fact : facts) {
            json.writeStartObject();
            json.writeStringField("journal", fact.journal().value());
            json.writeNumberField("number", fact.number().value());
            json.writeFieldName("entry");
            json.writeRawValue(
                new String(WireCodec.writeEntry(fact.entry()), StandardCharsets.UTF_8));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  static String status(StationReport report) {
    return object(
        json -> {
          Presence.Snapshot now = report.now();
          json.writeStringField("station", report.profile().id().value());
          json.writeStringField("name", report.profile().name().zh());
          json.writeStringField("nameEn", report.profile().name().en());
          json.writeStringField("version", now.agentVersion());
          json.writeStringField("hardware", now.hardware().name());
          json.writeStringField("time", now.at().wall().toString());
          json.writeBooleanField("clockTrusted", now.at().clockTrusted());
          json.writeNumberField("upSeconds", now.at().sinceStartMs() / 1_000);
          json.writeStringField("door", now.door().name());
          writeRoom(json, report);
          writeFaults(json, now);
          writeUplink(json, report);
          writeJournals(json, now);
          json.writeNumberField("admitted", report.figures().admitted());
          json.writeNumberField("refused", report.figures().refused());
          json.writeNumberField("eventsShed", report.figures().shed());
        });
  }

  private static void writeRoom(JsonGenerator json, StationReport report) throws IOException {
    Presence.Occupancy people = report.now().occupancy().orElse(null);
    json.writeFieldName("occupancy");
    if (people == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      json.writeNumberField("people", people.people());
      json.writeNumberField("confidencePercent", people.confidencePercent());
      json.writeEndObject();
    }
    Presence.Climate climate = report.now().climate().orElse(null);
    json.writeFieldName("climate");
    if (climate == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      json.writeNumberField("celsius", climate.temperature().degrees());
      json.writeNumberField("humidityPercent", climate.humidity().percent());
      json.writeStringField("at", climate.at().wall().toString());
      json.writeEndObject();
    }
    json.writeObjectFieldStart("stock");
    for (var item : report.stock().entrySet()) {
      json.writeFieldName(item.getKey().value());
      writeLevel(json, item.getValue());
    }
    json.writeEndObject();
  }

  /** {@code asOf} is null where the station's own scale says so now. */
  private static void writeLevel(JsonGenerator json, KnownLevel level) throws IOException {
    json.writeStartObject();
    json.writeFieldName("units");
    if (level.units().isPresent()) {
      json.writeNumber(level.units().getAsInt());
    } else {
      json.writeNull();
    }
    json.writeStringField("how", level.how().name());
    json.writeFieldName("asOf");
    if (level.asOfMs().isPresent()) {
      json.writeString(Instant.ofEpochMilli(level.asOfMs().getAsLong()).toString());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private static void writeFaults(JsonGenerator json, Presence.Snapshot now) throws IOException {
    json.writeArrayFieldStart("faults");
    for (Presence.Fault fault : now.faults()) {
      json.writeStartObject();
      json.writeStringField("kind", fault.kind().name());
      json.writeStringField("fixture", fault.fixture().value());
      json.writeStringField("since", fault.since().wall().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeUplink(JsonGenerator json, StationReport report) throws IOException {
    json.writeObjectFieldStart("hub");
    json.writeStringField("since", report.uplink().since().wall().toString());
    switch (report.uplink()) {
      case UplinkStatus.Connected _ -> json.writeBooleanField("connected", true);
      case UplinkStatus.Offline(_, var why) -> {
        json.writeBooleanField("connected", false);
        json.writeStringField("why", why);
      }
    }
    json.writeEndObject();
    json.writeNumberField("backlog", report.now().backlog());
    json.writeObjectFieldStart("applied");
    for (var order : report.now().applied().entrySet()) {
      json.writeNumberField(order.getKey().name(), order.getValue());
    }
    json.writeEndObject();
  }

  private static void writeJournals(JsonGenerator json, Presence.Snapshot now) throws IOException {
    json.writeArrayFieldStart("journals");
    for (JournalRange range : now.held()) {
      json.writeStartObject();
      json.writeStringField("journal", range.journal().value());
      json.writeNumberField("first", range.first().value());
      json.writeNumberField("next", range.next().value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String object(Writer fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory cannot fail", impossible);
    }
    return text.toString();
  }
}
