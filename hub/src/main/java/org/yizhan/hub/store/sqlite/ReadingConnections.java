package org.yizhan.hub.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;

/** A few connections for questions, kept open and lent out one by one. */
final class ReadingConnections implements ConnectionFactory, AutoCloseable {
  static final int CONNECTIONS_MAX = 8;
  private static final int WAIT_SECONDS_MAX = 10;

  private final Path file;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore free = new Semaphore(CONNECTIONS_MAX);
  private volatile boolean closed;

  ReadingConnections(Path file) {
    this.file = file;
  }

  @Override
  public Connection openConnection() throws SQLException {
    waitForRoom();
    try {
      Connection connection = idle.pollFirst();
      return connection != null ? connection : Connections.reading(file);
    } catch (SQLException | RuntimeException e) {
      free.release();
      throw e;
    }
  }

  private void waitForRoom() throws SQLException {
    try {
      if (closed || !free.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new SQLException(
            closed
                ? "the database was closed"
                : "all " + CONNECTIONS_MAX + " reading connections are busy; ask again later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for a reading connection", e);
    }
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    try {
      if (closed || connection.isClosed() || !connection.getAutoCommit()) {
        connection.close();
      } else {
        idle.addFirst(connection);
      }
    } finally {
      free.release();
    }
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    Connection connection;
    while ((connection = idle.pollFirst()) != null) {
      connection.close();
    }
  }
}
