package org.yizhan.edge.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.journal.RecentFact;
import org.yizhan.edge.loop.LoopFigures;
import org.yizhan.edge.station.EntryAnswer;
import org.yizhan.edge.supply.KnownLevel;
import org.yizhan.edge.time.Moments;
import org.yizhan.edge.uplink.UplinkStatus;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.Celsius;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.ShelfLevel;

/** A desk that answers what a test has laid on it. */
final class DeskDouble implements StationDesk {
  static final KnownLevel WEIGHED =
      new KnownLevel(OptionalInt.of(7), ShelfLevel.How.SCALE, OptionalLong.empty());

  final List<String> scanned = new ArrayList<>();
  boolean alive = true;
  Presence.DoorState door = Presence.DoorState.CLOSED;
  HardwareKind hardware = HardwareKind.SIMULATED;
  List<Presence.Fault> faults = List.of();
  KnownLevel water = WEIGHED;
  String whyOffline = "no route to <the hub>";

  static Presence.Fault fault(FaultKind kind) {
    return new Presence.Fault(kind, TestProfiles.CONTACT, Moments.at(0));
  }

  @Override
  public StationReport report() {
    return new StationReport(
        TestProfiles.simulated(),
        new Presence.Snapshot(
            Moments.at(120_000),
            "0.1.0",
            hardware,
            door,
            Optional.of(new Presence.Occupancy(3, 80)),
            Optional.of(
                new Presence.Climate(Moments.at(0), Celsius.of(21.5), new RelativeHumidity(40))),
            faults,
            Map.of(),
            List.of(),
            5),
        Map.of(TestProfiles.WATER, water),
        new UplinkStatus.Offline(Moments.at(0), whyOffline),
        new LoopFigures(10, 0, 4, 1, 900, 400),
        alive);
  }

  @Override
  public synchronized EntryAnswer scan(String text, boolean walkIn) throws DeskRefusal {
    if (text.equals("real")) {
      throw new DeskRefusal("The scanner is real.");
    }
    scanned.add(text);
    return new EntryAnswer(
        text.equals("good") ? Optional.empty() : Optional.of(RefusalReason.NOT_A_PASS), 321);
  }

  @Override
  public void simulate(String act) throws DeskRefusal {
    if (!SimulatedActs.NAMES.contains(act)) {
      throw new DeskRefusal("There is no such act.");
    }
  }

  @Override
  public List<RecentFact> last(int factsMax) {
    List<RecentFact> facts = new ArrayList<>();
    for (int i = 1; i <= Math.min(factsMax, 3); i++) {
      facts.add(
          new RecentFact(
              new JournalId("5e".repeat(16)),
              new Sequence(i),
              new Entry(Moments.at(i), new Fact.DoorOpened())));
    }
    return facts;
  }
}
