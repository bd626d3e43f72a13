package org.yizhan.hub.visits;

import java.util.List;

/**
 * What must be remembered of one journal to fold its next fact: visits that may still change, by
 * number. Each journal has a state of its own, since facts are in order within a journal only.
 *
 * @param begun whether any visit began in this journal
 */
public record VisitState(boolean begun, List<Visit> open) {
  /** More are not followed; the oldest end, estimated. */
  public static final int OPEN_MAX = 600;

  public static final VisitState EMPTY = new VisitState(false, List.of());

  public VisitState {
    open = List.copyOf(open);
    if (open.size() > OPEN_MAX) {
      throw new IllegalArgumentException("at most " + OPEN_MAX + " visits are followed");
    }
  }
}
