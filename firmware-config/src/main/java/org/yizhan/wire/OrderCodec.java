package org.yizhan.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.yizhan.pass.IssuerKey;
import org.yizhan.pass.PassId;
import org.yizhan.station.ItemCode;

/** Orders as JSON objects; {@code k} says which. */
final class OrderCodec {
  static final String ACKNOWLEDGE = "acknowledge";
  static final String APPLY_PROFILE = "apply-profile";
  static final String APPLY_ISSUERS = "apply-issuers";
  static final String APPLY_REVOCATIONS = "apply-revocations";
  static final String APPLY_STOCK = "apply-stock";
  static final String UNLOCK_DOOR = "unlock-door";

  private static final Words<ShelfLevel.How> HOW =
      Words.of("what a level stands on", ShelfLevel.How.class);

  private OrderCodec() {}

  static void write(JsonGenerator out, Order order) throws IOException {
    out.writeStartObject();
    switch (order) {
      case Order.Acknowledge(JournalId journal, Sequence next, long attempt) -> {
        out.writeStringField("k", ACKNOWLEDGE);
        out.writeStringField("j", journal.value());
        out.writeNumberField("n", next.value());
        out.writeNumberField("a", attempt);
      }
      case Order.ApplyProfile(long revision, String yaml) -> {
        desired(out, APPLY_PROFILE, revision);
        out.writeStringField("y", WireText.wellFormed(yaml));
      }
      case Order.ApplyIssuers issuers -> writeIssuers(out, issuers);
      case Order.ApplyRevocations revocations -> writeRevocations(out, revocations);
      case Order.ApplyStock stock -> writeStock(out, stock);
      case Order.UnlockDoor(String id, long expiresAtMs) -> {
        out.writeStringField("k", UNLOCK_DOOR);
        out.writeStringField("id", WireText.wellFormed(id));
        out.writeNumberField("x", expiresAtMs);
      }
      case Order.Unknown(String type) -> out.writeStringField("k", WireText.wellFormed(type));
    }
    out.writeEndObject();
  }

  private static void desired(JsonGenerator out, String word, long revision) throws IOException {
    out.writeStringField("k", word);
    out.writeNumberField("r", revision);
  }

  private static void writeIssuers(JsonGenerator out, Order.ApplyIssuers issuers)
      throws IOException {
    desired(out, APPLY_ISSUERS, issuers.revision());
    out.writeArrayFieldStart("s");
    for (IssuerKey key : issuers.keys()) {
      out.writeStartObject();
      out.writeStringField("i", WireText.wellFormed(key.issuer()));
      out.writeStringField("k", key.publicKeyHex());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeRevocations(JsonGenerator out, Order.ApplyRevocations revocations)
      throws IOException {
    desired(out, APPLY_REVOCATIONS, revocations.revision());
    out.writeNumberField("w", revocations.asOfMs());
    out.writeArrayFieldStart("p");
    for (PassId pass : revocations.passes()) {
      out.writeString(pass.hex());
    }
    out.writeEndArray();
  }

  private static void writeStock(JsonGenerator out, Order.ApplyStock stock) throws IOException {
    desired(out, APPLY_STOCK, stock.revision());
    out.writeArrayFieldStart("s");
    for (ShelfLevel level : stock.levels()) {
      out.writeStartObject();
      out.writeStringField("i", level.item().value());
      if (level.units().isPresent()) {
        out.writeNumberField("u", level.units().getAsInt());
      }
      out.writeStringField("y", HOW.wordOf(level.how()));
      out.writeNumberField("w", level.asOfMs());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  static Order read(byte[] body) {
    Fields fields = JsonText.fields("an order", body, WireCodec.ORDER_BYTES_MAX);
    String kind = fields.text("k");
    return switch (kind) {
      case ACKNOWLEDGE ->
          new Order.Acknowledge(
              new JournalId(fields.text("j")),
              new Sequence(fields.number("n", 1, Sequence.MAX)),
              fields.number("a", 0, Sequence.MAX));
      case APPLY_PROFILE -> new Order.ApplyProfile(revision(fields), yaml(body));
      case APPLY_ISSUERS -> new Order.ApplyIssuers(revision(fields), keys(body));
      case APPLY_REVOCATIONS ->
          new Order.ApplyRevocations(
              revision(fields), fields.number("w", 0, Moment.WALL_MS_MAX), passes(body));
      case APPLY_STOCK -> new Order.ApplyStock(revision(fields), levels(body));
      case UNLOCK_DOOR ->
          new Order.UnlockDoor(fields.text("id"), fields.number("x", 0, Moment.WALL_MS_MAX));
      default -> {
        EntryReader.requireKind(kind);
        yield new Order.Unknown(kind);
      }
    };
  }

  private static long revision(Fields fields) {
    return fields.number("r", 0, Sequence.MAX);
  }

  private static String yaml(byte[] body) {
    return JsonText.member(
        body, "y", parser -> JsonText.text(parser, "the profile \"y\"", WireCodec.ORDER_BYTES_MAX));
  }

  private static List<IssuerKey> keys(byte[] body) {
    Fields key = new Fields();
    return JsonText.list(
        body,
        "s",
        Order.ApplyIssuers.KEYS_MAX,
        parser -> {
          key.readObject(parser, "an issuer key");
          return new IssuerKey(key.text("i"), key.text("k"));
        });
  }

  private static List<PassId> passes(byte[] body) {
    return JsonText.list(
        body,
        "p",
        Order.ApplyRevocations.PASSES_MAX,
        parser -> new PassId(JsonText.text(parser, "a revoked pass", 32)));
  }

  private static List<ShelfLevel> levels(byte[] body) {
    Fields level = new Fields();
    return JsonText.list(
        body,
        "s",
        Order.ApplyStock.LEVELS_MAX,
        parser -> {
          level.readObject(parser, "a level");
          ShelfLevel.How how = HOW.find(level.text("y"));
          return new ShelfLevel(
              new ItemCode(level.text("i")),
              level.has("u")
                  ? OptionalInt.of((int) level.number("u", 0, ShelfLevel.UNITS_MAX))
                  : OptionalInt.empty(),
              // a newer hub's word: the least that can be said of a level
              how == null ? ShelfLevel.How.RECKONED : how,
              level.number("w", 0, Moment.WALL_MS_MAX));
        });
  }
}
