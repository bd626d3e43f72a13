package org.yizhan.hub.usage;

import java.time.Instant;

/**
 * Visits that began within one hour (UTC), by evidence.
 *
 * @param passAndDoor admissions the door proved
 * @param passOnly admissions where nothing watches the door
 * @param sensorOnly people the beams saw without an admission
 */
public record HourlyVisits(Instant hour, int passAndDoor, int passOnly, int sensorOnly) {
  public int visits() {
    return passAndDoor + passOnly + sensorOnly;
  }
}
