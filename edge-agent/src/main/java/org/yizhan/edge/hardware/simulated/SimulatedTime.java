package org.yizhan.edge.hardware.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.yizhan.edge.hardware.Schedule;
import org.yizhan.edge.time.StationClock;
import org.yizhan.wire.Moment;

/**
 * A clock and a schedule that move only when told to: for lived-through pasts and for tests.
 * Actions run on the caller's thread, in the order of their time. Thread-safe.
 */
public final class SimulatedTime implements StationClock, Schedule {
  private static final long NANOS_PER_MS = 1_000_000;

  private final Instant start;
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::atNanos).thenComparingLong(Due::order));
  private long nanos;
  private long orders;

  /**
   * @param start the wall time at which this clock's journal begins
   */
  public SimulatedTime(Instant start) {
    this.start = start;
  }

  private record Due(long atNanos, long order, Runnable action) {}

  @Override
  public synchronized Moment now() {
    long sinceStartMs = nanos / NANOS_PER_MS;
    return new Moment(sinceStartMs, start.toEpochMilli() + sinceStartMs, true);
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Pending after(Duration delay, Runnable action) {
    Due entry = new Due(nanos + Math.max(0, delay.toNanos()), orders++, action);
    due.add(entry);
    return () -> cancel(entry);
  }

  private synchronized void cancel(Due entry) {
    due.remove(entry);
  }

  /** Runs what is due until then, each action at its own time; afterwards it is then. */
  public void advance(Duration by) {
    long until = nanos() + by.toNanos();
    for (Optional<Runnable> next = next(until); next.isPresent(); next = next(until)) {
      next.get().run();
    }
  }

  /**
   * Runs only the next action that is due by this wall time, at its own time.
   *
   * @return false when there was none; it is then that time
   */
  public boolean runNext(Instant until) {
    long ahead = Duration.between(now().wall(), until).toNanos();
    Optional<Runnable> next = next(nanos() + Math.max(0, ahead));
    next.ifPresent(Runnable::run);
    return next.isPresent();
  }

  /** Advances to this wall time; one that has passed already only runs what is due. */
  public void advanceTo(Instant wall) {
    Duration ahead = Duration.between(now().wall(), wall);
    advance(ahead.isNegative() ? Duration.ZERO : ahead);
  }

  private synchronized Optional<Runnable> next(long until) {
    Due first = due.peek();
    if (first == null || first.atNanos > until) {
      nanos = until;
      return Optional.empty();
    }
    due.remove();
    nanos = Math.max(nanos, first.atNanos);
    return Optional.of(first.action);
  }
}
