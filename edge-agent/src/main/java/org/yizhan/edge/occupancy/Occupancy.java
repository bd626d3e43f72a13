package org.yizhan.edge.occupancy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yizhan.edge.entry.Door;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Moment;

/**
 * How many people are inside. The beams count, the door says whether anybody can have passed, and
 * the presence sensors correct what drifted: a room that is shut and still for long is empty, and a
 * room where somebody stirs holds one at least. A sensor that contradicts everything else for too
 * long is stuck, and is not believed until it changes.
 */
public final class Occupancy {
  /** A door that moved so recently may have let somebody through although it is shut by now. */
  static final long DOOR_GRACE_MS = 3_000;

  /** Shut and still for so long: nobody is inside, not even somebody asleep. */
  static final long EMPTY_AFTER_MS = 15 * 60_000;

  /** Somebody stirs in a shut room for so long: one at least is inside. */
  static final long SOMEBODY_AFTER_MS = 20_000;

  /**
   * A presence sensor that is never still for so long behind a door that does not move is stuck.
   */
  static final long SENSOR_STUCK_MS = 6 * 3_600_000;

  /** A beam interrupted for so long is blocked or broken. */
  static final long BEAM_STUCK_MS = 2 * 60_000;

  /** So many people walked in and no sensor noticed one of them: the sensors are blind. */
  static final int UNSEEN_MAX = 5;

  private Occupancy() {}

  /** The next state and the facts it makes. */
  public record Step(OccupancyState next, List<Fact> facts) {
    static Step of(OccupancyState next, Fact... facts) {
      return new Step(next, List.of(facts));
    }
  }

  /** Whether this station has anything to estimate with. */
  public static boolean isKnowable(StationProfile profile) {
    return !profile.fixtures(Fixture.BeamPair.class).isEmpty()
        || !profile.fixtures(Fixture.PresenceSensor.class).isEmpty();
  }

  /**
   * Whether somebody may be inside, come in or go out at this very moment. A count of nobody is
   * believed only while no sensor senses anybody and the door does not stand open: beams count two
   * who walk side by side as one.
   */
  public static boolean isInUse(OccupancyState state, Door door, Moment at) {
    Set<FixtureName> stuck = stuck(state, at);
    boolean sensed =
        state.sensors().entrySet().stream()
            .anyMatch(sensor -> sensor.getValue().somebody() && !stuck.contains(sensor.getKey()));
    boolean doorUsed = door.isOpen() || at.msSince(door.since()) <= DOOR_GRACE_MS;
    return sensed || doorUsed || !isEmpty(state, stuck);
  }

  /** Whether it is known, and not only supposed since a start, that nobody was counted inside. */
  private static boolean isEmpty(OccupancyState state, Set<FixtureName> stuck) {
    boolean seen =
        Stream.concat(state.sensors().keySet().stream(), state.beams().keySet().stream())
            .anyMatch(name -> !stuck.contains(name));
    return seen && state.people() == 0 && state.confidencePercent() > Confidence.AFTER_START;
  }

  /** One beam of a pair changed; {@code outerSide} tells which. */
  public static Step afterBeam(
      OccupancyState state,
      FixtureName pair,
      boolean outerSide,
      boolean interrupted,
      Door door,
      Moment at) {
    BeamPassage before = state.beams().getOrDefault(pair, BeamPassage.freeAt(at));
    BeamPassage after =
        before.after(
            at,
            outerSide ? interrupted : before.outer(),
            outerSide ? before.inner() : interrupted,
            mayBePassed(door, at));
    Map<FixtureName, BeamPassage> beams = new HashMap<>(state.beams());
    beams.put(pair, after);
    OccupancyState next = state.withBeams(beams);
    int people = after.equals(before) ? 0 : after.people();
    if (people > 0) {
      return Step.of(afterEntry(next, people), new Fact.PersonEntered(people));
    }
    return people < 0
        ? Step.of(afterLeaving(next, -people), new Fact.PersonLeft(-people))
        : Step.of(next);
  }

  /** A presence sensor spoke. */
  public static Step afterPresence(
      OccupancyState state, FixtureName sensor, boolean somebody, Moment at) {
    Sensed before = state.sensors().get(sensor);
    if (before != null && before.somebody() == somebody) {
      return Step.of(state);
    }
    Map<FixtureName, Sensed> sensors = new HashMap<>(state.sensors());
    sensors.put(sensor, new Sensed(somebody, at, false));
    OccupancyState next = state.withSensors(sensors);
    return Step.of(somebody ? next.withUnseen(0) : next);
  }

  /** Time passed: stuck sensors are found and drift is corrected. */
  public static Step afterTime(OccupancyState state, Door door, Moment at, StationProfile profile) {
    OccupancyState now = state.withSensors(judged(state.sensors(), door, at));
    Collection<Sensed> believed =
        now.sensors().values().stream().filter(sensed -> !sensed.stuck()).toList();
    boolean doorKnown = !profile.fixtures(Fixture.DoorContact.class).isEmpty();
    if (isEmptyForSure(now, believed, door, doorKnown, at)) {
      return corrected(now, 0, Confidence.SEEN_EMPTY, false);
    }
    if (now.people() == 0 && isSomebodyInside(believed, door, at)) {
      return corrected(now, 1, Confidence.SUPPOSED, true);
    }
    if (now.supposed() && believed.stream().noneMatch(Sensed::somebody) && hasStuck(now)) {
      return corrected(now, 0, Confidence.AFTER_STUCK, false);
    }
    return Step.of(now);
  }

  /** The sensors and beams that are not believed now. */
  public static Set<FixtureName> stuck(OccupancyState state, Moment at) {
    Set<FixtureName> stuck = new HashSet<>();
    boolean blind = state.unseenEntries() >= UNSEEN_MAX;
    state
        .sensors()
        .forEach(
            (name, sensed) -> {
              if (sensed.stuck() || blind) {
                stuck.add(name);
              }
            });
    state
        .beams()
        .forEach(
            (name, beams) -> {
              if (!beams.isFree() && at.msSince(beams.since()) >= BEAM_STUCK_MS) {
                stuck.add(name);
              }
            });
    return stuck;
  }

  /** This fixture is gone or broken: what it last said counts no more. */
  public static OccupancyState without(OccupancyState state, FixtureName fixture) {
    Map<FixtureName, BeamPassage> beams = new HashMap<>(state.beams());
    Map<FixtureName, Sensed> sensors = new HashMap<>(state.sensors());
    beams.remove(fixture);
    sensors.remove(fixture);
    return state.withBeams(beams).withSensors(sensors);
  }

  private static OccupancyState afterEntry(OccupancyState state, int people) {
    boolean seen = state.sensors().values().stream().anyMatch(Sensed::somebody);
    return state
        .withUnseen(seen || state.sensors().isEmpty() ? 0 : state.unseenEntries() + people)
        .withPeople(
            state.people() + people, Confidence.afterPassage(state.confidencePercent()), false);
  }

  private static OccupancyState afterLeaving(OccupancyState state, int people) {
    int left = state.people() - people;
    int confidence =
        left < 0
            ? Confidence.afterMiscount(state.confidencePercent())
            : Confidence.afterPassage(state.confidencePercent());
    return state.withPeople(Math.max(0, left), confidence, state.supposed() && left > 0);
  }

  private static boolean mayBePassed(Door door, Moment at) {
    return !door.isShut() || at.msSince(door.since()) <= DOOR_GRACE_MS;
  }

  private static Map<FixtureName, Sensed> judged(
      Map<FixtureName, Sensed> sensors, Door door, Moment at) {
    Map<FixtureName, Sensed> next = new HashMap<>(sensors);
    next.replaceAll(
        (_, sensed) ->
            sensed.somebody()
                    && at.msSince(sensed.since()) >= SENSOR_STUCK_MS
                    && at.msSince(door.since()) >= SENSOR_STUCK_MS
                ? sensed.believedToBeStuck()
                : sensed);
    return next;
  }

  private static boolean isEmptyForSure(
      OccupancyState state, Collection<Sensed> believed, Door door, boolean doorKnown, Moment at) {
    boolean doorStill = !doorKnown || (door.isShut() && at.msSince(door.since()) >= EMPTY_AFTER_MS);
    return doorStill
        && !believed.isEmpty()
        && state.unseenEntries() < UNSEEN_MAX
        && believed.stream()
            .allMatch(s -> !s.somebody() && at.msSince(s.since()) >= EMPTY_AFTER_MS);
  }

  private static boolean isSomebodyInside(Collection<Sensed> believed, Door door, Moment at) {
    return !door.isOpen()
        && at.msSince(door.since()) >= SOMEBODY_AFTER_MS
        && believed.stream()
            .anyMatch(s -> s.somebody() && at.msSince(s.since()) >= SOMEBODY_AFTER_MS);
  }

  private static boolean hasStuck(OccupancyState state) {
    return state.sensors().values().stream().anyMatch(Sensed::stuck);
  }

  private static Step corrected(
      OccupancyState state, int people, int confidence, boolean supposed) {
    OccupancyState next = state.withPeople(people, confidence, supposed);
    return state.people() == people
        ? Step.of(next)
        : Step.of(next, new Fact.OccupancyCorrected(people));
  }
}
