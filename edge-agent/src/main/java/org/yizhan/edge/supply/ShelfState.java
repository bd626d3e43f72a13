package org.yizhan.edge.supply;

import java.util.Optional;
import org.yizhan.wire.Moment;

/**
 * One scale.
 *
 * @param units what the shelf holds, as the journal heard it; empty until the first steady weight
 * @param candidate the weight that is being waited for, until it has been steady long enough
 */
public record ShelfState(Optional<Integer> units, Optional<Candidate> candidate) {
  static final ShelfState UNKNOWN = new ShelfState(Optional.empty(), Optional.empty());

  /** So many units since then. */
  record Candidate(int units, Moment since) {}
}
