package org.yizhan.wire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.yizhan.pass.IssuerKey;
import org.yizhan.pass.PassId;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.station.RelativeHumidity;

/** One value of everything that travels, by the name of its golden sample. */
final class WireSamples {
  static final JournalId JOURNAL = new JournalId("3f0c5a1e9b7d42688a6e0d1c2b3a4958");
  static final Visitor VISITOR = new Visitor("9c41d0e2b7a6f583");
  static final Moment TRUSTED = new Moment(86_400_123, 1_764_000_000_123L, true);
  static final Moment GUESSED = new Moment(17, 1_700_000_000_000L, false);
  static final ItemCode WATER = new ItemCode("water-550ml");
  static final FixtureName LOCK = new FixtureName("front-lock");

  private WireSamples() {}

  static Map<String, Fact> facts() {
    Map<String, Fact> facts = new LinkedHashMap<>();
    facts.put("journal-opened", new Fact.JournalOpened("0.1.0", HardwareKind.SIMULATED, 7));
    facts.put("pass-admitted", new Fact.PassAdmitted(VISITOR, PassKind.CARD, true, 412));
    facts.put(
        "pass-admitted-unwatched", new Fact.PassAdmitted(VISITOR, PassKind.PHONE, false, 388));
    facts.put("pass-refused", new Fact.PassRefused(RefusalReason.NOT_A_PASS, Optional.empty()));
    facts.put(
        "pass-refused-known",
        new Fact.PassRefused(RefusalReason.OUTSIDE_HOURS, Optional.of(VISITOR)));
    facts.put("door-unlocked-by-order", new Fact.DoorUnlockedByOrder("unlock-2026-0417"));
    facts.put("door-opened", new Fact.DoorOpened());
    facts.put("door-closed", new Fact.DoorClosed());
    facts.put("exit-pressed", new Fact.ExitPressed());
    facts.put("person-entered", new Fact.PersonEntered(2));
    facts.put("person-left", new Fact.PersonLeft(1));
    facts.put("occupancy-corrected", new Fact.OccupancyCorrected(0));
    facts.put(
        "climate-measured", new Fact.ClimateMeasured(Celsius.of(-3.25), new RelativeHumidity(41)));
    facts.put("stock-measured", new Fact.StockMeasured(WATER, 23));
    facts.put("stock-counted", new Fact.StockCounted(WATER, 0));
    facts.put("stock-taken", new Fact.StockTaken(WATER, 1));
    facts.put(
        "stock-restocked",
        new Fact.StockRestocked(
            WATER,
            24,
            Optional.of(new LotCode("L2027/05-A")),
            Optional.of(LocalDate.of(2027, 5, 31))));
    facts.put(
        "stock-written-off",
        new Fact.StockWrittenOff(WATER, 3, WriteOffReason.EXPIRED, Optional.empty()));
    MatterId matter = new MatterId("5b1f00c2d3e4f5061728394a5b6c7d8e");
    facts.put(
        "matter-raised",
        new Fact.MatterRaised(
            matter, MatterKind.BROKEN, Optional.of(new ItemCode("microwave")), "不热了"));
    facts.put(
        "matter-answered", new Fact.MatterAnswered(matter, MatterStep.SOLVED, "换了新的 a new one"));
    facts.put("matter-rated", new Fact.MatterRated(matter, Satisfaction.NOT_SATISFIED, ""));
    ItemCode umbrella = new ItemCode("umbrella");
    TagCode tag = new TagCode("7k3m9qz2xw");
    facts.put("thing-lent", new Fact.ThingLent(umbrella, tag, 1_764_172_800_000L));
    facts.put("thing-returned", new Fact.ThingReturned(umbrella, tag));
    facts.put(
        "duty-signed",
        new Fact.DutySigned(DutyMoment.OPENED, Set.of(DutyTask.DOOR, DutyTask.LIGHTS), "第二组", ""));
    facts.put(
        "fault-raised",
        new Fact.FaultRaised(FaultKind.DOOR_NEVER_MOVED, LOCK, "门没有动: \"chained\"?\n\t15 s"));
    facts.put(
        "fault-raised-power-relay",
        new Fact.FaultRaised(
            FaultKind.POWER_RELAY_FAILED, new FixtureName("heater"), "GPIO 17 is in use"));
    facts.put("fault-cleared", new Fact.FaultCleared(FaultKind.DOOR_NEVER_MOVED, LOCK));
    facts.put("clock-stepped", new Fact.ClockStepped(-86_400_000));
    facts.put("order-applied", new Fact.OrderApplied(OrderKind.REVOCATIONS, 12));
    facts.put(
        "order-refused", new Fact.OrderRefused(OrderKind.PROFILE, 3, "line 4: no such fixture"));
    facts.put("missing", new Fact.Missing(250, MissingReason.SHED));
    return facts;
  }

  /** Every fact once, the first one before the clock was known. */
  static Envelope envelope() {
    List<Entry> entries = new ArrayList<>();
    for (Fact fact : facts().values()) {
      entries.add(new Entry(entries.isEmpty() ? GUESSED : TRUSTED, fact));
    }
    return new Envelope(JOURNAL, new Sequence(41), entries);
  }

  static Map<String, Order> orders() {
    Map<String, Order> orders = new LinkedHashMap<>();
    orders.put("acknowledge", new Order.Acknowledge(JOURNAL, new Sequence(310), 2));
    orders.put("acknowledge-presence", new Order.Acknowledge(JOURNAL, Sequence.FIRST, 0));
    orders.put("apply-profile", new Order.ApplyProfile(8, "id: binzhou-huanghe-5\nkind: kiosk\n"));
    orders.put(
        "apply-issuers",
        new Order.ApplyIssuers(
            2,
            List.of(
                // public key of RFC 8032 section 7.1, test 1
                new IssuerKey(
                    "binzhou-union",
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))));
    orders.put(
        "apply-revocations",
        new Order.ApplyRevocations(
            12, 1_764_000_000_000L, List.of(new PassId("00112233445566778899aabbccddeeff"))));
    orders.put(
        "apply-stock",
        new Order.ApplyStock(
            1_764_000_000_777L,
            List.of(
                new ShelfLevel(
                    WATER, OptionalInt.of(60), ShelfLevel.How.COUNTED, 1_763_999_000_000L),
                new ShelfLevel(
                    new ItemCode("mask"), OptionalInt.empty(), ShelfLevel.How.RECKONED, 0))));
    orders.put("unlock-door", new Order.UnlockDoor("unlock-2026-0417", 1_764_000_060_000L));
    return orders;
  }

  static Map<String, Presence> presences() {
    Map<String, Presence> presences = new LinkedHashMap<>();
    presences.put("gone", new Presence.Gone(1_764_000_000_000L));
    presences.put(
        "online",
        new Presence.Online(
            1_764_000_000_000L,
            new Presence.Snapshot(
                TRUSTED,
                "0.1.0",
                HardwareKind.REAL,
                Presence.DoorState.HELD_OPEN,
                Optional.of(new Presence.Occupancy(3, 85)),
                Optional.of(
                    new Presence.Climate(TRUSTED, Celsius.of(21.5), new RelativeHumidity(38))),
                List.of(new Presence.Fault(FaultKind.DOOR_HELD_OPEN, LOCK, GUESSED)),
                Map.of(
                    OrderKind.PROFILE,
                    8L,
                    OrderKind.ISSUERS,
                    2L,
                    OrderKind.REVOCATIONS,
                    12L,
                    OrderKind.STOCK,
                    0L),
                List.of(new JournalRange(JOURNAL, new Sequence(1), new Sequence(311))),
                1)));
    presences.put(
        "online-unknowing",
        new Presence.Online(
            0,
            new Presence.Snapshot(
                GUESSED,
                "0.1.0",
                HardwareKind.SIMULATED,
                Presence.DoorState.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                0)));
    return presences;
  }
}
