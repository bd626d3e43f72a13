package org.yizhan.edge.station;

import java.util.SortedMap;
import java.util.TreeMap;
import org.yizhan.edge.climate.Climate;
import org.yizhan.edge.occupancy.Occupancy;
import org.yizhan.edge.station.FaultBoard.Name;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.Moment;

/** Everything that is wrong at the station now, read off the states of its concerns. */
final class Conditions {
  /** What the clock's faults are filed under: it is no fixture of the profile. */
  static final FixtureName CLOCK = new FixtureName("clock");

  /** A clock that is set by the network has this long after a start before it is missed. */
  static final long CLOCK_GRACE_MS = 60_000;

  private static final FixtureName ROOM = new FixtureName("room");
  private static final FixtureName DOOR = new FixtureName("door");

  private Conditions() {}

  static SortedMap<Name, String> of(StationState state, Moment at) {
    SortedMap<Name, String> now = new TreeMap<>(state.health().reported());
    StationProfile profile = state.profile();
    FixtureName contact = first(profile, Fixture.DoorContact.class, DOOR);
    FixtureName room = first(profile, Fixture.ClimateSensor.class, ROOM);
    if (state.door().neverMoved()) {
      now.put(
          new Name(FaultKind.DOOR_NEVER_MOVED, contact),
          "a pass was accepted and the door did not move: chained, padlocked or jammed?");
    }
    if (state.door().heldOpen()) {
      now.put(
          new Name(FaultKind.DOOR_HELD_OPEN, contact),
          "open for longer than " + profile.door().heldOpenAfter().toSeconds() + " s");
    }
    if (state.climate().tooCold()) {
      now.put(new Name(FaultKind.TOO_COLD, room), "below " + profile.climate().coldest());
    }
    if (state.climate().tooWarm()) {
      now.put(new Name(FaultKind.TOO_WARM, room), "above " + profile.climate().warmest());
    }
    for (FixtureName sensor : Climate.silent(state.climate(), at)) {
      now.putIfAbsent(new Name(FaultKind.SENSOR_FAILED, sensor), "no reading for ten minutes");
    }
    for (FixtureName sensor : Occupancy.stuck(state.occupancy(), at)) {
      now.put(new Name(FaultKind.SENSOR_STUCK, sensor), "says the same whatever the others say");
    }
    if (!at.clockTrusted() && at.sinceStartMs() >= CLOCK_GRACE_MS) {
      now.put(
          new Name(FaultKind.CLOCK_UNTRUSTED, CLOCK),
          "neither a time server nor a battery-backed clock has set the time");
    }
    return now;
  }

  private static FixtureName first(
      StationProfile profile, Class<? extends Fixture> kind, FixtureName otherwise) {
    return profile.fixtures(kind).stream().map(Fixture::name).findFirst().orElse(otherwise);
  }
}
