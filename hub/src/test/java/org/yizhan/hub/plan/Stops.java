package org.yizhan.hub.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yizhan.station.ItemCode;
import org.yizhan.station.Position;
import org.yizhan.station.StationId;

/** Stops and carriers for tests, on a plane about the store: kilometres by road to east, north. */
final class Stops {
  static final Window ALL_DAY = new Window(0, 1440);
  static final ItemCode WATER = new ItemCode("water-550ml");
  static final PlanRules RULES = new PlanRules(PlanRules.DETOUR_FACTOR, 7, 0.2, 100, 1);
  private static final double KM_PER_DEGREE = 6371.0088 * Math.PI / 180;

  private Stops() {}

  /**
   * A place from which it is so far by road to the store; near the equator, so that it is plane.
   */
  static Position at(double kmEast, double kmNorth) {
    double degrees = KM_PER_DEGREE * PlanRules.DETOUR_FACTOR;
    return new Position(kmNorth / degrees, kmEast / degrees);
  }

  /** A station below its minimum that needs 20 litres, the work taking ten minutes. */
  static Stop below(String station, Position at, double daysLeft) {
    return new Stop(
        new StationId(station),
        Optional.of(at),
        List.of(ALL_DAY),
        List.of(new Need(WATER, 20, 1)),
        OptionalDouble.of(daysLeft),
        true,
        10);
  }

  /** A station above its minimum, otherwise as {@link #below}. */
  static Stop above(String station, Position at, double daysLeft) {
    Stop below = below(station, at, daysLeft);
    return new Stop(
        below.station(), below.at(), below.open(), below.needs(), below.daysLeftP10(), false, 10);
  }

  static Stop open(Stop stop, Window... windows) {
    return new Stop(
        stop.station(),
        stop.at(),
        List.of(windows),
        stop.needs(),
        stop.daysLeftP10(),
        stop.belowMinimum(),
        stop.serviceMinutes());
  }

  static Stop needing(Stop stop, Need... needs) {
    return new Stop(
        stop.station(),
        stop.at(),
        stop.open(),
        List.of(needs),
        stop.daysLeftP10(),
        stop.belowMinimum(),
        stop.serviceMinutes());
  }

  /** From the store at 30 km/h, eight to six. */
  static Carrier carrier(String name, double litres) {
    return new Carrier(name, at(0, 0), litres, new Window(480, 1080), 30);
  }
}
