package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.store.JournalFolds;
import org.yizhan.hub.store.StoreException;
import org.yizhan.hub.visits.VisitRules;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.WireCodec;
import org.yizhan.wire.WireException;

/**
 * Folds all facts again in the order of their arrival, in one transaction: after an upgrade that
 * understands more of them, or to check that every number can be recomputed. Journals whose facts
 * were dropped by retention keep the visits that were folded from them.
 */
public final class Refold {
  /** Changes gathered before they are written. */
  private static final int FACTS_PER_FLUSH = 10_000;

  private static final String[] CLEAR = {
    "DELETE FROM visit WHERE journal IN (SELECT number FROM journal WHERE forgotten = 0)",
    "DELETE FROM stock_movement WHERE journal IN (SELECT number FROM journal WHERE forgotten = 0)",
    "DELETE FROM stock_level",
    "DELETE FROM matter_step",
    "DELETE FROM matter",
    "DELETE FROM loan_event",
    "DELETE FROM duty_signed",
    "DELETE FROM visit_hour",
    // hours of journals that cannot be folded again, from their visits
    "INSERT INTO visit_hour (station, hour, pass_and_door, pass_only, sensor_only)"
        + " SELECT j.station, v.began_ms / 3600000, sum(v.evidence = 'PASS_AND_DOOR'),"
        + " sum(v.evidence = 'PASS_ONLY'), sum(v.evidence = 'SENSOR_ONLY')"
        + " FROM visit v JOIN journal j ON j.number = v.journal"
        + " WHERE v.began_ms IS NOT NULL AND v.evidence <> 'ADMISSION_ONLY' GROUP BY 1, 2",
  };

  private final Connection connection;
  private final Map<Long, Journal> journals = new HashMap<>();
  private long facts;
  private long unread;

  private Refold(Connection connection) {
    this.connection = connection;
  }

  private record Journal(JournalRow row, JournalFolds folds) {}

  /** How many rows were folded, and how many of them are still not understood. */
  public record Outcome(long facts, long unread) {}

  /**
   * Runs it; nobody else can write meanwhile.
   *
   * @throws StoreException when it could not be done; then everything is as it was
   */
  public static Outcome run(HubDatabase database) {
    return database.write(
        handle -> {
          try {
            Refold refold = new Refold(handle.getConnection());
            refold.run();
            return new Outcome(refold.facts, refold.unread);
          } catch (SQLException e) {
            throw new StoreException(
                "cannot fold the facts in "
                    + database.file()
                    + " again ("
                    + e.getMessage()
                    + "); nothing was changed",
                e);
          }
        });
  }

  private void run() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : CLEAR) {
        statement.execute(sql);
      }
    }
    loadJournals();
    try (FoldedRows rows = new FoldedRows(connection);
        Statement statement = connection.createStatement();
        ResultSet fact =
            statement.executeQuery("SELECT id, journal, body, trouble FROM fact ORDER BY id")) {
      while (fact.next()) {
        take(
            fact.getLong(1),
            journals.get(fact.getLong(2)),
            fact.getBytes(3),
            fact.getString(4) != null,
            rows);
        if (++facts % FACTS_PER_FLUSH == 0) {
          rows.flush();
        }
      }
      rows.touchAllStock();
      rows.flush();
    }
    saveStates();
  }

  private void take(
      long id, @Nullable Journal journal, byte[] body, boolean trouble, FoldedRows rows)
      throws SQLException {
    if (journal == null) {
      // of a journal whose earlier facts were dropped: what was folded from it stays as it is
      return;
    }
    if (trouble) {
      unread++;
      return;
    }
    try {
      journal.folds.fold(id, WireCodec.readEntry(body));
    } catch (WireException e) {
      unread++;
      return;
    }
    rows.take(journal.row, journal.folds.takeChanges());
  }

  private void loadJournals() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT number, station, next, last_fact, movement_within_ms, same_visit_ms"
                    + " FROM journal WHERE forgotten = 0")) {
      while (row.next()) {
        VisitRules rules = new VisitRules(row.getLong(5), row.getLong(6));
        JournalRow journal =
            new JournalRow(
                row.getLong(1),
                row.getInt(2),
                new Sequence(row.getLong(3)),
                row.getLong(4),
                rules,
                JournalFolds.State.EMPTY);
        journals.put(
            journal.number(),
            new Journal(journal, new JournalFolds(rules, JournalFolds.State.EMPTY)));
      }
    }
  }

  private void saveStates() throws SQLException {
    try (PreparedStatement save =
        connection.prepareStatement(
            "UPDATE journal SET began_ms = ?, folding = ? WHERE number = ?")) {
      for (Journal journal : journals.values()) {
        JournalFolds.State state = journal.folds.state();
        if (state.beganMs().isPresent()) {
          save.setLong(1, state.beganMs().getAsLong());
        } else {
          save.setNull(1, Types.INTEGER);
        }
        save.setBytes(2, journal.folds.stateChanged() ? FoldingBytes.write(state) : null);
        save.setLong(3, journal.row.number());
        save.executeUpdate();
      }
    }
  }
}
