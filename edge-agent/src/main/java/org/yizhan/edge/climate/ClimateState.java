package org.yizhan.edge.climate;

import java.util.Map;
import java.util.Optional;
import org.yizhan.station.FixtureName;

/**
 * What is known of the room's air.
 *
 * @param latest the newest reading of each sensor
 * @param told the reading the journal heard last
 * @param tooCold an alarm that began below the lower limit and has not ended
 * @param tooWarm an alarm that began above the upper limit and has not ended
 */
public record ClimateState(
    Map<FixtureName, Reading> latest, Optional<Reading> told, boolean tooCold, boolean tooWarm) {
  public static final ClimateState UNKNOWN =
      new ClimateState(Map.of(), Optional.empty(), false, false);

  public ClimateState {
    latest = Map.copyOf(latest);
  }
}
