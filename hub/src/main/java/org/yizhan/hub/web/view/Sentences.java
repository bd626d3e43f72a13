package org.yizhan.hub.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yizhan.config.ProblemWords;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.fleet.UsableNow.Reason;
import org.yizhan.hub.stock.HowSure;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.hub.stock.Shelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.speech.SentenceBook;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.Presence;

/** Codes turned into what a person would say, and what to do next. */
public final class Sentences {
  private Sentences() {}

  /** Every reason of a station's standing, as sentences; none when it is usable. */
  public static List<String> why(StationStatus status, Instant now, Texts t) {
    return reasons(status.usable()).stream().map(reason -> why(reason, status, now, t)).toList();
  }

  public static List<Reason> reasons(UsableNow usable) {
    return switch (usable) {
      case UsableNow.Yes _ -> List.of();
      case UsableNow.No no -> no.why();
      case UsableNow.Unknown unknown -> unknown.why();
    };
  }

  private static final SentenceBook WHYS =
      SentenceBook.beside(SentenceBook.class, "commands_zh.txt").and(ProblemWords.book());

  /** Stations give their reasons in English. */
  private static String why(Fact.OrderRefused refused, Texts t) {
    return t.language() == Language.ZH ? WHYS.inChinese(refused.why()) : refused.why();
  }

  private static String why(Reason reason, StationStatus status, Instant now, Texts t) {
    String key = "reason." + key(reason);
    return switch (reason) {
      case SILENT ->
          status
              .lastSeen()
              .map(seen -> t.say(key, t.span(Duration.between(seen, now))))
              .orElseGet(() -> t.say("reason.never-seen"));
      case DOOR_NEVER_MOVED ->
          since(status, FaultKind.DOOR_NEVER_MOVED)
              .map(at -> t.say("reason.door-never-moved.since", t.brief(at, status.zone())))
              .orElseGet(() -> t.say(key));
      case TOO_COLD, TOO_WARM ->
          status
              .latest()
              .flatMap(Presence.Snapshot::climate)
              .map(climate -> t.say(key + ".at", t.decimal(climate.temperature().degrees())))
              .orElseGet(() -> t.say(key));
      case NEVER_SEEN,
          LOCK_FAILED,
          SCANNER_FAILED,
          CLIMATE_UNKNOWN,
          POWER_FAILED,
          OUTSIDE_HOURS,
          QUARANTINED ->
          t.say(key);
    };
  }

  private static Optional<Instant> since(StationStatus status, FaultKind kind) {
    return status.latest().map(Presence.Snapshot::faults).stream()
        .flatMap(Collection::stream)
        .filter(fault -> fault.kind() == kind && fault.since().clockTrusted())
        .map(fault -> fault.since().wall())
        .findFirst();
  }

  /** {@code DOOR_NEVER_MOVED} as it stands in message keys: {@code door-never-moved}. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static String fault(FaultKind kind, Texts t) {
    return t.say("fault." + key(kind));
  }

  public static String door(Presence.DoorState door, Texts t) {
    return t.say("door." + key(door));
  }

  /** A name for an item code, for facts that carry the code only. */
  @FunctionalInterface
  public interface ItemNames {
    String of(ItemCode code);
  }

  /** What does not fit together on a shelf. */
  public static String doubt(Shelf.Contradiction doubt, Texts t) {
    return t.say("stock.doubt." + key(doubt.kind()), doubt.expected(), doubt.found());
  }

  /**
   * How sure the level is: "准确", or how many there probably are now, "大概 60–75 瓶".
   *
   * @param unit the item is counted in; may be empty
   */
  public static Optional<String> sure(StockLevel level, String unit, Texts t) {
    int units = level.units().orElse(0);
    return level
        .outlook()
        .flatMap(Outlook::sure)
        .filter(_ -> level.units().isPresent())
        .map(
            sure ->
                switch (sure) {
                  case HowSure.Exact _ -> t.say("stock.sure.exact");
                  case HowSure.Between _ when !sure.saysMoreThan(units) ->
                      t.say("stock.sure.within", HowSure.SCALE_ROUNDING);
                  case HowSure.Between(int low, int high) when low == high ->
                      t.say("stock.sure.about", low, unit).strip();
                  case HowSure.Between(int low, int high) ->
                      t.say("stock.sure.between", low, high, unit).strip();
                  case HowSure.MaybeFewer _ -> t.say("stock.sure.fewer");
                  case HowSure.Unsure _ -> t.say("stock.sure.not");
                });
  }

  /** One fact as a sentence. */
  public static String fact(Fact fact, ItemNames items, Texts t) {
    return switch (fact) {
      case Fact.JournalOpened opened -> t.say("fact.journal-opened", opened.agentVersion());
      case Fact.PassAdmitted admitted ->
          t.say(
              admitted.decisionMicros() < 100 ? "fact.pass-admitted.at-once" : "fact.pass-admitted",
              t.say("pass." + key(admitted.pass())),
              t.decimal(admitted.decisionMicros() / 1000.0));
      case Fact.PassRefused refused ->
          t.say("fact.pass-refused", t.say("refusal." + key(refused.reason())));
      case Fact.DoorUnlockedByOrder _ -> t.say("fact.door-unlocked-by-order");
      case Fact.DoorOpened _ -> t.say("fact.door-opened");
      case Fact.DoorClosed _ -> t.say("fact.door-closed");
      case Fact.ExitPressed _ -> t.say("fact.exit-pressed");
      case Fact.PersonEntered entered -> t.say("fact.person-entered", entered.people());
      case Fact.PersonLeft left -> t.say("fact.person-left", left.people());
      case Fact.OccupancyCorrected corrected ->
          t.say("fact.occupancy-corrected", corrected.people());
      case Fact.ClimateMeasured climate ->
          t.say(
              "fact.climate-measured",
              t.decimal(climate.temperature().degrees()),
              climate.humidity().percent());
      case Fact.StockMeasured stock ->
          t.say("fact.stock-measured", items.of(stock.item()), stock.units());
      case Fact.StockCounted stock ->
          t.say("fact.stock-counted", items.of(stock.item()), stock.units());
      case Fact.StockRestocked stock ->
          t.say("fact.stock-restocked", items.of(stock.item()), stock.units());
      case Fact.StockTaken stock ->
          t.say("fact.stock-taken", items.of(stock.item()), stock.units());
      case Fact.StockWrittenOff stock ->
          t.say(
              "fact.stock-written-off",
              items.of(stock.item()),
              stock.units(),
              t.say("writeoff." + key(stock.reason())));
      case Fact.Told told -> told(told, items, t);
      case Fact.FaultRaised raised -> t.say("fact.fault-raised", fault(raised.kind(), t));
      case Fact.FaultCleared cleared -> t.say("fact.fault-cleared", fault(cleared.kind(), t));
      case Fact.ClockStepped stepped ->
          t.say("fact.clock-stepped", t.decimal(stepped.byMs() / 1000.0));
      case Fact.OrderApplied applied ->
          t.say("fact.order-applied", t.say("order." + key(applied.kind())), applied.revision());
      case Fact.OrderRefused refused ->
          t.say(
              "fact.order-refused",
              t.say("order." + key(refused.kind())),
              refused.revision(),
              why(refused, t));
      case Fact.Missing missing ->
          t.say("fact.missing", missing.count(), t.say("missing." + key(missing.reason())));
      case Fact.Unknown unknown -> t.say("fact.unknown", unknown.type());
    };
  }

  /** What people told; their own words stay with the matter. */
  private static String told(Fact.Told told, ItemNames items, Texts t) {
    return switch (told) {
      case Fact.MatterRaised raised ->
          t.say("fact.matter-raised", t.say("matter.kind." + key(raised.kind())));
      case Fact.MatterAnswered answered -> t.say("fact.matter-answered." + key(answered.step()));
      case Fact.MatterRated rated ->
          t.say("fact.matter-rated", t.say("matter.rating." + key(rated.rating())));
      case Fact.ThingLent lent -> t.say("fact.thing-lent", items.of(lent.item()));
      case Fact.ThingReturned back -> t.say("fact.thing-returned", items.of(back.item()));
      case Fact.DutySigned signed -> t.say("fact.duty-signed." + key(signed.moment()));
    };
  }
}
