package org.yizhan.edge.time;

import java.time.Instant;
import org.yizhan.wire.Moment;

/** Moments of a journal that began on a Monday at 10:00 in Shanghai. */
public final class Moments {
  public static final Instant BEGAN = Instant.parse("2026-11-23T02:00:00Z");

  private Moments() {}

  /** So many milliseconds after the journal began, by a clock that is right. */
  public static Moment at(long sinceStartMs) {
    return new Moment(sinceStartMs, BEGAN.toEpochMilli() + sinceStartMs, true);
  }

  /** The same by a clock that nobody has set. */
  public static Moment unsure(long sinceStartMs) {
    return new Moment(sinceStartMs, sinceStartMs, false);
  }

  /** This wall time, by a clock that is right. */
  public static Moment on(String instant) {
    return new Moment(0, Instant.parse(instant).toEpochMilli(), true);
  }
}
