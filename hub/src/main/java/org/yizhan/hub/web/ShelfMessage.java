package org.yizhan.hub.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.yizhan.hub.stock.ShelfEntry;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.LotCode;
import org.yizhan.wire.WriteOffReason;

/**
 * Reads what a phone sent of a shelf. Its clock may be wrong: the phone says what it shows when it
 * sends, and the difference to the hub's is taken off every time it gives.
 */
final class ShelfMessage {
  static final int ENTRIES_MAX = 100;

  /** Phones keep what they entered for eight days; what is older is a clock that went wrong. */
  static final Duration AGE_MAX = Duration.ofDays(31);

  private final JsonObject body;
  private final Map<ItemCode, StockLevel> stock;
  private final ZoneId zone;
  private final Instant now;
  private final Texts t;

  /**
   * @param stock what the station stocks
   * @param zone of the station
   */
  ShelfMessage(
      JsonObject body, Map<ItemCode, StockLevel> stock, ZoneId zone, Instant now, Texts t) {
    this.body = body;
    this.stock = stock;
    this.zone = zone;
    this.now = now;
    this.t = t;
  }

  /** What was said, in order; refuses all of it with the first thing that cannot be. */
  List<EntryBook.Said> said() {
    JsonArray entries = array("entries");
    if (entries.size() > ENTRIES_MAX) {
      throw bad("entries");
    }
    long aheadMs = number(body, "sentAt").orElse(now.toEpochMilli()) - now.toEpochMilli();
    List<EntryBook.Said> said = new ArrayList<>();
    for (Object each : entries) {
      if (!(each instanceof JsonObject entry)) {
        throw bad("entries");
      }
      add(entry, aheadMs, said);
    }
    if (said.size() > EntryBook.FACTS_MAX) {
      throw bad("entries");
    }
    return said;
  }

  private void add(JsonObject entry, long aheadMs, List<EntryBook.Said> said) {
    String code = text(entry, "item");
    StockLevel level = ItemCode.isValid(code) ? stock.get(new ItemCode(code)) : null;
    if (level == null) {
      throw new BadRequest("item", t.say("shelf.not-stocked", code.isEmpty() ? "?" : code));
    }
    long saidMs = number(entry, "at").orElse(now.toEpochMilli() + aheadMs) - aheadMs;
    Instant at = Instant.ofEpochMilli(Math.min(saidMs, now.toEpochMilli()));
    if (at.isBefore(now.minus(AGE_MAX))) {
      throw new BadRequest("at", t.say("shelf.too-old", t.of(level.name()), AGE_MAX.toDays()));
    }
    ShelfEntry read =
        new ShelfEntry(
            level.item(),
            units(entry, "found", level),
            units(entry, "now", level),
            units(entry, "removed", level).orElse(0),
            reason(entry),
            lot(entry, level),
            expires(entry, level),
            level.units());
    switch (read.judge(level.target(), at.atZone(zone).toLocalDate())) {
      case ShelfEntry.Judged.Facts facts ->
          facts.facts().forEach(fact -> said.add(new EntryBook.Said(at, fact)));
      case ShelfEntry.Judged.Wrong wrong ->
          throw new BadRequest(
              "entries",
              t.say(
                  "shelf.wrong."
                      + wrong.problem().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  t.of(level.name())));
    }
  }

  private OptionalInt units(JsonObject entry, String name, StockLevel level) {
    Optional<Long> value = number(entry, name);
    if (value.isEmpty()) {
      if (entry.getValue(name) != null) {
        throw new BadRequest(name, t.say("shelf.wrong.no-number", t.of(level.name())));
      }
      return OptionalInt.empty();
    }
    return OptionalInt.of(Math.clamp(value.get(), -1, Integer.MAX_VALUE));
  }

  private WriteOffReason reason(JsonObject entry) {
    String word = text(entry, "reason");
    for (WriteOffReason reason : WriteOffReason.values()) {
      if (reason.name().toLowerCase(Locale.ROOT).equals(word)) {
        return reason;
      }
    }
    if (!word.isEmpty()) {
      throw bad("reason");
    }
    return WriteOffReason.EXPIRED;
  }

  private Optional<LotCode> lot(JsonObject entry, StockLevel level) {
    String lot = text(entry, "lot").strip();
    if (lot.isEmpty()) {
      return Optional.empty();
    }
    if (!LotCode.isValid(lot)) {
      throw new BadRequest("lot", t.say("shelf.wrong.lot", t.of(level.name())));
    }
    return Optional.of(new LotCode(lot));
  }

  private Optional<LocalDate> expires(JsonObject entry, StockLevel level) {
    String day = text(entry, "expires");
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate parsed = LocalDate.parse(day);
      if (parsed.getYear() >= 2000 && parsed.getYear() <= 2199) {
        return Optional.of(parsed);
      }
    } catch (DateTimeException notADay) {
      throw new BadRequest("expires", t.say("shelf.wrong.day", t.of(level.name())));
    }
    throw new BadRequest("expires", t.say("shelf.wrong.day", t.of(level.name())));
  }

  private JsonArray array(String name) {
    return switch (body.getValue(name)) {
      case JsonArray array -> array;
      case null -> new JsonArray();
      default -> throw bad(name);
    };
  }

  private BadRequest bad(String name) {
    return new BadRequest(name, t.say("shelf.bad-message"));
  }

  /** A text of that name; empty when there is none, or it is no text. */
  static String text(JsonObject object, String name) {
    return object.getValue(name) instanceof String text ? text : "";
  }

  /** A whole number of that name; empty when there is none, or it is not whole. */
  static Optional<Long> number(JsonObject object, String name) {
    return switch (object.getValue(name)) {
      case Integer number -> Optional.of(number.longValue());
      case Long number -> Optional.of(number);
      case null, default -> Optional.empty();
    };
  }
}
