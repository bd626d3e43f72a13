package org.yizhan.hub.web.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.KeptFact;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Presence;

/**
 * One station as it is now.
 *
 * @param current false when what it last said may no longer hold: figures are shown as last known
 * @param said when the station last spoke of itself
 * @param facts the newest; not the temperature every few minutes, which has a place of its own
 */
public record StationView(
    Texts t,
    StationRow row,
    boolean current,
    Optional<Age> said,
    Optional<String> door,
    Optional<Inside> inside,
    Optional<Room> room,
    List<Stock> stock,
    List<Trouble> faults,
    List<Happening> facts,
    int today,
    OptionalInt usually,
    String version) {
  private static final int FACTS_SHOWN = 20;

  /** People inside with how far it is believed. */
  public record Inside(String people, int confidencePercent, String confidence) {}

  /** The latest climate reading. */
  public record Room(String temperature, int humidity, Age age) {}

  /**
   * One stocked item.
   *
   * @param percent units against the target, at most 100
   * @param minimumPercent where the minimum lies on the same scale
   * @param units empty while nobody knows
   * @param toBuy units up to the target when below minimum, else 0
   * @param lasts how long it lasts, as a sentence
   * @param doubt what does not fit together, as a sentence
   */
  public record Stock(
      Pictogram picture,
      String name,
      OptionalInt units,
      int minimum,
      int target,
      int percent,
      int minimumPercent,
      int toBuy,
      String how,
      Optional<Age> age,
      Optional<String> sure,
      String lasts,
      Optional<String> doubt) {}

  /** A fault that lasts, as a sentence; the fixture's name follows, small. */
  public record Trouble(String sentence, String fixture, Optional<Age> since) {}

  /** Something that happened. {@code exact} is empty while the time is unknown. */
  public record Happening(String sentence, String kind, Optional<Age> age, String time) {}

  /** Everything read of one station. */
  public record Readings(
      StationStatus status,
      List<StockLevel> stock,
      Map<ItemCode, CatalogueItem> goods,
      List<KeptFact> facts,
      OverviewView.Today today) {}

  public static StationView of(Readings readings, Instant now, Texts t) {
    StationStatus status = readings.status();
    Optional<Presence.Snapshot> latest = status.latest();
    Map<ItemCode, String> names =
        readings.stock().stream()
            .collect(Collectors.toMap(StockLevel::item, s -> t.of(s.name()), (one, _) -> one));
    return new StationView(
        t,
        StationRow.of(status, now, t),
        StationRow.isCurrent(status, now),
        status.lastSeen().map(seen -> t.age(seen, now, status.zone())),
        latest
            .map(Presence.Snapshot::door)
            .filter(door -> door != Presence.DoorState.UNKNOWN)
            .map(door -> Sentences.door(door, t)),
        latest.flatMap(Presence.Snapshot::occupancy).map(inside -> inside(inside, t)),
        latest.flatMap(Presence.Snapshot::climate).map(climate -> room(climate, status, now, t)),
        readings.stock().stream()
            .filter(level -> level.inSeason() || level.units().orElse(0) > 0)
            .map(level -> stock(level, readings.goods().get(level.item()), status, now, t))
            .toList(),
        latest.map(Presence.Snapshot::faults).orElse(List.of()).stream()
            .sorted(Comparator.comparingLong(fault -> -fault.since().wallMs()))
            .map(fault -> trouble(fault, status, now, t))
            .toList(),
        readings.facts().stream()
            .filter(fact -> !(fact.entry().fact() instanceof Fact.ClimateMeasured))
            .limit(FACTS_SHOWN)
            .map(fact -> happening(fact, names, status, now, t))
            .toList(),
        readings.today().visits(),
        readings.today().usually(),
        latest.map(Presence.Snapshot::agentVersion).orElse(""));
  }

  private static Inside inside(Presence.Occupancy inside, Texts t) {
    int percent = inside.confidencePercent();
    String key = percent >= 80 ? "inside.sure" : percent >= 50 ? "inside.likely" : "inside.guess";
    return new Inside(t.number(inside.people()), percent, t.say(key, percent));
  }

  private static Room room(Presence.Climate climate, StationStatus status, Instant now, Texts t) {
    return new Room(
        t.decimal(climate.temperature().degrees()),
        climate.humidity().percent(),
        t.age(climate.at().wall(), now, status.zone()));
  }

  private static Stock stock(
      StockLevel level, @Nullable CatalogueItem goods, StationStatus status, Instant now, Texts t) {
    int units = level.units().orElse(0);
    int full = Math.max(1, level.target());
    return new Stock(
        Pictogram.of(goods),
        t.of(level.name()),
        level.units(),
        level.minimum(),
        level.target(),
        Math.clamp(100L * units / full, 0, 100),
        Math.clamp(100L * level.minimum() / full, 0, 100),
        level.isBelowMinimum() ? level.toBring() : 0,
        level.how().map(how -> t.say("stock.how." + Sentences.key(how))).orElse(""),
        level.asOf().map(asOf -> t.age(asOf, now, status.zone())),
        Sentences.sure(level, "", t),
        SuppliesView.lasts(level, t),
        level.contradiction().map(doubt -> Sentences.doubt(doubt, t)));
  }

  private static Trouble trouble(Presence.Fault fault, StationStatus status, Instant now, Texts t) {
    return new Trouble(
        Sentences.fault(fault.kind(), t),
        fault.fixture().value(),
        fault.since().clockTrusted()
            ? Optional.of(t.age(fault.since().wall(), now, status.zone()))
            : Optional.empty());
  }

  private static Happening happening(
      KeptFact kept, Map<ItemCode, String> names, StationStatus status, Instant now, Texts t) {
    String kind =
        switch (kept.entry().fact()) {
          case Fact.PassAdmitted _ -> "admitted";
          case Fact.PassRefused _ -> "refused";
          case Fact.FaultRaised _ -> "raised";
          default -> "plain";
        };
    return new Happening(
        Sentences.fact(kept.entry().fact(), code -> names.getOrDefault(code, code.value()), t),
        kind,
        kept.resolvedAt().map(at -> t.age(at, now, status.zone())),
        kept.resolvedAt()
            .map(at -> t.briefOf(at, now, status.zone()))
            .orElseGet(() -> t.say("time.unknown")));
  }

  /** "usually 14 by now"; of a silent station not even today's visits are all known. */
  public String comparison() {
    if (said.isEmpty()) {
      return t.say("never");
    }
    if (!current) {
      return t.say("today.partial");
    }
    return usually.isPresent()
        ? t.say("today.usually", usually.getAsInt())
        : t.say("today.usually.unknown");
  }
}
