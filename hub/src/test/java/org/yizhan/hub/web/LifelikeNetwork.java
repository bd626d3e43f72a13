package org.yizhan.hub.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.fleet.UsableNow.Reason;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.Changes;
import org.yizhan.hub.store.KeptFact;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.BilingualText;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.Visitor;

/** A network in memory that looks like life, for pages to be looked at and tested with. */
final class LifelikeNetwork implements Readings, Changes {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final JournalId JOURNAL = new JournalId("0".repeat(32));

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
            never ? Optional.empty() : Optional.of(snapshot(usable, people, seen, backlog)),
            !silent,
            never ? Optional.empty() : Optional.of(seen),
            never ? OptionalLong.empty() : OptionalLong.of(backlog)));
    if (!never) {
      visits.put(station, new CopyOnWriteArrayList<>(livedVisits(id.hashCode(), seen)));
      stock.put(station, stockOf(id.hashCode(), seen));
      facts.put(station, new CopyOnWriteArrayList<>(factsBefore(seen)));
    }
  }

  private static Reason first(UsableNow usable) {
    return switch (usable) {
      case UsableNow.Yes _ -> Reason.OUTSIDE_HOURS;
      case UsableNow.No no -> no.why().getFirst();
      case UsableNow.Unknown unknown -> unknown.why().getFirst();
    };
  }

  static Moment moment(Instant at) {
    return new Moment(1, at.toEpochMilli(), true);
  }

  private static Presence.Snapshot snapshot(
      UsableNow usable, int people, Instant at, long backlog) {
    List<Presence.Fault> faults = new ArrayList<>();
    if (usable instanceof UsableNow.No no) {
      for (Reason reason : no.why()) {
        if (reason != Reason.OUTSIDE_HOURS) {
          faults.add(
              new Presence.Fault(
                  FaultKind.valueOf(reason.name()),
                  new FixtureName(reason == Reason.TOO_WARM ? "room-climate" : "front-door"),
                  moment(at.minus(Duration.ofMinutes(73)))));
        }
      }
    }
    double celsius =
        usable instanceof UsableNow.No no && no.why().contains(Reason.TOO_WARM) ? 34.6 : 22.4;
    return new Presence.Snapshot(
        moment(at),
        "0.1.0",
        HardwareKind.SIMULATED,
        people > 3 ? Presence.DoorState.OPEN : Presence.DoorState.CLOSED,
        Optional.of(new Presence.Occupancy(people, 92)),
        Optional.of(
            new Presence.Climate(
                moment(at.minusSeconds(90)), Celsius.of(celsius), new RelativeHumidity(48))),
        faults,
        Map.of(),
        List.of(),
        backlog);
  }

  /** Couriers at noon and in the evening, sweepers before dawn, few at weekends. */
  static List<HourlyVisits> livedVisits(long seed, Instant until) {
    SplittableRandom random = new SplittableRandom(seed);
    List<HourlyVisits> hours = new ArrayList<>();
    ZonedDateTime hour = until.atZone(ZONE).minusDays(60).truncatedTo(ChronoUnit.HOURS);
    for (; !hour.toInstant().isAfter(until); hour = hour.plusHours(1)) {
      int at = hour.getHour();
      double usual =
          at >= 11 && at <= 13
              ? 2.4
              : at >= 17 && at <= 20
                  ? 1.7
                  : at >= 4 && at <= 6 ? 1.2 : at >= 22 || at < 2 ? 0.6 : 0.3;
      double weekend = hour.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 0.55 : 1;
      int people = (int) Math.floor(usual * weekend * 2 * random.nextDouble() + 0.2);
      int sensed = people > 1 && random.nextInt(4) == 0 ? 1 : 0;
      if (people > 0) {
        hours.add(new HourlyVisits(hour.toInstant(), people - sensed, sensed));
      }
    }
    return hours;
  }

  private static List<StockLevel> stockOf(long seed, Instant at) {
    SplittableRandom random = new SplittableRandom(seed);
    return List.of(
        new StockLevel(
            new ItemCode("water-550ml"),
            new BilingualText("饮用水 550 毫升", "Water, 550 ml"),
            5 + random.nextInt(4),
            12,
            48,
            StockLevel.Evidence.SCALE,
            at),
        new StockLevel(
            new ItemCode("noodles"),
            new BilingualText("方便面", "Instant noodles"),
            15,
            6,
            20,
            StockLevel.Evidence.COUNTED,
            at.minus(Duration.ofDays(2))),
        new StockLevel(
            new ItemCode("heat-pads"),
            new BilingualText("暖贴", "Heat pads"),
            30 + random.nextInt(9),
            10,
            40,
            StockLevel.Evidence.COUNTED,
            at.minus(Duration.ofHours(5))));
  }

  private static List<KeptFact> factsBefore(Instant at) {
    List<Fact> happened =
        List.of(
            new Fact.PersonEntered(1),
            new Fact.DoorOpened(),
            new Fact.PassAdmitted(new Visitor("0123456789abcdef"), PassKind.CARD, 1_840),
            new Fact.ClimateMeasured(Celsius.of(22.4), new RelativeHumidity(48)),
            new Fact.PassRefused(RefusalReason.EXPIRED, Optional.empty()),
            new Fact.StockMeasured(new ItemCode("water-550ml"), 7),
            new Fact.DoorClosed(),
            new Fact.PersonLeft(2),
            new Fact.ExitPressed(),
            new Fact.FaultRaised(FaultKind.DOOR_HELD_OPEN, new FixtureName("front-door"), ""),
            new Fact.JournalOpened("0.1.0", HardwareKind.SIMULATED, 3));
    List<KeptFact> kept = new ArrayList<>();
    for (int i = 0; i < happened.size(); i++) {
      Instant when = at.minus(Duration.ofMinutes(3L * i * i));
      kept.add(
          new KeptFact(
              JOURNAL,
              new Sequence(100 - i),
              new Entry(moment(when), happened.get(i)),
              Optional.of(when)));
    }
    return kept;
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
            Optional.of(snapshot(old.usable(), people + 1, now, 0)),
            true,
            Optional.of(now),
            OptionalLong.of(0)));
    visits
        .computeIfAbsent(station, _ -> new CopyOnWriteArrayList<>())
        .add(new HourlyVisits(now.truncatedTo(ChronoUnit.HOURS), 1, 0));
    facts
        .computeIfAbsent(station, _ -> new CopyOnWriteArrayList<>())
        .addFirst(
            new KeptFact(
                JOURNAL,
                new Sequence(200),
                new Entry(
                    moment(now),
                    new Fact.PassAdmitted(new Visitor("0123456789abcdef"), PassKind.CARD, 900)),
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
                            a.sensorOnly() + b.sensorOnly())));
    return List.copyOf(sums.values());
  }

  @Override
  public List<StockLevel> stock(StationId station) {
    return stock.getOrDefault(station, List.of());
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

  static LocalDate today(InstantSource clock) {
    return clock.instant().atZone(ZONE).toLocalDate();
  }
}
