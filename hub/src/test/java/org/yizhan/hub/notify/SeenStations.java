package org.yizhan.hub.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.notice.Kiosk;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.KeptFact;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.station.BilingualText;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;

/** One station, as a test says it is seen. */
final class SeenStations implements Readings {
  Instant lastSeen;
  boolean connected = true;
  boolean retired;
  int water = 20;
  final List<FaultKind> faults = new ArrayList<>();

  SeenStations(Instant now) {
    lastSeen = now;
  }

  @Override
  public List<StationStatus> stations(Instant now) {
    Moment at = new Moment(1_000, lastSeen.toEpochMilli(), true);
    List<Presence.Fault> lasting =
        faults.stream()
            .map(kind -> new Presence.Fault(kind, new FixtureName("front-lock"), at))
            .toList();
    StationStatus status =
        new StationStatus(
            Kiosk.REF.id(),
            Kiosk.REF.name(),
            Kiosk.REF.place(),
            ZoneId.of("Asia/Shanghai"),
            new UsableNow.Yes(),
            Optional.of(
                new Presence.Snapshot(
                    at,
                    "0.1.0",
                    HardwareKind.SIMULATED,
                    Presence.DoorState.CLOSED,
                    Optional.empty(),
                    Optional.empty(),
                    lasting,
                    Map.of(),
                    List.of(),
                    0)),
            connected,
            Optional.of(lastSeen),
            OptionalLong.of(0),
            Optional.empty(),
            Optional.empty());
    return retired ? List.of() : List.of(status);
  }

  @Override
  public Optional<StationStatus> station(StationId station, Instant now) {
    return stations(now).stream().findFirst();
  }

  @Override
  public List<StockLevel> stock(StationId station, Instant now) {
    return List.of(
        new StockLevel(
            new ItemCode("water"),
            new BilingualText("饮用水", "Drinking water"),
            OptionalInt.of(water),
            12,
            48,
            true,
            Optional.of(StockLevel.Evidence.COUNTED),
            Optional.of(lastSeen),
            Optional.of(lastSeen),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
  }

  @Override
  public Optional<StationShelf> shelf(StationId station, Instant now) {
    return shelves("", now).stream().findFirst();
  }

  @Override
  public List<StationShelf> shelves(String place, Instant now) {
    return stations(now).stream()
        .map(
            station ->
                new StationShelf(
                    station.id(),
                    station.name(),
                    station.place(),
                    station.zone(),
                    Optional.empty(),
                    Optional.empty(),
                    stock(station.id(), now)))
        .toList();
  }

  @Override
  public Set<UnionPlace> places() {
    return Set.of();
  }

  @Override
  public List<HourlyVisits> visitsByHour(StationId station, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public List<HourlyVisits> visitsByHour(String place, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public Map<StationId, List<HourlyVisits>> visitsByHourOfEach(Instant from, Instant to) {
    return Map.of();
  }

  @Override
  public List<KeptFact> lastFacts(StationId station, int most) {
    return List.of();
  }
}
