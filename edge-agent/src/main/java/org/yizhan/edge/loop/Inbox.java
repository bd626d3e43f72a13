package org.yizhan.edge.loop;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationEvent.BeamChanged;
import org.yizhan.edge.station.StationEvent.ClimateRead;
import org.yizhan.edge.station.StationEvent.PresenceSensed;
import org.yizhan.edge.station.StationEvent.ShelfWeighed;
import org.yizhan.edge.station.StationEvent.Tick;

/**
 * The only way to the loop: a queue in order of arrival, of at most {@link #EVENTS_MAX} events.
 * When it is full the oldest telemetry makes room; only when there is none, a newcomer is turned
 * away. What was shed is counted and told. Putting never blocks. Thread-safe.
 */
final class Inbox {
  static final int EVENTS_MAX = 1_024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<Arrived> queue = new ArrayDeque<>();
  private long shed;
  private boolean closed;

  /** An event and when it came, by the clock that never steps. */
  record Arrived(StationEvent event, long nanos) {}

  /**
   * False when the event was shed, or came after the end; of the waiting ones the oldest telemetry
   * goes first.
   */
  boolean put(StationEvent event, long nanos) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      if (queue.size() >= EVENTS_MAX && !makeRoomFor(event)) {
        shed++;
        return false;
      }
      queue.addLast(new Arrived(event, nanos));
      filled.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next event; empty once the inbox is closed and drained. */
  Optional<Arrived> take() throws InterruptedException {
    lock.lock();
    try {
      while (queue.isEmpty() && !closed) {
        filled.await();
      }
      return Optional.ofNullable(queue.pollFirst());
    } finally {
      lock.unlock();
    }
  }

  /** The next event if one waits. */
  Optional<Arrived> poll() {
    lock.lock();
    try {
      return Optional.ofNullable(queue.pollFirst());
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; what waits is still given out. */
  void close() {
    lock.lock();
    try {
      closed = true;
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many events were turned away or pushed out since the start. */
  long shed() {
    lock.lock();
    try {
      return shed;
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean makeRoomFor(StationEvent event) {
    if (isTelemetry(event)) {
      return false;
    }
    for (Iterator<Arrived> waiting = queue.iterator(); waiting.hasNext(); ) {
      if (isTelemetry(waiting.next().event())) {
        waiting.remove();
        shed++;
        return true;
      }
    }
    return false;
  }

  private static boolean isTelemetry(StationEvent event) {
    return event instanceof ClimateRead
        || event instanceof ShelfWeighed
        || event instanceof PresenceSensed
        || event instanceof BeamChanged
        || event instanceof Tick;
  }
}
