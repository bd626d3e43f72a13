package org.yizhan.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.yizhan.wire.Sequence;

/** Listens to a journal and waits for its news, with a deadline. */
public final class JournalWatch implements Journal.Listener {
  private static final long SECONDS_MOST = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final List<String> failures = new ArrayList<>();
  private long committed = 1;
  private int recoveries;

  @Override
  public void committed(Sequence next) {
    change(() -> committed = next.value());
  }

  @Override
  public void failed(String why) {
    change(() -> failures.add(why));
  }

  @Override
  public void recovered() {
    change(() -> recoveries++);
  }

  /** Waits until everything below this number is on the card. */
  public void awaitCommitted(long next) {
    await(() -> committed >= next, "commit up to " + next);
  }

  void awaitFailure() {
    await(() -> !failures.isEmpty(), "failure");
  }

  void awaitRecovery() {
    await(() -> recoveries > 0, "recovery");
  }

  List<String> failures() {
    lock.lock();
    try {
      return List.copyOf(failures);
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void await(BooleanSupplier condition, String what) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(SECONDS_MOST);
      while (!condition.getAsBoolean()) {
        assertThat(left)
            .as("waited %d s for the %s; failures: %s", SECONDS_MOST, what, failures)
            .isPositive();
        left = news.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    } finally {
      lock.unlock();
    }
  }
}
