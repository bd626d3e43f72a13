package org.yizhan.hub.usage;

import org.yizhan.hub.visits.Evidence;

/** Visits that began within one hour, by evidence. Only counted evidence adds to it. */
public record HourCount(int passAndDoor, int passOnly, int sensorOnly) {
  public static final HourCount NONE = new HourCount(0, 0, 0);
  private static final long HOUR_MS = 3_600_000;

  /** Which hour since 1970 (UTC) this wall time, in milliseconds, lies in. */
  public static long hourOf(long wallMs) {
    return Math.floorDiv(wallMs, HOUR_MS);
  }

  /** The first millisecond of an hour. */
  public static long beginningMs(long hour) {
    return hour * HOUR_MS;
  }

  /** With one more visit of this evidence. */
  public HourCount plus(Evidence evidence) {
    return switch (evidence) {
      case PASS_AND_DOOR -> new HourCount(passAndDoor + 1, passOnly, sensorOnly);
      case PASS_ONLY -> new HourCount(passAndDoor, passOnly + 1, sensorOnly);
      case SENSOR_ONLY -> new HourCount(passAndDoor, passOnly, sensorOnly + 1);
      case ADMISSION_ONLY -> this;
    };
  }
}
