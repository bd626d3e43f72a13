package org.yizhan.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.station.RelativeHumidity;

/**
 * Reads entries one after the other. What cannot be read as a fact is kept as {@link Fact.Unknown},
 * so that one bad fact never costs its neighbours.
 */
final class EntryReader {
  private static final Moment BEGINNING = new Moment(0, 0, false);

  private final byte[] body;
  private final JsonParser parser;
  private final Fields fields = new Fields();
  private Moment latest = BEGINNING;
  private int from;
  private int to;

  /** The parser reads all of {@code body}, so that its byte offsets are places in it. */
  EntryReader(byte[] body, JsonParser parser) {
    this.body = body;
    this.parser = parser;
  }

  /** Reads the value the parser stands on, whatever it is. */
  Entry read() throws IOException {
    from = (int) parser.currentTokenLocation().getByteOffset();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      parser.finishToken();
      to = (int) parser.currentLocation().getByteOffset();
      return unreadable("{\"unreadable\":" + slice() + "}", null);
    }
    fields.readFrom(parser);
    to = (int) parser.currentLocation().getByteOffset();
    try {
      fields.requireSound();
      Moment at = moment(fields);
      String kind = fields.text("k");
      Fact fact = to - from <= WireCodec.ENTRY_BYTES_MAX ? factOrNull(kind) : null;
      latest = at;
      return new Entry(at, fact != null ? fact : newer(kind, slice()));
    } catch (WireException | IllegalArgumentException wrong) {
      return unreadable(slice(), fields.textOrNull("k"));
    }
  }

  /** Where the entry read last begins in the body. */
  int from() {
    return from;
  }

  /** The place after its end. */
  int to() {
    return to;
  }

  /** Why the value the parser stands on is no fact, or null when it is one, perhaps a newer one. */
  @Nullable String problem() throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return "a fact is a JSON object";
    }
    fields.readFrom(parser);
    try {
      fields.requireSound();
      moment(fields);
      String kind = fields.text("k");
      if (factOrNull(kind) == null) {
        requireKind(kind);
      }
      return null;
    } catch (WireException | IllegalArgumentException wrong) {
      return wrong.getMessage();
    }
  }

  static Moment moment(Fields fields) {
    boolean trusted = fields.has("w");
    if (trusted && fields.has("g")) {
      throw new WireException("wall time is given twice, as \"w\" and as \"g\"");
    }
    return new Moment(
        fields.number("t", 0, Moment.SINCE_START_MS_MAX),
        fields.number(trusted ? "w" : "g", 0, Moment.WALL_MS_MAX),
        trusted);
  }

  private @Nullable Fact factOrNull(String kind) {
    return switch (kind) {
      case FactWords.JOURNAL_OPENED ->
          new Fact.JournalOpened(
              fields.text("a"), FactWords.HARDWARE.require(fields.text("h")), revision());
      case FactWords.PASS_ADMITTED ->
          new Fact.PassAdmitted(
              new Visitor(fields.text("v")),
              FactWords.PASS.require(fields.text("p")),
              !fields.has("d") || fields.number("d", 0, 1) == 1,
              fields.integer("us"));
      case FactWords.PASS_REFUSED ->
          new Fact.PassRefused(
              FactWords.REFUSAL.require(fields.text("y")),
              fields.has("v") ? Optional.of(new Visitor(fields.text("v"))) : Optional.empty());
      case FactWords.DOOR_UNLOCKED_BY_ORDER -> new Fact.DoorUnlockedByOrder(fields.text("id"));
      case FactWords.DOOR_OPENED -> new Fact.DoorOpened();
      case FactWords.DOOR_CLOSED -> new Fact.DoorClosed();
      case FactWords.EXIT_PRESSED -> new Fact.ExitPressed();
      case FactWords.PERSON_ENTERED -> new Fact.PersonEntered(fields.integer("n"));
      case FactWords.PERSON_LEFT -> new Fact.PersonLeft(fields.integer("n"));
      case FactWords.OCCUPANCY_CORRECTED -> new Fact.OccupancyCorrected(fields.integer("n"));
      case FactWords.CLIMATE_MEASURED ->
          new Fact.ClimateMeasured(
              new Celsius(fields.integer("c")), new RelativeHumidity(fields.integer("h")));
      case FactWords.STOCK_MEASURED -> new Fact.StockMeasured(item(), fields.integer("n"));
      case FactWords.STOCK_COUNTED -> new Fact.StockCounted(item(), fields.integer("n"));
      case FactWords.STOCK_TAKEN -> new Fact.StockTaken(item(), fields.integer("n"));
      case FactWords.STOCK_RESTOCKED ->
          new Fact.StockRestocked(item(), fields.integer("n"), lot(), expires());
      case FactWords.STOCK_WRITTEN_OFF ->
          new Fact.StockWrittenOff(
              item(), fields.integer("n"), FactWords.WRITE_OFF.require(fields.text("y")), lot());
      case FactWords.MATTER_RAISED ->
          new Fact.MatterRaised(
              matter(),
              FactWords.MATTER.require(fields.text("y")),
              fields.has("i") ? Optional.of(item()) : Optional.empty(),
              fields.text("s"));
      case FactWords.MATTER_ANSWERED ->
          new Fact.MatterAnswered(
              matter(), FactWords.MATTER_STEP.require(fields.text("y")), fields.text("s"));
      case FactWords.MATTER_RATED ->
          new Fact.MatterRated(
              matter(), FactWords.SATISFACTION.require(fields.text("y")), fields.text("s"));
      case FactWords.THING_LENT ->
          new Fact.ThingLent(item(), tag(), fields.number("b", 0, Moment.WALL_MS_MAX));
      case FactWords.THING_RETURNED -> new Fact.ThingReturned(item(), tag());
      case FactWords.DUTY_SIGNED ->
          new Fact.DutySigned(
              FactWords.DUTY.require(fields.text("y")),
              DutyTask.of((int) fields.number("n", 0, DutyTask.SUM_MAX)),
              fields.text("p"),
              fields.text("s"));
      case FactWords.FAULT_RAISED -> new Fact.FaultRaised(fault(), fixture(), fields.text("d"));
      case FactWords.FAULT_CLEARED -> new Fact.FaultCleared(fault(), fixture());
      case FactWords.CLOCK_STEPPED ->
          new Fact.ClockStepped(fields.number("by", -Moment.WALL_MS_MAX, Moment.WALL_MS_MAX));
      case FactWords.ORDER_APPLIED -> new Fact.OrderApplied(order(), revision());
      case FactWords.ORDER_REFUSED -> new Fact.OrderRefused(order(), revision(), fields.text("d"));
      case FactWords.MISSING ->
          new Fact.Missing(
              fields.number("n", 1, Sequence.MAX),
              FactWords.MISSING_REASON.require(fields.text("y")));
      default -> null;
    };
  }

  private ItemCode item() {
    return new ItemCode(fields.text("i"));
  }

  private Optional<LotCode> lot() {
    return fields.has("l") ? Optional.of(new LotCode(fields.text("l"))) : Optional.empty();
  }

  private Optional<LocalDate> expires() {
    return fields.has("e")
        ? Optional.of(
            LocalDate.ofEpochDay(fields.number("e", Fact.EXPIRY_DAY_LEAST, Fact.EXPIRY_DAY_MOST)))
        : Optional.empty();
  }

  private MatterId matter() {
    return new MatterId(fields.text("m"));
  }

  private TagCode tag() {
    return new TagCode(fields.text("q"));
  }

  private FaultKind fault() {
    return FactWords.FAULT.require(fields.text("f"));
  }

  private FixtureName fixture() {
    return new FixtureName(fields.text("x"));
  }

  private OrderKind order() {
    return FactWords.ORDER.require(fields.text("o"));
  }

  private long revision() {
    return fields.number("r", 0, Sequence.MAX);
  }

  private String slice() {
    return new String(body, from, to - from, StandardCharsets.UTF_8);
  }

  /** Its own moment may be what is wrong: it stands where its neighbour stood, untrusted. */
  private Entry unreadable(String json, @Nullable String kind) {
    boolean nameable = kind != null && WireCodec.isKind(kind);
    latest = new Moment(latest.sinceStartMs(), latest.wallMs(), false);
    return new Entry(latest, kept(WireCodec.UNREADABLE + (nameable ? kind : "?"), json));
  }

  private Fact.Unknown newer(String kind, String json) {
    requireKind(kind);
    return kept(kind, json);
  }

  static void requireKind(String kind) {
    if (!WireCodec.isKind(kind)) {
      throw new WireException("field \"k\" must be 1 to 40 characters of a-z, 0-9 and '-'");
    }
  }

  private Fact.Unknown kept(String type, String json) {
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= WireCodec.ENTRY_BYTES_MAX
        ? new Fact.Unknown(type, json)
        : new Fact.Unknown(WireCodec.OVERSIZE, RawJson.oversize(latest, type, bytes));
  }
}
