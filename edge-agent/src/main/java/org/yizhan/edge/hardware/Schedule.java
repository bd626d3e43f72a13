package org.yizhan.edge.hardware;

import java.time.Duration;

/** Time to come, as adapters need it: to relock, to blink, to try again, to poll. */
public interface Schedule {
  /**
   * Runs the action once, no sooner than after {@code delay} of a clock that never steps. Actions
   * may run side by side and may block; what they throw is logged.
   */
  Pending after(Duration delay, Runnable action);

  /** An action that has not run yet. */
  interface Pending {
    /** Too late is harmless. */
    void cancel();
  }
}
