package org.yizhan.hub.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import org.yizhan.wire.ShelfLevel;
import org.yizhan.wire.WireCodec;

/**
 * Makes a new order of a station's levels when they changed in a way it cannot see itself: what
 * people entered soon, at most once a minute; what it said itself (a bottle taken on a pass) at
 * most once an hour, for it knows that meanwhile. A scale's reading makes none.
 */
public final class LevelOrders {
  /** What people enter at a shelf within this time goes in one order. */
  static final Duration APART_LEAST = Duration.ofMinutes(1);

  static final Duration OWN_WORD_APART_LEAST = Duration.ofHours(1);

  private final HubDatabase database;
  private final Consumer<StationId> told;
  private final Set<StationId> changed = ConcurrentHashMap.newKeySet();

  /**
   * @param told hears for which station there is a new order; must not block
   */
  public LevelOrders(HubDatabase database, Consumer<StationId> told) {
    this.database = database;
    this.told = told;
  }

  private record Told(long revision, long atMs, long entered, List<ShelfLevel> levels) {}

  private record Due(int station, StationId id, Told next) {}

  /** Something of this station changed; what it was is looked up later. From any thread. */
  public void changed(StationId station) {
    changed.add(station);
  }

  /** What changed while nobody listened, or by another program. */
  public void lookAtAll() {
    changed.addAll(
        database
            .reader()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT id FROM station WHERE retired_ms IS NULL")
                        .mapTo(String.class)
                        .map(StationId::new)
                        .list()));
  }

  /**
   * Makes the orders that are due. May block.
   *
   * @return how many
   */
  public int refresh(Instant now) {
    Set<StationId> looked = new HashSet<>(changed);
    changed.removeAll(looked);
    try {
      return refresh(looked, now);
    } catch (RuntimeException e) {
      changed.addAll(looked); // looked at again the next time
      throw e;
    }
  }

  private int refresh(Set<StationId> looked, Instant now) {
    List<Due> due = new ArrayList<>();
    database
        .reader()
        .useHandle(
            handle -> {
              for (StationId station : looked) {
                look(handle, station, now).ifPresent(due::add);
              }
            });
    if (!due.isEmpty()) {
      database.change(handle -> due.forEach(each -> keep(handle, each)));
      due.forEach(each -> told.accept(each.id()));
    }
    return due.size();
  }

  private Optional<Due> look(Handle handle, StationId id, Instant now) {
    Optional<Integer> station = station(handle, id);
    if (station.isEmpty()) {
      return Optional.empty();
    }
    List<ShelfLevel> levels = levels(handle, station.get());
    Optional<Told> before = told(handle, station.get());
    if (!tells(before.map(Told::levels).orElse(List.of()), levels)) {
      return Optional.empty();
    }
    long entered = entered(handle, station.get());
    if (before.isPresent() && !isDue(before.get(), entered, now)) {
      changed.add(id);
      return Optional.empty();
    }
    long revision = Math.max(now.toEpochMilli(), before.map(Told::revision).orElse(0L) + 1);
    return Optional.of(
        new Due(station.get(), id, new Told(revision, now.toEpochMilli(), entered, levels)));
  }

  /** Its number; none while nobody took it over from quarantine, which is asked again. */
  private Optional<Integer> station(Handle handle, StationId id) {
    return handle
        .createQuery(
            "SELECT number, quarantined FROM station WHERE id = :id AND retired_ms IS NULL")
        .bind("id", id.value())
        .map(
            (row, context) -> {
              if (row.getBoolean(2)) {
                changed.add(id);
                return Optional.<Integer>empty();
              }
              return Optional.of(row.getInt(1));
            })
        .findOne()
        .flatMap(found -> found);
  }

  /** A clock that was set back makes no station wait. */
  private static boolean isDue(Told before, long entered, Instant now) {
    Duration apart = entered > before.entered() ? APART_LEAST : OWN_WORD_APART_LEAST;
    return Math.abs(now.toEpochMilli() - before.atMs()) >= apart.toMillis();
  }

  /** Whether a station that was told the one has anything to learn from the other. */
  static boolean tells(List<ShelfLevel> before, List<ShelfLevel> now) {
    return now.stream()
        .anyMatch(level -> level.how() != ShelfLevel.How.SCALE && !before.contains(level));
  }

  private static List<ShelfLevel> levels(Handle handle, int station) {
    return handle
        .createQuery(
            "SELECT item, units, how, as_of_ms FROM stock_level WHERE station = :station"
                + " ORDER BY as_of_ms DESC, item LIMIT :most")
        .bind("station", station)
        .bind("most", Order.ApplyStock.LEVELS_MAX)
        .map(
            (row, context) -> {
              int units = row.getInt(2);
              boolean known = !row.wasNull();
              return new ShelfLevel(
                  new ItemCode(row.getString(1)),
                  // deliveries of years that nobody counted may add up to more than a shelf holds
                  known
                      ? OptionalInt.of(Math.min(units, ShelfLevel.UNITS_MAX))
                      : OptionalInt.empty(),
                  ShelfLevel.How.valueOf(row.getString(3)),
                  Math.max(0, row.getLong(4)));
            })
        .list();
  }

  private static long entered(Handle handle, int station) {
    return handle
        .createQuery("SELECT next FROM journal WHERE station = :station AND own = 1")
        .bind("station", station)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  private static Optional<Told> told(Handle handle, int station) {
    return handle
        .createQuery(
            "SELECT revision, told_ms, entered, body FROM levels_told WHERE station = :station")
        .bind("station", station)
        .map(
            (row, context) ->
                new Told(row.getLong(1), row.getLong(2), row.getLong(3), levels(row.getBytes(4))))
        .findOne();
  }

  private static void keep(Handle handle, Due due) {
    Told next = due.next();
    handle.execute(
        "INSERT OR REPLACE INTO levels_told (station, revision, told_ms, entered, body)"
            + " VALUES (?, ?, ?, ?, ?)",
        due.station(),
        next.revision(),
        next.atMs(),
        next.entered(),
        WireCodec.writeOrder(new Order.ApplyStock(next.revision(), next.levels())));
  }

  /** The revision of what this station was told last; empty when it was never told anything. */
  static Optional<Long> revisionFor(Handle handle, StationId station) {
    return handle
        .createQuery(
            "SELECT t.revision FROM levels_told t JOIN station s ON s.number = t.station"
                + " WHERE s.id = :id")
        .bind("id", station.value())
        .mapTo(Long.class)
        .findOne();
  }

  /** The same as an order of this number. */
  static Order.ApplyStock order(Handle handle, StationId station, long revision) {
    byte[] body =
        handle
            .createQuery(
                "SELECT t.body FROM levels_told t JOIN station s ON s.number = t.station"
                    + " WHERE s.id = :id")
            .bind("id", station.value())
            .mapTo(byte[].class)
            .one();
    return new Order.ApplyStock(revision, levels(body));
  }

  private static List<ShelfLevel> levels(byte[] body) {
    if (WireCodec.readOrder(body) instanceof Order.ApplyStock stock) {
      return stock.levels();
    }
    throw new IllegalStateException("what stations were told of their levels is no such order");
  }
}
