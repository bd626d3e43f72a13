package org.yizhan.hub.catalogue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.LotCode;

/**
 * Lots of goods in the network, and those called back. A lot that was called back is asked for at
 * every shelf it was put on until as much of it was taken off as was put in, or a count found the
 * shelf empty since.
 */
public final class Recalls {
  /** Lots a page lists. */
  public static final int LOTS_MAX = 500;

  private static final String RECALLED =
      " AND (m.item, m.lot) IN (SELECT item, lot FROM lot_recall)";
  private static final String ONE = " AND m.item = ? AND m.lot = ?";

  private final HubDatabase database;
  private final InstantSource clock;

  public Recalls(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What is left of lots at stations at most: put in, and neither taken off nor counted empty
   * since.
   *
   * @param which narrows it to the lots asked for, so that not every movement is read
   */
  private static String left(String which) {
    return "SELECT m.station, m.item, m.lot, max(m.expires) AS expires,"
        + " sum(iif(m.kind = 'RESTOCKED', m.units, -m.units)) AS most"
        + " FROM stock_movement m WHERE m.lot IS NOT NULL"
        + which
        // who finds a shelf empty and fills it says both of one moment: the order of facts decides
        + " AND NOT EXISTS (SELECT 1 FROM stock_movement c WHERE c.station = m.station"
        + " AND c.item = m.item AND c.kind = 'COUNTED' AND c.units = 0"
        + " AND (c.at_ms, c.fact) > (m.at_ms, m.fact))"
        + " GROUP BY m.station, m.item, m.lot HAVING most > 0";
  }

  /**
   * A lot that may still stand somewhere.
   *
   * @param stations on whose shelves
   * @param units at most
   * @param recalled when it was called back
   */
  public record Known(
      ItemCode item,
      LotCode lot,
      Optional<LocalDate> expires,
      int stations,
      int units,
      Optional<Instant> recalled) {}

  /** At most so many units of a lot stand on the shelf of a station. */
  public record Held(StationId station, int units) {}

  /** A lot that was called back and must be taken off a shelf. */
  public record Wanted(ItemCode item, LotCode lot, int units) {}

  /** Every lot that may still stand somewhere: called back first, then what expires first. */
  public List<Known> lots() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT l.item, l.lot, max(l.expires), count(*), sum(l.most), r.called_ms"
                            + " FROM ("
                            + left("")
                            + ") l LEFT JOIN lot_recall r ON r.item = l.item AND r.lot = l.lot"
                            + " GROUP BY l.item, l.lot ORDER BY r.called_ms IS NULL, 3, 1, 2 LIMIT "
                            + LOTS_MAX)
                    .map(
                        (row, context) -> {
                          long expires = row.getLong(3);
                          Optional<LocalDate> day =
                              row.wasNull()
                                  ? Optional.empty()
                                  : Optional.of(LocalDate.ofEpochDay(expires));
                          long called = row.getLong(6);
                          Optional<Instant> recalled =
                              row.wasNull()
                                  ? Optional.empty()
                                  : Optional.of(Instant.ofEpochMilli(called));
                          return new Known(
                              new ItemCode(row.getString(1)),
                              new LotCode(row.getString(2)),
                              day,
                              row.getInt(4),
                              row.getInt(5),
                              recalled);
                        })
                    .list());
  }

  /** Where a lot may still stand, by station. */
  public List<Held> held(ItemCode item, LotCode lot) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT s.id, l.most FROM ("
                            + left(ONE)
                            + ") l JOIN station s ON s.number = l.station"
                            + " WHERE s.retired_ms IS NULL ORDER BY s.id",
                        item.value(),
                        lot.value())
                    .map((row, context) -> new Held(new StationId(row.getString(1)), row.getInt(2)))
                    .list());
  }

  public boolean isRecalled(ItemCode item, LotCode lot) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT 1 FROM lot_recall WHERE item = ? AND lot = ?",
                        item.value(),
                        lot.value())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
  }

  /**
   * Calls a lot back, everywhere and at once.
   *
   * @param account who does
   */
  public void call(ItemCode item, LotCode lot, String account) {
    database.change(
        handle ->
            handle.execute(
                "INSERT OR IGNORE INTO lot_recall (item, lot, called_ms, account)"
                    + " VALUES (?, ?, ?, ?)",
                item.value(),
                lot.value(),
                clock.millis(),
                account));
  }

  /** Takes a call back that was a mistake. */
  public void withdraw(ItemCode item, LotCode lot) {
    database.change(
        handle ->
            handle.execute(
                "DELETE FROM lot_recall WHERE item = ? AND lot = ?", item.value(), lot.value()));
  }

  /** What must be taken off which shelf. */
  public Map<StationId, List<Wanted>> wanted() {
    Map<StationId, List<Wanted>> wanted = new HashMap<>();
    database
        .reader()
        .useHandle(
            handle ->
                handle
                    .select(
                        "SELECT s.id, l.item, l.lot, l.most FROM ("
                            + left(RECALLED)
                            + ") l JOIN station s ON s.number = l.station"
                            + " WHERE s.retired_ms IS NULL ORDER BY s.id, l.item, l.lot")
                    .map(
                        (row, context) ->
                            wanted
                                .computeIfAbsent(
                                    new StationId(row.getString(1)), _ -> new ArrayList<>())
                                .add(
                                    new Wanted(
                                        new ItemCode(row.getString(2)),
                                        new LotCode(row.getString(3)),
                                        row.getInt(4))))
                    .list());
    return wanted;
  }
}
