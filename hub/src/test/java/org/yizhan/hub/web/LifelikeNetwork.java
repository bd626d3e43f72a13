package org.yizhan.hub.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.fleet.UsableNow.Reason;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.Changes;
import org.yizhan.hub.store.KeptFact;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.hub.web.view.PlaceChoice;
import org.yizhan.pass.PassKind;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.Visitor;

/** A network in memory that looks like life, for pages to be looked at and tested with. */
final class LifelikeNetwork implements Readings, Changes {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Duration RECORDED = Duration.ofDays(60);

  private final InstantSource clock;
  private final Map<StationId, StationStatus> stations = new ConcurrentSkipListMap<>();
  private final Map<StationId, List<HourlyVisits>> visits = new ConcurrentHashMap<>();
  private final Map<StationId, List<StockLevel>> stock = new ConcurrentHashMap<>();
  private final Map<StationId, List<KeptFact>> facts = new ConcurrentHashMap<>();
  private final List<Consumer<StationId>> listeners = new CopyOnWriteArrayList<>();

  LifelikeNetwork(InstantSource clock) {
    this.clock = clock;
  }

  /** Six stations with every state a page must show. */
  static LifelikeNetwork little(InstantSource clock) {
    LifelikeNetwork network = new LifelikeNetwork(clock);
    network.add(
        "liaocheng-01",
        "聊城昌润路驿站",
        "Changrun Road, Liaocheng",
        "shandong/liaocheng/dongchangfu",
        new UsableNow.Yes(),
        2,
        Duration.ofSeconds(20),
        0);
    network.add(
        "liaocheng-02",
        "聊城湖南路驿站",
        "Hunan Road, Liaocheng",
        "shandong/liaocheng/dongchangfu",
        new UsableNow.No(List.of(Reason.DOOR_NEVER_MOVED)),
        0,
        Duration.ofMinutes(2),
        0);
    network.add(
        "qingdao-fridge-17",
        "青岛香港中路爱心冰柜",
        "Hong Kong Middle Road fridge",
        "shandong/qingdao/shinan",
        new UsableNow.Yes(),
        0,
        Duration.ofMinutes(1),
        12);
    network.add(
        "nanning-police-03",
        "南宁民族大道警务站",
        "Minzu Avenue police post",
        "guangxi/nanning/qingxiu",
        new UsableNow.No(List.of(Reason.TOO_WARM, Reason.SCANNER_FAILED)),
        4,
        Duration.ofSeconds(50),
        0);
    network.add(
        "xuhui-24h",
        "徐汇滨江 24 小时驿站",
        "Xuhui Riverside, 24 hours",
        "shanghai/xuhui",
        new UsableNow.Unknown(List.of(Reason.SILENT)),
        1,
        Duration.ofHours(7),
        340);
    network.add(
        "yiling-riders",
        "夷陵骑手之家",
        "Yiling Riders’ Home",
        "hubei/yichang/yiling",
        new UsableNow.Unknown(List.of(Reason.NEVER_SEEN)),
        0,
        Duration.ZERO,
        0);
    return network;
  }

  /** Many stations. */
  static LifelikeNetwork large(InstantSource clock, int count) {
    LifelikeNetwork network = little(clock);
    SplittableRandom random = new SplittableRandom(7);
    String[] places = {
      "shandong/jinan/lixia",
      "zhejiang/jinhua/wucheng",
      "anhui/bengbu",
      "tianjin/heping",
      "tianjin/nankai",
      "shandong/binzhou/bincheng"
    };
    for (int i = 1; i <= count; i++) {
      int kind = random.nextInt(12);
      UsableNow usable =
          kind == 0
              ? new UsableNow.No(List.of(Reason.LOCK_FAILED))
              : kind == 1
                  ? new UsableNow.Unknown(List.of(Reason.SILENT))
                  : kind == 2
                      ? new UsableNow.No(List.of(Reason.OUTSIDE_HOURS))
                      : new UsableNow.Yes();
      network.add(
          "station-" + i,
          "第 " + i + " 驿站",
          "Station " + i,
          places[random.nextInt(places.length)],
          usable,
          random.nextInt(6),
          kind == 1
              ? Duration.ofDays(random.nextInt(1, 30))
              : Duration.ofSeconds(random.nextInt(5, 900)),
          random.nextLong(4) * random.nextLong(40));
    }
    return network;
  }

  void add(
      String id,
      String zh,
      String en,
      String place,
      UsableNow usable,
      int people,
      Duration silentFor,
      long backlog) {
    Instant now = clock.instant();
    StationId station = new StationId(id);
    boolean never = Reason.NEVER_SEEN == first(usable);
    boolean silent = never || Reason.SILENT == first(usable);
    Instant seen = now.minus(silentFor);
    stations.put(
        station,
        new StationStatus(
            station,
            new BilingualText(zh, en),
            UnionPlace.of(place),
            ZONE,
            usable,
            never
                ? Optional.empty()
                : Optional.of(LifelikeStation.snapshot(usable, people, seen, backlog)),
            !silent,
            never ? Optional.empty() : Optional.of(seen),
            never ? OptionalLong.empty() : OptionalLong.of(backlog),
            never ? Optional.empty() : Optional.of(now.minus(RECORDED)),
            Optional.empty()));
    if (!never) {
      visits.put(
          station, new CopyOnWriteArrayList<>(LifelikeStation.livedVisits(id.hashCode(), seen)));
      stock.put(station, LifelikeStation.stockOf(id.hashCode(), seen));
      facts.put(station, new CopyOnWriteArrayList<>(LifelikeStation.factsBefore(seen)));
    }
  }

  private static Reason first(UsableNow usable) {
    return switch (usable) {
      case UsableNow.Yes _ -> Reason.OUTSIDE_HOURS;
      case UsableNow.No no -> no.why().getFirst();
      case UsableNow.Unknown unknown -> unknown.why().getFirst();
    };
  }

  /** A visit now: the number of people, the newest facts and the hour's count change. */
  void visit(String id) {
    StationId station = new StationId(id);
    Instant now = clock.instant();
    StationStatus old = java.util.Objects.requireNonNull(stations.get(station), id);
    int people =
        old.latest()
            .flatMap(Presence.Snapshot::occupancy)
            .map(Presence.Occupancy::people)
            .orElse(0);
    stations.put(
        station,
        new StationStatus(
            station,
            old.name(),
            old.place(),
            ZONE,
            old.usable(),
            Optional.of(LifelikeStation.snapshot(old.usable(), people + 1, now, 0)),
            true,
            Optional.of(now),
            OptionalLong.of(0),
            old.recordsBegin(),
            old.recordsUntil()));
    visits
        .computeIfAbsent(station, _ -> new CopyOnWriteArrayList<>())
        .add(new HourlyVisits(now.truncatedTo(ChronoUnit.HOURS), 1, 0, 0));
    facts
        .computeIfAbsent(station, _ -> new CopyOnWriteArrayList<>())
        .addFirst(
            new KeptFact(
                LifelikeStation.JOURNAL,
                new Sequence(200),
                new Entry(
                    LifelikeStation.moment(now),
                    new Fact.PassAdmitted(
                        new Visitor("0123456789abcdef"), PassKind.CARD, true, 900)),
                Optional.of(now)));
    listeners.forEach(listener -> listener.accept(station));
  }

  @Override
  public List<StationStatus> stations(Instant now) {
    return stations.values().stream().sorted(Comparator.comparing(StationStatus::id)).toList();
  }

  @Override
  public Optional<StationStatus> station(StationId station, Instant now) {
    return Optional.ofNullable(stations.get(station));
  }

  @Override
  public List<HourlyVisits> visitsByHour(StationId station, Instant from, Instant to) {
    return sum(visits.getOrDefault(station, List.of()).stream(), from, to);
  }

  @Override
  public List<HourlyVisits> visitsByHour(String place, Instant from, Instant to) {
    return sum(
        stations.values().stream()
            .filter(s -> place.isEmpty() || (s.place() + "/").startsWith(place + "/"))
            .flatMap(s -> visits.getOrDefault(s.id(), List.of()).stream()),
        from,
        to);
  }

  @Override
  public Map<StationId, List<HourlyVisits>> visitsByHourOfEach(Instant from, Instant to) {
    Map<StationId, List<HourlyVisits>> each = new TreeMap<>();
    visits.forEach((station, hours) -> each.put(station, sum(hours.stream(), from, to)));
    return each;
  }

  private static List<HourlyVisits> sum(Stream<HourlyVisits> hours, Instant from, Instant to) {
    Map<Instant, HourlyVisits> sums = new TreeMap<>();
    hours
        .filter(h -> !h.hour().isBefore(from) && h.hour().isBefore(to))
        .forEach(
            h ->
                sums.merge(
                    h.hour(),
                    h,
                    (a, b) ->
                        new HourlyVisits(
                            a.hour(),
                            a.passAndDoor() + b.passAndDoor(),
                            a.passOnly() + b.passOnly(),
                            a.sensorOnly() + b.sensorOnly())));
    return List.copyOf(sums.values());
  }

  @Override
  public List<StockLevel> stock(StationId station, Instant now) {
    return stock.getOrDefault(station, List.of());
  }

  @Override
  public Optional<StationShelf> shelf(StationId station, Instant now) {
    return shelves("", now).stream().filter(each -> each.id().equals(station)).findFirst();
  }

  @Override
  public List<StationShelf> shelves(String place, Instant now) {
    return stations(now).stream()
        .filter(station -> PlaceChoice.holds(place, station))
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
    return stations.values().stream().map(StationStatus::place).collect(Collectors.toSet());
  }

  @Override
  public List<KeptFact> lastFacts(StationId station, int most) {
    return facts.getOrDefault(station, List.of()).stream().limit(most).toList();
  }

  @Override
  public AutoCloseable listen(Consumer<StationId> changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }
}
