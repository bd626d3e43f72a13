package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yizhan.hub.stock.Movement;
import org.yizhan.hub.stock.Movement.Change;
import org.yizhan.hub.stock.Shelf;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.LotCode;
import org.yizhan.wire.WriteOffReason;

/**
 * Keeps movements of stock, and folds the level of every item touched anew at the end of a
 * transaction, from its last counts on. A movement that arrives late lands where it happened.
 */
final class StockRows implements AutoCloseable {
  private static final String COLUMNS = "kind, at_ms, fact, units, lot, expires, reason";
  private static final String OF_ITEM = " FROM stock_movement WHERE station = ? AND item = ?";

  private final Connection connection;
  private final PreparedStatement add;
  private final PreparedStatement lastOfKind;
  private final PreparedStatement between;
  private final PreparedStatement keepLevel;
  private final PreparedStatement outlookIsOld;
  private final Set<Key> touched = new LinkedHashSet<>();

  private record Key(int station, ItemCode item) {}

  /** A point in the order of movements: before it, or after it. */
  private record Point(long atMs, long fact) {
    private static final Point BEGINNING = new Point(Long.MIN_VALUE, 0);
    private static final Point END = new Point(Long.MAX_VALUE, Long.MAX_VALUE);

    static Point of(Movement movement) {
      return new Point(movement.atMs(), movement.fact());
    }
  }

  StockRows(Connection connection) throws SQLException {
    this.connection = connection;
    add =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO stock_movement (station, item, journal, "
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    lastOfKind =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + OF_ITEM
                + " AND kind = ? AND (at_ms, fact) < (?, ?) AND (at_ms, fact) > (?, ?)"
                + " ORDER BY at_ms DESC, fact DESC LIMIT 1");
    between =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + OF_ITEM
                + " AND kind IN ('RESTOCKED', 'TAKEN', 'WRITTEN_OFF', 'LENT', 'RETURNED')"
                + " AND (at_ms, fact) > (?, ?) AND (at_ms, fact) < (?, ?) ORDER BY at_ms, fact");
    keepLevel =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO stock_level (station, item, units, how, as_of_ms, counted_ms,"
                + " doubt, doubt_ms, doubt_expected, doubt_found)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    outlookIsOld =
        connection.prepareStatement(
            "UPDATE stock_outlook SET day = 0 WHERE station = ? AND item = ? AND day <> 0");
  }

  void begin() {
    touched.clear();
  }

  void take(JournalRow journal, Movement movement) throws SQLException {
    Change change = movement.change();
    int i = 1;
    add.setInt(i++, journal.station());
    add.setString(i++, movement.item().value());
    add.setLong(i++, journal.number());
    add.setString(i++, kindOf(change));
    add.setLong(i++, movement.atMs());
    add.setLong(i++, movement.fact());
    add.setInt(i++, change.units());
    setText(add, i++, lotOf(change).map(LotCode::value));
    Optional<LocalDate> expires =
        change instanceof Movement.Restocked restocked ? restocked.expires() : Optional.empty();
    if (expires.isPresent()) {
      add.setLong(i++, expires.get().toEpochDay());
    } else {
      add.setNull(i++, Types.INTEGER);
    }
    setText(
        add,
        i,
        change instanceof Movement.WrittenOff off
            ? Optional.of(off.reason().name())
            : Optional.empty());
    add.executeUpdate();
    touched.add(new Key(journal.station(), movement.item()));
  }

  private static void setText(PreparedStatement statement, int at, Optional<String> text)
      throws SQLException {
    if (text.isPresent()) {
      statement.setString(at, text.get());
    } else {
      statement.setNull(at, Types.VARCHAR);
    }
  }

  static String kindOf(Change change) {
    return switch (change) {
      case Movement.Counted _ -> "COUNTED";
      case Movement.Measured _ -> "MEASURED";
      case Movement.Restocked _ -> "RESTOCKED";
      case Movement.Taken _ -> "TAKEN";
      case Movement.WrittenOff _ -> "WRITTEN_OFF";
      case Movement.Lent _ -> "LENT";
      case Movement.Returned _ -> "RETURNED";
    };
  }

  private static Optional<LotCode> lotOf(Change change) {
    return switch (change) {
      case Movement.Restocked restocked -> restocked.lot();
      case Movement.WrittenOff off -> off.lot();
      case Movement.Counted _,
          Movement.Measured _,
          Movement.Taken _,
          Movement.Lent _,
          Movement.Returned _ ->
          Optional.empty();
    };
  }

  /** Folds the level of every item that was touched. */
  void flush() throws SQLException {
    for (Key key : touched) {
      keep(key, Shelf.of(evidence(key)));
    }
    touched.clear();
  }

  private Shelf.Evidence evidence(Key key) throws SQLException {
    Optional<Movement> count = last(key, "COUNTED", Point.BEGINNING, Point.END);
    if (count.isEmpty()) {
      return new Shelf.Evidence(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          last(key, "MEASURED", Point.BEGINNING, Point.END),
          entered(key, Point.BEGINNING, Point.END));
    }
    Point counted = Point.of(count.get());
    Optional<Movement> before = last(key, "COUNTED", Point.BEGINNING, counted);
    return new Shelf.Evidence(
        before,
        before.isEmpty() ? List.of() : entered(key, Point.of(before.get()), counted),
        before.isEmpty()
            ? Optional.empty()
            : last(key, "MEASURED", Point.BEGINNING, Point.of(before.get())),
        count,
        last(key, "MEASURED", Point.BEGINNING, counted),
        last(key, "MEASURED", counted, Point.END),
        entered(key, counted, Point.END));
  }

  private Optional<Movement> last(Key key, String kind, Point after, Point before)
      throws SQLException {
    lastOfKind.setInt(1, key.station());
    lastOfKind.setString(2, key.item().value());
    lastOfKind.setString(3, kind);
    lastOfKind.setLong(4, before.atMs());
    lastOfKind.setLong(5, before.fact());
    lastOfKind.setLong(6, after.atMs());
    lastOfKind.setLong(7, after.fact());
    try (ResultSet row = lastOfKind.executeQuery()) {
      return row.next() ? Optional.of(movement(key.item(), row)) : Optional.empty();
    }
  }

  private List<Movement> entered(Key key, Point after, Point before) throws SQLException {
    between.setInt(1, key.station());
    between.setString(2, key.item().value());
    between.setLong(3, after.atMs());
    between.setLong(4, after.fact());
    between.setLong(5, before.atMs());
    between.setLong(6, before.fact());
    List<Movement> movements = new ArrayList<>();
    try (ResultSet row = between.executeQuery()) {
      while (row.next()) {
        movements.add(movement(key.item(), row));
      }
    }
    return movements;
  }

  /** Reads the columns of {@link #COLUMNS}, in that order. */
  static Movement movement(ItemCode item, ResultSet row) throws SQLException {
    int units = row.getInt(4);
    String lotText = row.getString(5);
    Optional<LotCode> lot = lotText == null ? Optional.empty() : Optional.of(new LotCode(lotText));
    long expires = row.getLong(6);
    Optional<LocalDate> expiry =
        row.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(expires));
    String kind = row.getString(1);
    Change change =
        switch (kind) {
          case "COUNTED" -> new Movement.Counted(units);
          case "MEASURED" -> new Movement.Measured(units);
          case "RESTOCKED" -> new Movement.Restocked(units, lot, expiry);
          case "TAKEN" -> new Movement.Taken(units);
          case "LENT" -> new Movement.Lent(units);
          case "RETURNED" -> new Movement.Returned(units);
          case "WRITTEN_OFF" ->
              new Movement.WrittenOff(units, WriteOffReason.valueOf(row.getString(7)), lot);
          default -> throw new SQLException("no movement of stock is called " + kind);
        };
    return new Movement(row.getLong(3), item, row.getLong(2), change);
  }

  private void keep(Key key, Shelf shelf) throws SQLException {
    keepLevel.setInt(1, key.station());
    keepLevel.setString(2, key.item().value());
    if (shelf.units().isPresent()) {
      keepLevel.setInt(3, shelf.units().getAsInt());
    } else {
      keepLevel.setNull(3, Types.INTEGER);
    }
    keepLevel.setString(4, shelf.how().name());
    keepLevel.setLong(5, shelf.asOfMs());
    keepLevel.setLong(6, shelf.countedMs());
    Optional<Shelf.Contradiction> doubt = shelf.contradiction();
    setText(keepLevel, 7, doubt.map(found -> found.kind().name()));
    if (doubt.isPresent()) {
      keepLevel.setLong(8, doubt.get().atMs());
      keepLevel.setInt(9, doubt.get().expected());
      keepLevel.setInt(10, doubt.get().found());
    } else {
      keepLevel.setNull(8, Types.INTEGER);
      keepLevel.setNull(9, Types.INTEGER);
      keepLevel.setNull(10, Types.INTEGER);
    }
    keepLevel.executeUpdate();
    outlookIsOld.setInt(1, key.station());
    outlookIsOld.setString(2, key.item().value());
    outlookIsOld.executeUpdate();
  }

  /** Every item that ever moved is folded anew at the next {@link #flush}. */
  void touchAll() throws SQLException {
    try (PreparedStatement all =
            connection.prepareStatement("SELECT DISTINCT station, item FROM stock_movement");
        ResultSet row = all.executeQuery()) {
      while (row.next()) {
        touched.add(new Key(row.getInt(1), new ItemCode(row.getString(2))));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    add.close();
    lastOfKind.close();
    between.close();
    keepLevel.close();
    outlookIsOld.close();
  }
}
