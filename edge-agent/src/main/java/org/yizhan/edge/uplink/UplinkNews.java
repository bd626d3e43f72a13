package org.yizhan.edge.uplink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the uplink's thread is told by others: messages of the hub, bounded, and three flags. What
 * does not fit is dropped: acknowledgements and orders come again by the protocol.
 */
final class UplinkNews {
  private static final int MESSAGES_MAX = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<byte[]> messages = new ArrayDeque<>();
  private boolean woken;
  private boolean presenceChanged;
  private boolean closed;
  private @Nullable String lost;
  private long connection;

  /** A new connection: what belonged to the one before is forgotten. */
  long begin() {
    lock.lock();
    try {
      messages.clear();
      lost = null;
      return ++connection;
    } finally {
      lock.unlock();
    }
  }

  void message(long of, byte[] body) {
    tell(
        () -> {
          if (of == connection && messages.size() < MESSAGES_MAX) {
            messages.add(body);
          }
        });
  }

  void lost(long of, String why) {
    tell(
        () -> {
          if (of == connection && lost == null) {
            lost = why;
          }
        });
  }

  void wake() {
    tell(() -> woken = true);
  }

  void presenceChanged() {
    tell(() -> presenceChanged = true);
  }

  void close() {
    tell(() -> closed = true);
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for news, at most so long. */
  void await(long msMost) {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(msMost);
      while (left > 0 && !hasNews()) {
        left = arrived.awaitNanos(left);
      }
      woken = false;
    } catch (InterruptedException stopped) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until closed, at most so long; other news keep. */
  void awaitClosed(long msMost) {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(msMost);
      while (left > 0 && !closed) {
        left = arrived.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  byte @Nullable [] takeMessage() {
    lock.lock();
    try {
      return messages.poll();
    } finally {
      lock.unlock();
    }
  }

  boolean takePresenceChanged() {
    lock.lock();
    try {
      boolean was = presenceChanged;
      presenceChanged = false;
      return was;
    } finally {
      lock.unlock();
    }
  }

  @Nullable String whyLost() {
    lock.lock();
    try {
      return lost;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasNews() {
    return woken || presenceChanged || closed || lost != null || !messages.isEmpty();
  }

  private void tell(Runnable change) {
    lock.lock();
    try {
      change.run();
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
