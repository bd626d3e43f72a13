package org.yizhan.hub.mqtt;

/** A token bucket: so many a second in the long run, so many at once. Not thread-safe. */
final class RateLimit {
  private final double perNano;
  private final double burst;
  private double tokens;
  private long lastNanos;

  RateLimit(int perSecond, int burst, long nowNanos) {
    this.perNano = perSecond / 1e9;
    this.burst = burst;
    this.tokens = burst;
    this.lastNanos = nowNanos;
  }

  /** Whether one more is allowed at this time, by a clock that never steps. */
  boolean allows(long nowNanos) {
    tokens = Math.min(burst, tokens + (nowNanos - lastNanos) * perNano);
    lastNanos = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
