package org.yizhan.hub.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.orders.DesiredOrders.Unlock;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;

/**
 * Notices that desired state changed, whoever changed it: this process or a command beside it. Asks
 * SQLite's {@code data_version} four times a second on a connection of its own (a few
 * microseconds), and looks at the versions only when that moved.
 */
final class OrdersWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OrdersWatch.class.getName());
  private static final Duration EVERY = Duration.ofMillis(250);

  private final HubDatabase database;
  private final InstantSource clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Unlock>> unlockListeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("orders-watch").factory());
  private @Nullable Handle handle;
  private long dataVersion = -1;
  private List<Long> versions = List.of();

  OrdersWatch(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  AutoCloseable listen(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  void listenForUnlocks(Consumer<Unlock> unlocks) {
    unlockListeners.add(unlocks);
  }

  void start() {
    var _ =
        thread.scheduleWithFixedDelay(this::lookSafely, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A database that cannot be read now is asked again: the watch must outlive one bad moment. */
  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Desired state cannot be read; trying again.", e);
      closeHandle();
    }
  }

  private void look() {
    Handle open = handle;
    if (open == null) {
      open = database.reader().open();
      handle = open;
    }
    long now = open.createQuery("PRAGMA data_version").mapTo(Long.class).one();
    if (now == dataVersion) {
      return;
    }
    dataVersion = now;
    List<Long> seen =
        open.createQuery("SELECT version FROM desired_version ORDER BY kind")
            .mapTo(Long.class)
            .list();
    boolean changed = !versions.isEmpty() && !seen.equals(versions);
    versions = seen;
    if (changed) {
      listeners.forEach(Runnable::run);
    }
    if (!unlockListeners.isEmpty()) {
      takeUnlocks(clock.instant()).forEach(each -> unlockListeners.forEach(to -> to.accept(each)));
    }
  }

  private List<Unlock> takeUnlocks(Instant now) {
    boolean any =
        database
            .reader()
            .withHandle(
                reader ->
                    reader
                        .createQuery(
                            "SELECT EXISTS (SELECT 1 FROM unlock_order"
                                + " WHERE sent_ms IS NULL AND expires_ms > :now)")
                        .bind("now", now.toEpochMilli())
                        .mapTo(Boolean.class)
                        .one());
    if (!any) {
      return List.of();
    }
    return database.write(
        writer ->
            writer
                .createQuery(
                    "UPDATE unlock_order SET sent_ms = :now"
                        + " WHERE sent_ms IS NULL AND expires_ms > :now"
                        + " RETURNING id, station, expires_ms")
                .bind("now", now.toEpochMilli())
                .map(
                    (row, context) ->
                        new Unlock(
                            new StationId(row.getString("station")),
                            new Order.UnlockDoor(row.getString("id"), row.getLong("expires_ms"))))
                .list());
  }

  private void closeHandle() {
    Handle open = handle;
    handle = null;
    dataVersion = -1;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    thread.execute(this::closeHandle);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "The watch on desired state did not end in 5 s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
