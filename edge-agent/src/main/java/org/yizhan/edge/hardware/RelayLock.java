package org.yizhan.edge.hardware;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A lock held by a relay. The relay switched on means released: the magnet hangs on the relay's
 * normally closed contact, so that a dead computer leaves the door locked from outside, and a power
 * cut or the exit button, both wired to the magnet itself, open it without this program.
 */
public final class RelayLock implements DoorLock {
  private static final Duration RELOCK_AGAIN = Duration.ofSeconds(1);

  private final BinaryOutput relay;
  private final Schedule schedule;
  private final Consumer<HardwareException> trouble;
  private int holds;
  private boolean closed;

  /**
   * @param trouble told, from any thread, when the relay does not relock; relocking is then tried
   *     again every second
   */
  public RelayLock(BinaryOutput relay, Schedule schedule, Consumer<HardwareException> trouble) {
    this.relay = relay;
    this.schedule = schedule;
    this.trouble = trouble;
  }

  @Override
  public synchronized void release(Duration hold) {
    if (closed) {
      throw new HardwareException("This lock was taken out of use; release the one in its place.");
    }
    relay.set(true);
    holds++;
    schedule.after(hold, this::endHold);
  }

  /** Ends its use: it tries to relock no more, since whoever closes the relay lets go of it. */
  public synchronized void close() {
    closed = true;
  }

  /** The longest of overlapping holds counts: the door locks when the last one has ended. */
  private synchronized void endHold() {
    holds--;
    if (holds == 0) {
      relock();
    }
  }

  private synchronized void relock() {
    if (closed || holds > 0) {
      return;
    }
    try {
      relay.set(false);
    } catch (HardwareException failure) {
      schedule.after(RELOCK_AGAIN, this::relock);
      trouble.accept(failure);
    }
  }
}
