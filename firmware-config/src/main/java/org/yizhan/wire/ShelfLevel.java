package org.yizhan.wire;

import java.util.OptionalInt;
import org.yizhan.station.ItemCode;

/**
 * How much of an item stands at a station, as the hub knows it.
 *
 * @param units 0 to 10,000; empty while nobody ever counted
 * @param asOfMs wall time of what the level stands on last
 */
public record ShelfLevel(ItemCode item, OptionalInt units, How how, long asOfMs) {
  public static final int UNITS_MAX = 10_000;

  /** What a level stands on. */
  public enum How {
    /** A scale weighed it. */
    SCALE,
    /** A person counted it. */
    COUNTED,
    /** A count, and what was entered as put in or taken since. */
    RECKONED
  }

  public ShelfLevel {
    if (units.isPresent() && (units.getAsInt() < 0 || units.getAsInt() > UNITS_MAX)) {
      throw new IllegalArgumentException("units lie between 0 and " + UNITS_MAX);
    }
    if (asOfMs < 0 || asOfMs > Moment.WALL_MS_MAX) {
      throw new IllegalArgumentException("wall time lies between 0 and " + Moment.WALL_MS_MAX);
    }
  }
}
