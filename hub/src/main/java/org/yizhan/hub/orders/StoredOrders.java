package org.yizhan.hub.orders;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.pass.IssuerKey;
import org.yizhan.pass.PassId;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Sequence;

/**
 * Desired state as it stands in the database. A station normally holds exactly our version numbers.
 * One that shows a higher number than ours (this hub was restored from an older copy) is given our
 * content under the next number above its own; that lift is kept for this station alone, so no
 * station can spoil the numbers of the others.
 */
public final class StoredOrders implements DesiredOrders, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(StoredOrders.class.getName());

  private final HubDatabase database;
  private final InstantSource clock;
  private final OrdersWatch watch;
  private final List<Consumer<StationId>> levelListeners = new CopyOnWriteArrayList<>();

  public StoredOrders(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.watch = new OrdersWatch(database, clock);
  }

  @Override
  public List<Order.Desired> notYetApplied(StationId station, Map<OrderKind, Long> applied) {
    List<Lift> lifts = new ArrayList<>();
    List<Order.Desired> orders =
        database
            .reader()
            .inTransaction(
                handle -> {
                  List<Order.Desired> found = new ArrayList<>();
                  for (OrderKind kind : OrderKind.values()) {
                    desired(handle, station, kind, applied.getOrDefault(kind, 0L), lifts)
                        .ifPresent(found::add);
                  }
                  return found;
                });
    if (!lifts.isEmpty()) {
      database.change(handle -> lifts.forEach(lift -> lift.write(handle)));
    }
    return orders;
  }

  private Optional<Order.Desired> desired(
      Handle handle, StationId station, OrderKind kind, long applied, List<Lift> lifts) {
    Optional<Long> version = versionOf(handle, station, kind);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    long revision = Math.max(version.get(), Lift.read(handle, station, kind, version.get()));
    if (applied == revision) {
      return Optional.empty();
    }
    if (applied >= Sequence.MAX) {
      LOG.log(
          System.Logger.Level.ERROR,
          "{0} says it holds {1} number {2}, above which there is none: it cannot be given new"
              + " orders; replace its device.",
          station,
          kind,
          applied);
      return Optional.empty();
    }
    if (applied > revision) {
      revision = applied + 1;
      lifts.add(new Lift(station, kind, version.get(), revision));
    }
    return Optional.of(order(handle, station, kind, revision));
  }

  private Order.Desired order(Handle handle, StationId station, OrderKind kind, long revision) {
    return switch (kind) {
      case PROFILE -> new Order.ApplyProfile(revision, profileOf(handle, station));
      case ISSUERS -> new Order.ApplyIssuers(revision, issuers(handle));
      case REVOCATIONS ->
          new Order.ApplyRevocations(revision, clock.instant().toEpochMilli(), revoked(handle));
      case STOCK -> LevelOrders.order(handle, station, revision);
    };
  }

  /**
   * Empty when there is nothing to tell: a station in quarantine has no profile here, and of some
   * nobody ever counted anything.
   */
  private static Optional<Long> versionOf(Handle handle, StationId station, OrderKind kind) {
    return switch (kind) {
      case ISSUERS -> Optional.of(DesiredVersion.ISSUERS.read(handle));
      case REVOCATIONS -> Optional.of(DesiredVersion.REVOCATIONS.read(handle));
      case PROFILE ->
          handle
              .createQuery(
                  "SELECT profile_revision FROM station WHERE id = :id AND profile_yaml <> ''")
              .bind("id", station.value())
              .mapTo(Long.class)
              .findOne();
      case STOCK -> LevelOrders.revisionFor(handle, station);
    };
  }

  private static String profileOf(Handle handle, StationId station) {
    return handle
        .createQuery("SELECT profile_yaml FROM station WHERE id = :id")
        .bind("id", station.value())
        .mapTo(String.class)
        .one();
  }

  private static List<IssuerKey> issuers(Handle handle) {
    return handle
        .createQuery(
            "SELECT issuer, public_key_hex FROM pass_issuer ORDER BY added_ms DESC LIMIT :most")
        .bind("most", Order.ApplyIssuers.KEYS_MAX)
        .map(
            (row, context) ->
                new IssuerKey(row.getString("issuer"), row.getString("public_key_hex")))
        .list();
  }

  private List<PassId> revoked(Handle handle) {
    return handle
        .createQuery(
            "SELECT id FROM issued_pass WHERE revoked_ms IS NOT NULL AND expires_ms > :now"
                + " ORDER BY expires_ms DESC LIMIT :most")
        .bind("now", clock.instant().toEpochMilli())
        .bind("most", Order.ApplyRevocations.PASSES_MAX)
        .map((row, context) -> new PassId(row.getString("id")))
        .list();
  }

  @Override
  public AutoCloseable listen(Runnable changed) {
    return watch.listen(changed);
  }

  @Override
  public void listenForUnlocks(Consumer<Unlock> unlocks) {
    watch.listenForUnlocks(unlocks);
  }

  @Override
  public void listenForLevels(Consumer<StationId> changed) {
    levelListeners.add(changed);
  }

  /** There is a new order of this station's levels. */
  public void levelsChanged(StationId station) {
    levelListeners.forEach(each -> each.accept(station));
  }

  /** Begins to look for changes, also those another process made. */
  public void start() {
    watch.start();
  }

  @Override
  public void close() {
    watch.close();
  }
}
