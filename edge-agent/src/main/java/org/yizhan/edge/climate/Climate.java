package org.yizhan.edge.climate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yizhan.station.ClimateLimits;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Moment;

/**
 * Temperature and humidity against the profile's limits. The room is what the first sensor of the
 * profile says that still speaks; the others stand in for it.
 */
public final class Climate {
  /** A fact is made this often while nothing changes … */
  static final long TELL_EVERY_MS = 5 * 60_000;

  /** … and at once when the temperature moved by half a degree. */
  static final int TELL_CHANGE_HUNDREDTHS = 50;

  /** A sensor that says nothing for so long has failed: what it said is no longer known. */
  static final long SILENT_MS = 10 * 60_000;

  private Climate() {}

  /** The next state and the fact to keep, if this reading is worth one. */
  public record Step(ClimateState next, List<Fact> facts) {}

  public static Step afterReading(
      ClimateState state, FixtureName sensor, Reading reading, StationProfile profile) {
    Map<FixtureName, Reading> latest = new HashMap<>(state.latest());
    latest.put(sensor, reading);
    latest.keySet().retainAll(sensorsOf(profile));
    ClimateState heard = new ClimateState(latest, state.told(), state.tooCold(), state.tooWarm());
    Optional<Reading> room = room(heard, profile, reading.at());
    if (room.isEmpty() || !room.get().equals(reading)) {
      return new Step(heard, List.of());
    }
    ClimateState judged = judge(heard, reading, profile.climate());
    if (!isWorthTelling(state.told(), reading)) {
      return new Step(judged, List.of());
    }
    return new Step(
        new ClimateState(latest, Optional.of(reading), judged.tooCold(), judged.tooWarm()),
        List.of(new Fact.ClimateMeasured(reading.temperature(), reading.humidity())));
  }

  /** What the room is like at this time, by the first sensor that is not silent. */
  public static Optional<Reading> room(ClimateState state, StationProfile profile, Moment at) {
    for (Fixture.ClimateSensor sensor : profile.fixtures(Fixture.ClimateSensor.class)) {
      Reading reading = state.latest().get(sensor.name());
      if (reading != null && !isSilent(reading, at)) {
        return Optional.of(reading);
      }
    }
    return Optional.empty();
  }

  /** The sensors that once spoke and have fallen silent. */
  public static Set<FixtureName> silent(ClimateState state, Moment at) {
    return state.latest().entrySet().stream()
        .filter(entry -> isSilent(entry.getValue(), at))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** This sensor is broken: what it last said is no longer known. */
  public static ClimateState without(ClimateState state, FixtureName sensor) {
    Map<FixtureName, Reading> latest = new HashMap<>(state.latest());
    latest.remove(sensor);
    return new ClimateState(latest, state.told(), state.tooCold(), state.tooWarm());
  }

  private static boolean isSilent(Reading reading, Moment at) {
    return at.msSince(reading.at()) > SILENT_MS;
  }

  private static Set<FixtureName> sensorsOf(StationProfile profile) {
    return profile.fixtures(Fixture.ClimateSensor.class).stream()
        .map(Fixture.ClimateSensor::name)
        .collect(Collectors.toSet());
  }

  /** An alarm begins outside the limit and ends only {@code hysteresis} back inside. */
  private static ClimateState judge(ClimateState state, Reading reading, ClimateLimits limits) {
    int now = reading.temperature().hundredths();
    int coldest = limits.coldest().hundredths();
    int warmest = limits.warmest().hundredths();
    int back = limits.hysteresisHundredths();
    boolean cold = state.tooCold() ? now < coldest + back : now < coldest;
    boolean warm = state.tooWarm() ? now > warmest - back : now > warmest;
    return new ClimateState(state.latest(), state.told(), cold, warm);
  }

  private static boolean isWorthTelling(Optional<Reading> told, Reading now) {
    return told.isEmpty()
        || now.at().msSince(told.get().at()) >= TELL_EVERY_MS
        || Math.abs(now.temperature().hundredths() - told.get().temperature().hundredths())
            >= TELL_CHANGE_HUNDREDTHS;
  }
}
