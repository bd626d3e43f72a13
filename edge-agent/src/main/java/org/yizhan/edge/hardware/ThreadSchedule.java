package org.yizhan.edge.hardware;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The real schedule: one timer thread; each action on a virtual thread of its own. */
public final class ThreadSchedule implements Schedule, AutoCloseable {
  private static final Logger LOG = System.getLogger(ThreadSchedule.class.getName());

  private final ScheduledThreadPoolExecutor timer;

  public ThreadSchedule(String name) {
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name(name + "-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Pending after(Duration delay, Runnable action) {
    Future<?> pending = timer.schedule(() -> start(action), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  /** Drops what is pending; what runs already runs on. */
  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static void start(Runnable action) {
    Thread.ofVirtual()
        .uncaughtExceptionHandler(
            (thread, thrown) -> LOG.log(Level.ERROR, "A scheduled action failed.", thrown))
        .start(action);
  }
}
