package org.yizhan.hub.visits;

import org.yizhan.station.DoorPolicy;

/**
 * What makes a visit, in milliseconds. The first two come from the station's profile as it was when
 * the journal began at the hub.
 *
 * @param movementWithinMs at a watched door an admission counts when it moves within this time
 * @param sameVisitMs the same pass again within this time of its last admission is the same visit
 */
public record VisitRules(long movementWithinMs, long sameVisitMs) {
  /** Somebody the beams see within this time of an admission is the person who was admitted. */
  public static final long BEAMS_WITHIN_MS = 60_000;

  /** A visit nobody saw the end of is taken to last this long. */
  public static final long LONGEST_MS = 2 * 3_600_000L;

  public static final VisitRules USUAL = of(DoorPolicy.USUAL);

  public VisitRules {
    if (movementWithinMs < 0 || sameVisitMs < 0) {
      throw new IllegalArgumentException("times of the visit rules are not negative");
    }
  }

  public static VisitRules of(DoorPolicy policy) {
    return new VisitRules(policy.movementWithin().toMillis(), policy.sameVisitWithin().toMillis());
  }
}
