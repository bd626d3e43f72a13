package org.yizhan.edge.occupancy;

import java.util.Map;
import org.yizhan.station.FixtureName;

/**
 * The estimate and what it rests on.
 *
 * @param people inside now, 0 to 500
 * @param confidencePercent how far the number is believed, 0 to 100
 * @param supposed the number comes from a presence sensor alone: nobody was seen to walk in
 * @param unseenEntries people who walked in since a presence sensor last noticed anybody
 */
public record OccupancyState(
    int people,
    int confidencePercent,
    boolean supposed,
    int unseenEntries,
    Map<FixtureName, BeamPassage> beams,
    Map<FixtureName, Sensed> sensors) {
  public static final int PEOPLE_MAX = 500;

  /** After a start nobody is known to be inside, and that is hardly believed. */
  public static final OccupancyState UNKNOWN =
      new OccupancyState(0, Confidence.AFTER_START, false, 0, Map.of(), Map.of());

  public OccupancyState {
    beams = Map.copyOf(beams);
    sensors = Map.copyOf(sensors);
  }

  OccupancyState withPeople(int count, int confidence, boolean isSupposed) {
    return new OccupancyState(
        Math.clamp(count, 0, PEOPLE_MAX), confidence, isSupposed, unseenEntries, beams, sensors);
  }

  OccupancyState withUnseen(int entries) {
    return new OccupancyState(people, confidencePercent, supposed, entries, beams, sensors);
  }

  OccupancyState withBeams(Map<FixtureName, BeamPassage> next) {
    return new OccupancyState(people, confidencePercent, supposed, unseenEntries, next, sensors);
  }

  OccupancyState withSensors(Map<FixtureName, Sensed> next) {
    return new OccupancyState(people, confidencePercent, supposed, unseenEntries, beams, next);
  }
}
