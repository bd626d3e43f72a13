package org.yizhan.edge.station;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yizhan.edge.climate.ClimateState;
import org.yizhan.edge.entry.Door;
import org.yizhan.edge.occupancy.Occupancy;
import org.yizhan.edge.station.FaultBoard.Name;
import org.yizhan.edge.station.StationEffect.RefitHardware;
import org.yizhan.edge.station.StationEvent.BeamChanged;
import org.yizhan.edge.station.StationEvent.ClimateRead;
import org.yizhan.edge.station.StationEvent.DoorMoved;
import org.yizhan.edge.station.StationEvent.FixtureFailed;
import org.yizhan.edge.station.StationEvent.PresenceSensed;
import org.yizhan.edge.station.StationEvent.ProfileChanged;
import org.yizhan.edge.station.StationEvent.ShelfWeighed;
import org.yizhan.edge.supply.Supply;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.OrderKind;

/** A profile takes the place of another while the station runs. */
final class NewProfile {
  private NewProfile() {}

  /**
   * What fixtures told that are gone, or connected otherwise, is forgotten; what the others told
   * stays, and so do the people.
   */
  static Step begin(StationState state, ProfileChanged changed) {
    StationProfile now = changed.profile();
    List<Fixture> before = state.profile().fixtures();
    List<Fixture> gone = before.stream().filter(f -> !now.fixtures().contains(f)).toList();
    StationState next = state.withProfile(now, changed.revision());
    for (Fixture fixture : gone) {
      next = forget(next, fixture, changed.at());
    }
    Step step =
        Step.facts(
            next.withReported(stillOurs(next, gone)),
            List.of(new Fact.OrderApplied(OrderKind.PROFILE, changed.revision())));
    return before.equals(now.fixtures()) ? step : step.and(new RefitHardware(now));
  }

  private static StationState forget(StationState state, Fixture fixture, Moment at) {
    FixtureName name = fixture.name();
    return switch (fixture) {
      case Fixture.DoorContact _ -> state.withDoor(doorWithout(state, at));
      case Fixture.ClimateSensor _ -> state.withClimate(ClimateState.UNKNOWN);
      case Fixture.PresenceSensor _, Fixture.BeamPair _ ->
          state.withOccupancy(Occupancy.without(state.occupancy(), name));
      case Fixture.ShelfScale _ -> state.withSupply(Supply.without(state.supply(), name));
      case Fixture.Scanner _,
          Fixture.Lock _,
          Fixture.ExitButton _,
          Fixture.Light _,
          Fixture.Buzzer _,
          Fixture.PowerRelay _ ->
          state;
    };
  }

  /** What a contact found wrong with the door is for a contact to find right again. */
  private static Door doorWithout(StationState state, Moment at) {
    return state.profile().fixtures(Fixture.DoorContact.class).isEmpty()
        ? Door.unknownAt(at)
        : state.door().afterContactLost(at);
  }

  /** Of a part that is connected otherwise, its new keeper will report anew what is wrong. */
  private static SortedMap<Name, String> stillOurs(StationState state, List<Fixture> gone) {
    SortedMap<Name, String> reported = new TreeMap<>(state.health().reported());
    reported
        .keySet()
        .removeIf(
            name ->
                !isOfTheStation(name.kind())
                    && (isAmong(gone, name.fixture())
                        || !isAmong(state.profile().fixtures(), name.fixture())));
    return reported;
  }

  /** What a part said that was taken away meanwhile. A scan is heard, whoever read it. */
  static boolean isOfFormerFixture(StationState state, StationEvent event) {
    return switch (event) {
      case DoorMoved moved -> isFormer(state, moved.contact());
      case BeamChanged beam -> isFormer(state, beam.beams());
      case PresenceSensed sensed -> isFormer(state, sensed.sensor());
      case ClimateRead read -> isFormer(state, read.sensor());
      case ShelfWeighed weighed -> isFormer(state, weighed.scale());
      case FixtureFailed failed ->
          !isOfTheStation(failed.kind()) && isFormer(state, failed.fixture());
      case StationEvent.PassScanned _,
          StationEvent.ExitButtonPressed _,
          StationEvent.FixtureRecovered _,
          StationEvent.ClockSet _,
          StationEvent.VisitorKeyDrawn _,
          StationEvent.Tick _,
          StationEvent.ProfileChanged _,
          StationEvent.TrustChanged _,
          StationEvent.LevelsTold _,
          StationEvent.OrderTurnedDown _,
          StationEvent.UnlockOrdered _ ->
          false;
    };
  }

  /** The journal and the clock are no fixtures of any profile. */
  private static boolean isOfTheStation(FaultKind kind) {
    return kind == FaultKind.JOURNAL_FAILED || kind == FaultKind.CLOCK_UNTRUSTED;
  }

  private static boolean isFormer(StationState state, FixtureName name) {
    return !isAmong(state.profile().fixtures(), name);
  }

  private static boolean isAmong(List<Fixture> fixtures, FixtureName name) {
    return fixtures.stream().anyMatch(fixture -> fixture.name().equals(name));
  }
}
