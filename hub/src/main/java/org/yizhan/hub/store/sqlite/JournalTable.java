package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.store.JournalFolds;
import org.yizhan.hub.visits.VisitRules;
import org.yizhan.station.StationId;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Sequence;

/**
 * The cursors and fold states of journals. Rows lately used are remembered, to save reading them
 * again; what is remembered is only ever a guess: {@link #move} compares the cursor in the database
 * with it, and when they differ nothing is moved and the row is read anew.
 */
final class JournalTable implements AutoCloseable {
  private static final int REMEMBERED_MAX = 20_000;

  private final StationTable stations;
  private final PreparedStatement find;
  private final PreparedStatement add;
  private final PreparedStatement moveCursor;
  private final PreparedStatement moveAll;
  private final Map<Key, JournalRow> remembered =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, JournalRow> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  /** A journal is a station's own: ids of two stations may be equal only by fraud. */
  record Key(StationId station, JournalId journal) {}

  JournalTable(Connection connection, StationTable stations) throws SQLException {
    this.stations = stations;
    find =
        connection.prepareStatement(
            "SELECT number, next, last_fact, began_ms, movement_within_ms, same_visit_ms, folding"
                + " FROM journal WHERE station = ? AND id = ?");
    add =
        connection.prepareStatement(
            "INSERT INTO journal (station, id, next, heard_ms, movement_within_ms, same_visit_ms)"
                + " VALUES (?, ?, 1, ?, ?, ?)");
    moveCursor =
        connection.prepareStatement(
            "UPDATE journal SET next = ?, last_fact = ?, heard_ms = ? WHERE number = ? AND next ="
                + " ?");
    moveAll =
        connection.prepareStatement(
            "UPDATE journal SET next = ?, last_fact = ?, heard_ms = ?, began_ms = ?, folding = ?"
                + " WHERE number = ? AND next = ?");
  }

  /** The row as it was lately, which may be out of date, or as the database has it. */
  JournalRow recall(Key key, long nowMs) throws SQLException {
    JournalRow row = remembered.get(key);
    return row != null ? row : read(key, nowMs);
  }

  /** The row as the database has it in this transaction; a journal never heard of is begun. */
  JournalRow read(Key key, long nowMs) throws SQLException {
    int station = stations.numberOf(key.station(), nowMs);
    JournalRow row = find(station, key.journal());
    if (row == null) {
      VisitRules rules = stations.rulesOf(station);
      add.setInt(1, station);
      add.setString(2, key.journal().value());
      add.setLong(3, nowMs);
      add.setLong(4, rules.movementWithinMs());
      add.setLong(5, rules.sameVisitMs());
      add.executeUpdate();
      row = find(station, key.journal());
    }
    if (row == null) {
      throw new SQLException("a journal just begun is not there");
    }
    remembered.put(key, row);
    return row;
  }

  /** The cursor as the database has it; the first number for a journal never heard of. */
  Sequence cursor(int station, JournalId journal) throws SQLException {
    JournalRow row = find(station, journal);
    return row == null ? Sequence.FIRST : row.next();
  }

  private @Nullable JournalRow find(int station, JournalId journal) throws SQLException {
    find.setInt(1, station);
    find.setString(2, journal.value());
    try (ResultSet row = find.executeQuery()) {
      if (!row.next()) {
        return null;
      }
      long beganMs = row.getLong(4);
      OptionalLong began = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(beganMs);
      byte[] folding = row.getBytes(7);
      return new JournalRow(
          row.getLong(1),
          station,
          new Sequence(row.getLong(2)),
          row.getLong(3),
          new VisitRules(row.getLong(5), row.getLong(6)),
          folding == null ? JournalFolds.State.EMPTY : FoldingBytes.read(folding, began));
    }
  }

  /**
   * Moves the cursor from where {@code before} says it is, with the state of the folds if {@code
   * stateChanged}.
   *
   * @return false, and nothing is moved, when it is not there
   */
  boolean move(Key key, JournalRow before, JournalRow after, boolean stateChanged, long nowMs)
      throws SQLException {
    PreparedStatement move = stateChanged ? moveAll : moveCursor;
    int i = 1;
    move.setLong(i++, after.next().value());
    move.setLong(i++, after.lastFact());
    move.setLong(i++, nowMs);
    if (stateChanged) {
      if (after.state().beganMs().isPresent()) {
        move.setLong(i++, after.state().beganMs().getAsLong());
      } else {
        move.setNull(i++, Types.INTEGER);
      }
      move.setBytes(i++, FoldingBytes.write(after.state()));
    }
    move.setLong(i++, before.number());
    move.setLong(i, before.next().value());
    if (move.executeUpdate() != 1) {
      remembered.remove(key);
      return false;
    }
    remembered.put(key, after);
    return true;
  }

  /** To be called when a transaction was rolled back, or another process changed the tables. */
  void forget() {
    remembered.clear();
  }

  @Override
  public void close() throws SQLException {
    find.close();
    add.close();
    moveCursor.close();
    moveAll.close();
  }
}
