package org.yizhan.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.yizhan.hub.demo.ChildProcess;

/** Measurements run in real time: here they wait for it, or for a program. */
final class Waiting {
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private Waiting() {}

  static void pause(Duration duration) {
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  /** Looks every few milliseconds until it is so, as long as the program lives. */
  static void until(BooleanSupplier so, String what, Duration most, ChildProcess program) {
    until(so, what, most, program, LOOK_EVERY);
  }

  static void until(
      BooleanSupplier so, String what, Duration most, ChildProcess program, Duration lookEvery) {
    long deadline = System.nanoTime() + most.toNanos();
    while (!so.getAsBoolean()) {
      if (!program.isAlive() || System.nanoTime() > deadline) {
        throw new BenchException(
            "waited in vain for " + what + "; its program said last:\n" + program.tail());
      }
      pause(lookEvery);
    }
  }
}
