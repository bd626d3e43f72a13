package org.yizhan.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The fastest that SQLite takes the same rows of facts: read from the hub's own file, written to a
 * file beside it by one thread with prepared statements and nothing else to do, in group commits as
 * large as the hub's, each one synced as the hub's are.
 */
final class RowCeiling {
  /** As many rows share a commit, as in the hub's largest group. */
  static final int ROWS_PER_COMMIT = 4_000;

  private static final int ROWS_MAX = 1_000_000;

  @SuppressWarnings("ArrayRecordComponent") // read once, written once
  private record Row(long journal, long sequence, long previous, byte[] body) {}

  private RowCeiling() {}

  /** Rows a second. */
  static double measure(Path hubDatabase, Path scratch) {
    try {
      return write(read(hubDatabase), scratch);
    } catch (SQLException e) {
      throw new BenchException("the ceiling cannot be measured: " + e.getMessage(), e);
    }
  }

  private static List<Row> read(Path file) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet fact =
            statement.executeQuery(
                "SELECT journal, sequence, previous, body FROM fact ORDER BY id LIMIT "
                    + ROWS_MAX)) {
      while (fact.next()) {
        rows.add(new Row(fact.getLong(1), fact.getLong(2), fact.getLong(3), fact.getBytes(4)));
      }
    }
    return rows;
  }

  private static double write(List<Row> rows, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA wal_autocheckpoint = 4000");
      statement.execute("PRAGMA cache_size = -32768");
      statement.execute(
          "CREATE TABLE fact (id INTEGER PRIMARY KEY, journal INTEGER NOT NULL, sequence INTEGER"
              + " NOT NULL, previous INTEGER NOT NULL, body BLOB NOT NULL, count INTEGER, trouble"
              + " TEXT) STRICT");
      connection.setAutoCommit(false);
      long begun = System.nanoTime();
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO fact (id, journal, sequence, previous, body) VALUES (?, ?, ?, ?, ?)")) {
        long id = 0;
        for (Row row : rows) {
          insert.setLong(1, ++id);
          insert.setLong(2, row.journal());
          insert.setLong(3, row.sequence());
          insert.setLong(4, row.previous());
          insert.setBytes(5, row.body());
          insert.addBatch();
          if (id % ROWS_PER_COMMIT == 0) {
            insert.executeBatch();
            connection.commit();
          }
        }
        insert.executeBatch();
        connection.commit();
      }
      return rows.size() / ((System.nanoTime() - begun) / 1e9);
    }
  }
}
