package org.yizhan.hub.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.fleet.UsableNow.Reason;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.KeptFact;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.BilingualText;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.Visitor;

/** How one station's days look: its visits, supplies, records and its word about itself. */
final class LifelikeStation {
  private static final ZoneId ZONE = LifelikeNetwork.ZONE;
  static final JournalId JOURNAL = new JournalId("0".repeat(32));

  private LifelikeStation() {}

  static Moment moment(Instant at) {
    return new Moment(1, at.toEpochMilli(), true);
  }

  static Presence.Snapshot snapshot(UsableNow usable, int people, Instant at, long backlog) {
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
        hours.add(new HourlyVisits(hour.toInstant(), people - sensed, 0, sensed));
      }
    }
    return hours;
  }

  static List<StockLevel> stockOf(long seed, Instant at) {
    SplittableRandom random = new SplittableRandom(seed);
    return List.of(
        level(
            "water-550ml",
            new BilingualText("饮用水 550 毫升", "Water, 550 ml"),
            5 + random.nextInt(4),
            12,
            48,
            StockLevel.Evidence.SCALE,
            at),
        level(
            "noodles",
            new BilingualText("方便面", "Instant noodles"),
            15,
            6,
            20,
            StockLevel.Evidence.COUNTED,
            at.minus(Duration.ofDays(2))),
        level(
            "heat-pads",
            new BilingualText("暖贴", "Heat pads"),
            30 + random.nextInt(9),
            10,
            40,
            StockLevel.Evidence.COUNTED,
            at.minus(Duration.ofHours(5))));
  }

  private static StockLevel level(
      String code,
      BilingualText name,
      int units,
      int minimum,
      int target,
      StockLevel.Evidence how,
      Instant asOf) {
    return new StockLevel(
        new ItemCode(code),
        name,
        OptionalInt.of(units),
        minimum,
        target,
        true,
        Optional.of(how),
        Optional.of(asOf),
        how == StockLevel.Evidence.COUNTED ? Optional.of(asOf) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  static List<KeptFact> factsBefore(Instant at) {
    List<Fact> happened =
        List.of(
            new Fact.PersonEntered(1),
            new Fact.DoorOpened(),
            new Fact.PassAdmitted(new Visitor("0123456789abcdef"), PassKind.CARD, true, 1_840),
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
}
