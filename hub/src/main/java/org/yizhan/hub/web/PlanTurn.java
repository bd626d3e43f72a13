package org.yizhan.hub.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets one plan be made at a time, since each takes a core for seconds. Whoever opens a second page
 * waits for the first; more than a few are not let in, because each holds a thread that other pages
 * need.
 */
final class PlanTurn {
  static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);
  static final int WAITING_MAX = 4;

  private final Semaphore let = new Semaphore(1 + WAITING_MAX);
  private final Semaphore turn = new Semaphore(1, true);
  private final Duration patience;

  /**
   * With this patience.
   *
   * @param patience how long somebody waits for their turn
   */
  PlanTurn(Duration patience) {
    this.patience = patience;
  }

  Duration patience() {
    return patience;
  }

  /** What the work made, once it was its turn; empty if that did not come in time. */
  <T> Optional<T> take(Supplier<T> work) {
    if (!let.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return waited(work);
    } finally {
      let.release();
    }
  }

  private <T> Optional<T> waited(Supplier<T> work) {
    try {
      if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      turn.release();
    }
  }

  /** How many wait for their turn just now, about. */
  int waiting() {
    return turn.getQueueLength();
  }
}
