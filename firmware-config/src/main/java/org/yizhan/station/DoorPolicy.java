package org.yizhan.station;

import java.time.Duration;

/**
 * How the door behaves.
 *
 * @param unlockFor how long the lock stays released after an admission (1 to 30 s)
 * @param movementWithin an admission counts when the door moves within this time (5 to 60 s)
 * @param heldOpenAfter a door open longer than this is reported (10 s to 1 h)
 * @param sameVisitWithin the same pass again within this time is the same visit (0 to 2 h)
 */
public record DoorPolicy(
    Duration unlockFor, Duration movementWithin, Duration heldOpenAfter, Duration sameVisitWithin) {
  public static final DoorPolicy USUAL =
      new DoorPolicy(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(90),
          Duration.ofMinutes(10));

  public DoorPolicy {
    requireWithin("unlockFor", unlockFor, Duration.ofSeconds(1), Duration.ofSeconds(30));
    requireWithin("movementWithin", movementWithin, Duration.ofSeconds(5), Duration.ofSeconds(60));
    requireWithin("heldOpenAfter", heldOpenAfter, Duration.ofSeconds(10), Duration.ofHours(1));
    requireWithin("sameVisitWithin", sameVisitWithin, Duration.ZERO, Duration.ofHours(2));
  }

  private static void requireWithin(String what, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(what + " lies between " + least + " and " + most);
    }
  }
}
