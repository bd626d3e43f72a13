package org.yizhan.wire;

import java.time.Instant;

/**
 * When something happened, as the station knows it.
 *
 * @param sinceStartMs milliseconds since the journal began, from a clock that never steps
 * @param wallMs the wall clock, milliseconds since 1970 UTC; only a guess unless trusted
 * @param clockTrusted whether the wall clock was known to be right (a time server or the kit's RTC)
 */
public record Moment(long sinceStartMs, long wallMs, boolean clockTrusted) {
  /** Longest life of one journal that is believed: 20 years. */
  public static final long SINCE_START_MS_MAX = 20L * 366 * 24 * 3_600_000;

  /** 9999-12-31T23:59:59.999Z. */
  public static final long WALL_MS_MAX = 253_402_300_799_999L;

  public Moment {
    if (sinceStartMs < 0 || sinceStartMs > SINCE_START_MS_MAX) {
      throw new IllegalArgumentException(
          "time since the journal began lies between 0 and 20 years");
    }
    if (wallMs < 0 || wallMs > WALL_MS_MAX) {
      throw new IllegalArgumentException("wall time lies between 1970 and 9999");
    }
  }

  public Instant wall() {
    return Instant.ofEpochMilli(wallMs);
  }

  /** Milliseconds from the other moment to this one, by the clock that never steps. */
  public long msSince(Moment earlier) {
    return sinceStartMs - earlier.sinceStartMs;
  }
}
