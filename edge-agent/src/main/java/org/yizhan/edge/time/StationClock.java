package org.yizhan.edge.time;

import org.yizhan.wire.Moment;

/** The station's time: the one place where the agent reads a clock. */
public interface StationClock {
  /** Now, since this journal began and by the wall. */
  Moment now();

  /** Nanoseconds of a clock that never steps, for measuring decisions. */
  long nanos();
}
