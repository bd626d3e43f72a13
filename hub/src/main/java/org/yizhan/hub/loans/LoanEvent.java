package org.yizhan.hub.loans;

import java.util.Comparator;
import java.util.OptionalLong;

/**
 * A thing was taken along, or brought back.
 *
 * @param atMs wall time
 * @param fact the number of the fact that says so
 * @param backByMs until when it should be back; empty when it came back
 */
public record LoanEvent(long atMs, long fact, OptionalLong backByMs) {
  /** By the time they happened, whenever they were told. */
  public static final Comparator<LoanEvent> IN_TIME =
      Comparator.comparingLong(LoanEvent::atMs).thenComparingLong(LoanEvent::fact);

  public boolean isLent() {
    return backByMs.isPresent();
  }
}
