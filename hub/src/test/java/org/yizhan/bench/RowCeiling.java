package org.yizhan.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yizhan.hub.store.sqlite.HubDatabase;

/**
 * The fastest that SQLite takes the rows a hub wrote: by one thread, with prepared statements, in
 * groups as large as the hub's were on average, each commit synced as the hub's are; no network, no
 * reading, no folding, everything in memory beforehand.
 */
final class RowCeiling {
  private RowCeiling() {}

  /**
   * Facts a second.
   *
   * @param scratch a file that does not exist yet, on the same disk
   */
  static double measure(Path hubDatabase, int factsPerEnvelope, int factsPerGroup, Path scratch) {
    try {
      List<KeptRows.Group> groups =
          KeptRows.read(hubDatabase, factsPerEnvelope, Math.max(1, factsPerGroup));
      HubDatabase.open(scratch).close();
      return write(groups, KeptRows.journals(hubDatabase), scratch);
    } catch (SQLException e) {
      throw new BenchException("the ceiling cannot be measured: " + e.getMessage(), e);
    }
  }

  private static double write(List<KeptRows.Group> groups, List<Long> journals, Path file)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA wal_autocheckpoint = 4000");
      statement.execute("PRAGMA cache_size = -32768");
      connection.setAutoCommit(false);
      for (long number : journals) {
        statement.executeUpdate(
            "INSERT INTO journal (number, station, id, next, heard_ms, movement_within_ms,"
                + " same_visit_ms) VALUES ("
                + number
                + ", 1, "
                + number
                + ", 1, 0, 0, 0)");
      }
      connection.commit();
      Map<KeptRows.Sql, PreparedStatement> statements = prepare(connection);
      long facts = 0;
      long begun = System.nanoTime();
      for (KeptRows.Group group : groups) {
        write(group, statements);
        connection.commit();
        facts += group.facts();
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      for (PreparedStatement prepared : statements.values()) {
        prepared.close();
      }
      return facts / seconds;
    }
  }

  private static Map<KeptRows.Sql, PreparedStatement> prepare(Connection connection)
      throws SQLException {
    Map<KeptRows.Sql, PreparedStatement> statements = new EnumMap<>(KeptRows.Sql.class);
    for (KeptRows.Sql sql : KeptRows.Sql.values()) {
      statements.put(sql, connection.prepareStatement(sql.text()));
    }
    return statements;
  }

  private static void write(KeptRows.Group group, Map<KeptRows.Sql, PreparedStatement> statements)
      throws SQLException {
    for (KeptRows.Row row : group.rows()) {
      PreparedStatement statement = Objects.requireNonNull(statements.get(row.sql()));
      for (int i = 0; i < row.values().length; i++) {
        statement.setObject(i + 1, row.values()[i]);
      }
      statement.addBatch();
    }
    for (PreparedStatement statement : statements.values()) {
      statement.executeBatch();
    }
  }
}
