package org.yizhan.edge.hardware.serial;

/**
 * Lets a burst of {@value #BURST} codes through and then {@value #PER_SECOND} a second: more than
 * people can show, less than would keep the loop from its other work. Not thread-safe.
 */
final class ScanRate {
  static final int BURST = 10;
  static final int PER_SECOND = 5;
  private static final long NANOS_PER_SCAN = 1_000_000_000L / PER_SECOND;

  private long fullAtNanos;
  private boolean begun;

  /** Whether one more code may pass now. */
  boolean allows(long nowNanos) {
    if (!begun || fullAtNanos - nowNanos < 0) {
      begun = true;
      fullAtNanos = nowNanos;
    }
    if (fullAtNanos - nowNanos > (BURST - 1) * NANOS_PER_SCAN) {
      return false;
    }
    fullAtNanos += NANOS_PER_SCAN;
    return true;
  }
}
