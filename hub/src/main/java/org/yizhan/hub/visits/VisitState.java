package org.yizhan.hub.visits;

import java.util.List;

/**
 * What must be remembered of one journal to fold its next fact: visits that may still change, by
 * number. Each journal has a state of its own, since facts are in order within a journal only.
 *
 * @param nextNumber the number of the next visit
 */
public record VisitState(long nextNumber, List<Visit> open) {
  /** More are not followed; the oldest end, estimated. */
  public static final int OPEN_MAX = 600;

  public static final VisitState EMPTY = new VisitState(1, List.of());

  public VisitState {
    open = List.copyOf(open);
    if (nextNumber < 1 || open.size() > OPEN_MAX) {
      throw new IllegalArgumentException("visits are numbered from 1, at most 600 are open");
    }
  }
}
