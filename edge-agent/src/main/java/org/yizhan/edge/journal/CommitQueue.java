package org.yizhan.edge.journal;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.yizhan.edge.journal.PendingFacts.Numbered;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Sequence;

/**
 * Between those who append and the one who writes: what waits, and when it must be written. Its
 * lock is never held while the card is touched.
 */
final class CommitQueue {
  private static final long NEVER = Long.MAX_VALUE;

  private final JournalLimits limits;
  private final PendingFacts pending;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final long originNanos = System.nanoTime();
  private long dueNanos = NEVER;
  private long retryNanos;
  private boolean closed;

  CommitQueue(JournalLimits limits) {
    this.limits = limits;
    this.pending = new PendingFacts(limits.queueFacts());
  }

  Sequence add(Entry entry) {
    lock.lock();
    try {
      Sequence given = pending.add(entry);
      long wait =
          Worth.canWait(entry.fact())
              ? limits.telemetryWait().toNanos()
              : limits.linger().toNanos();
      long due = pending.facts() >= limits.commitRows() ? now() : now() + wait;
      if (due < dueNanos) {
        dueNanos = due;
        changed.signal();
      }
      return given;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something must be written; false once closed. */
  boolean awaitWork() {
    lock.lock();
    try {
      long wait = untilDue();
      while (!closed && wait > 0) {
        changed.awaitNanos(wait);
        wait = untilDue();
      }
      return !closed;
    } catch (InterruptedException nobodyElseWrites) {
      closed = true;
      return false;
    } finally {
      lock.unlock();
    }
  }

  private long untilDue() {
    return Math.max(dueNanos, retryNanos) - now();
  }

  /** The oldest entries, as many as share a commit; they stay queued until {@link #written}. */
  List<Numbered> batch() {
    lock.lock();
    try {
      return pending.first(limits.commitRows());
    } finally {
      lock.unlock();
    }
  }

  /** Everything below is on the card, or nothing waited if 0. */
  void written(long next) {
    lock.lock();
    try {
      pending.removeBelow(next);
      retryNanos = 0;
      // what came meanwhile has waited for a whole commit already
      dueNanos = pending.isEmpty() ? NEVER : now();
    } finally {
      lock.unlock();
    }
  }

  void retryIn(long ms) {
    lock.lock();
    try {
      retryNanos = now() + TimeUnit.MILLISECONDS.toNanos(ms);
      dueNanos = Math.min(dueNanos, retryNanos);
    } finally {
      lock.unlock();
    }
  }

  /** Makes the writer try now. */
  void wake() {
    lock.lock();
    try {
      dueNanos = now();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return pending.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    return System.nanoTime() - originNanos;
  }
}
