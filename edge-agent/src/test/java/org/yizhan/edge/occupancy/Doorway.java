package org.yizhan.edge.occupancy;

import java.util.ArrayList;
import java.util.List;
import org.yizhan.edge.entry.Door;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.time.Moments;
import org.yizhan.station.DoorPolicy;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;

/**
 * A doorway with beams, a door and a radar, and people who use it. Beams are written "outer inner".
 */
final class Doorway {
  static final String IN = "10 11 01 00";
  static final String OUT = "01 11 10 00";
  private static final long BETWEEN_BEAMS_MS = 200;

  final StationProfile profile = TestProfiles.simulated();
  final List<Fact> facts = new ArrayList<>();
  OccupancyState state = OccupancyState.UNKNOWN;
  Door door = Door.unknownAt(Moments.at(0));
  long nowMs;

  Doorway() {
    moveDoor(false);
    sense(false);
  }

  void moveDoor(boolean open) {
    door = door.afterContact(Moments.at(nowMs), open, DoorPolicy.USUAL).next();
  }

  void sense(boolean somebody) {
    take(Occupancy.afterPresence(state, TestProfiles.RADAR, somebody, Moments.at(nowMs)));
  }

  /** Moves the beams through these states, one after the other. */
  void beams(String states) {
    for (String beams : states.split(" ", -1)) {
      nowMs += BETWEEN_BEAMS_MS;
      beam(true, beams.charAt(0) == '1');
      beam(false, beams.charAt(1) == '1');
    }
  }

  private void beam(boolean outer, boolean interrupted) {
    take(
        Occupancy.afterBeam(
            state, TestProfiles.BEAMS, outer, interrupted, door, Moments.at(nowMs)));
  }

  /** Opens the door, lets the beams see this, and shuts it. */
  void pass(String states) {
    moveDoor(true);
    beams(states);
    nowMs += 1_000;
    moveDoor(false);
  }

  /** Time passes, looked at every second. */
  void rest(long ms) {
    for (long until = nowMs + ms; nowMs < until; ) {
      nowMs = Math.min(until, nowMs + 1_000);
      take(Occupancy.afterTime(state, door, Moments.at(nowMs), profile));
    }
  }

  private void take(Occupancy.Step step) {
    state = step.next();
    facts.addAll(step.facts());
  }
}
