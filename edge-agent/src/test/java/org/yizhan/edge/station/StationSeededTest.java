package org.yizhan.edge.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.station.FaultBoard.Name;
import org.yizhan.edge.station.StationEffect.AppendFact;
import org.yizhan.edge.station.StationEffect.RefreshPresence;
import org.yizhan.edge.station.StationEffect.ReleaseLock;
import org.yizhan.edge.station.StationEffect.Signal;
import org.yizhan.edge.station.StationEvent.BeamChanged;
import org.yizhan.edge.station.StationEvent.ClimateRead;
import org.yizhan.edge.station.StationEvent.DoorMoved;
import org.yizhan.edge.station.StationEvent.ExitButtonPressed;
import org.yizhan.edge.station.StationEvent.FixtureFailed;
import org.yizhan.edge.station.StationEvent.FixtureRecovered;
import org.yizhan.edge.station.StationEvent.PassScanned;
import org.yizhan.edge.station.StationEvent.PresenceSensed;
import org.yizhan.edge.station.StationEvent.ShelfWeighed;
import org.yizhan.edge.station.StationEvent.Tick;
import org.yizhan.edge.station.StationEvent.TrustChanged;
import org.yizhan.edge.station.StationEvent.UnlockOrdered;
import org.yizhan.edge.time.Moments;
import org.yizhan.station.Celsius;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence;

/** Thousands of days of nonsense: whatever comes, in whatever order, the promises hold. */
class StationSeededTest {
  private static final int SEEDS = 100;
  private static final int EVENTS = 400;

  private final Set<Name> raised = new HashSet<>();

  @Test
  void keeps_its_promises_whatever_happens_in_whatever_order() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      StationState state =
          StationState.atStart(
              Moments.at(0),
              TestProfiles.simulated(),
              Passes.trusted(),
              Map.of(),
              new VisitorKey("0b".repeat(32)));
      raised.clear();
      long now = 0;

      for (int i = 0; i < EVENTS; i++) {
        now += random.nextInt(random.nextInt(20) == 0 ? 3_600_000 : 5_000);
        Moment at = random.nextInt(10) == 0 ? Moments.unsure(now) : Moments.at(now);
        StationEvent event = anyEvent(random, at);
        Step step = Station.step(state, event);

        String where = "seed %d, event %d, %s".formatted(seed, i, event);
        requireDoorFirst(step.effects(), where);
        requireFaultsOnce(step.effects(), where);
        requirePresenceOnChange(state, step, at, where);
        state = step.state();
      }
      assertThat(raised).as("seed %d", seed).isEqualTo(state.faults().since().keySet());
    }
  }

  private static void requireDoorFirst(List<StationEffect> effects, String where) {
    int last = 0;
    for (StationEffect effect : effects) {
      int rank =
          switch (effect) {
            case ReleaseLock _ -> 1;
            case Signal _ -> 2;
            case AppendFact _ -> 3;
            case StationEffect.AnswerScan _,
                StationEffect.RefitHardware _,
                StationEffect.SwitchPower _ ->
                3;
            case RefreshPresence _ -> 4;
          };
      assertThat(rank).as(where).isGreaterThanOrEqualTo(last);
      last = rank;
    }
  }

  private void requireFaultsOnce(List<StationEffect> effects, String where) {
    for (StationEffect effect : effects) {
      if (effect instanceof AppendFact(Fact.FaultRaised(var kind, var fixture, _))) {
        assertThat(raised.add(new Name(kind, fixture))).as(where).isTrue();
      }
      if (effect instanceof AppendFact(Fact.FaultCleared(var kind, var fixture))) {
        assertThat(raised.remove(new Name(kind, fixture))).as(where).isTrue();
      }
    }
  }

  private static void requirePresenceOnChange(
      StationState before, Step step, Moment at, String where) {
    Presence.Snapshot was = snapshot(before, at);
    Presence.Snapshot is = snapshot(step.state(), at);
    boolean changed =
        was.door() != is.door()
            || !was.faults().equals(is.faults())
            || !was.applied().equals(is.applied())
            || !was.occupancy()
                .map(Presence.Occupancy::people)
                .equals(is.occupancy().map(Presence.Occupancy::people));
    if (changed) {
      assertThat(step.effects()).as(where).endsWith(new RefreshPresence());
    }
  }

  private static Presence.Snapshot snapshot(StationState state, Moment at) {
    return Station.snapshot(state, at, "0.1.0", HardwareKind.SIMULATED, List.of(), 0);
  }

  private static StationEvent anyEvent(Random random, Moment at) {
    List<Fixture> fixtures = TestProfiles.simulated().fixtures();
    FixtureName any = fixtures.get(random.nextInt(fixtures.size())).name();
    return switch (random.nextInt(12)) {
      case 0 -> new PassScanned(at, TestProfiles.SCANNER, anyText(random), random.nextInt(3));
      case 1 -> new DoorMoved(at, TestProfiles.CONTACT, random.nextBoolean());
      case 2 -> new ExitButtonPressed(at, TestProfiles.BUTTON);
      case 3 ->
          new BeamChanged(
              at,
              TestProfiles.BEAMS,
              random.nextBoolean() ? BeamChanged.Side.OUTER : BeamChanged.Side.INNER,
              random.nextBoolean());
      case 4 -> new PresenceSensed(at, TestProfiles.RADAR, random.nextBoolean());
      case 5 ->
          new ClimateRead(
              at,
              TestProfiles.CLIMATE,
              new Celsius(random.nextInt(-2_000, 5_000)),
              new RelativeHumidity(random.nextInt(101)));
      case 6 -> new ShelfWeighed(at, TestProfiles.SCALE, random.nextInt(-5_000, 60_000));
      case 7 -> new FixtureFailed(at, any, anyFault(random), "broken");
      case 8 -> new FixtureRecovered(at, any, anyFault(random));
      case 9 -> new UnlockOrdered(at, "order-" + random.nextInt(5), at.wallMs() + 1_000);
      case 10 -> new TrustChanged(at, OrderKind.ISSUERS, random.nextInt(9), Passes.trusted());
      default -> new Tick(at);
    };
  }

  private static FaultKind anyFault(Random random) {
    return random.nextBoolean() ? FaultKind.SENSOR_FAILED : FaultKind.LOCK_FAILED;
  }

  private static String anyText(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Passes.GOOD;
      case 1 -> Passes.FORGED;
      default -> "junk " + random.nextInt();
    };
  }
}
