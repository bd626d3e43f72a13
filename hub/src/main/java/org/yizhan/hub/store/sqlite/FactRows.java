package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.Sequence;

/** Appends facts at the end of table {@code fact}, many rows at a time. */
final class FactRows implements AutoCloseable {
  /** JDBC holds a batch in memory; this bounds it. */
  private static final int BATCH_MAX = 1_000;

  private final PreparedStatement newest;
  private final PreparedStatement append;
  private final PreparedStatement appendUnreadable;
  private long nextId;
  private int waiting;

  FactRows(Connection connection) throws SQLException {
    newest =
        connection.prepareStatement(
            // above visits as well, whose facts retention may have dropped
            "SELECT max(coalesce((SELECT max(id) FROM fact), 0),"
                + " coalesce((SELECT max(number) / 16 FROM visit), 0))");
    append =
        connection.prepareStatement(
            "INSERT INTO fact (id, journal, sequence, previous, body) VALUES (?, ?, ?, ?, ?)");
    appendUnreadable =
        connection.prepareStatement(
            "INSERT INTO fact (id, journal, sequence, previous, body, count, trouble) VALUES (?, ?,"
                + " ?, ?, ?, ?, ?)");
  }

  /** To be called first in a transaction: ids go on from the newest in the table. */
  void begin() throws SQLException {
    append.clearBatch();
    waiting = 0;
    try (ResultSet row = newest.executeQuery()) {
      row.next();
      nextId = row.getLong(1) + 1;
    }
  }

  /** The id the next appended fact will have. */
  long nextId() {
    return nextId;
  }

  /** Appends one fact and answers its id. */
  long append(long journal, Sequence sequence, long previous, byte[] body) throws SQLException {
    long id = nextId++;
    append.setLong(1, id);
    append.setLong(2, journal);
    append.setLong(3, sequence.value());
    append.setLong(4, previous);
    append.setBytes(5, body);
    append.addBatch();
    if (++waiting == BATCH_MAX) {
      flush();
    }
    return id;
  }

  void appendUnreadable(
      long journal, Sequence from, long previous, EnvelopeLabel label, byte[] body, String trouble)
      throws SQLException {
    appendUnreadable.setLong(1, nextId++);
    appendUnreadable.setLong(2, journal);
    appendUnreadable.setLong(3, from.value());
    appendUnreadable.setLong(4, previous);
    appendUnreadable.setBytes(5, body);
    appendUnreadable.setLong(6, label.next().value() - from.value());
    appendUnreadable.setString(7, trouble);
    appendUnreadable.executeUpdate();
  }

  void flush() throws SQLException {
    if (waiting > 0) {
      append.executeBatch();
      waiting = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    newest.close();
    append.close();
    appendUnreadable.close();
  }
}
