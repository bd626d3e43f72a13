package org.yizhan.edge.entry;

/**
 * How many refused scans are still answered with their true reason: a bucket of {@link #BURST_MAX}
 * that gains one every {@link #REFILL_MS}. It keeps a prankster or a broken scanner from filling
 * the journal and from guessing spoken codes; a signed pass that is good now always opens.
 */
record Tries(int left, long filledAtMs, long keptAtMs) {
  static final int BURST_MAX = 10;
  static final long REFILL_MS = 6_000;

  /** While the bucket is empty one refusal a minute still becomes a fact. */
  static final long KEEP_EVERY_MS = 60_000;

  static final Tries FULL = new Tries(BURST_MAX, 0, -KEEP_EVERY_MS);

  /** The bucket as it stands at this time, in milliseconds since the journal began. */
  Tries at(long nowMs) {
    long gained = Math.max(0, nowMs - filledAtMs) / REFILL_MS;
    if (left + gained >= BURST_MAX) {
      return new Tries(BURST_MAX, nowMs, keptAtMs);
    }
    return new Tries((int) (left + gained), filledAtMs + gained * REFILL_MS, keptAtMs);
  }

  boolean exhausted() {
    return left == 0;
  }

  Tries spent() {
    return new Tries(Math.max(0, left - 1), filledAtMs, keptAtMs);
  }

  boolean keepsAt(long nowMs) {
    return nowMs - keptAtMs >= KEEP_EVERY_MS;
  }

  Tries kept(long nowMs) {
    return new Tries(left, filledAtMs, nowMs);
  }
}
