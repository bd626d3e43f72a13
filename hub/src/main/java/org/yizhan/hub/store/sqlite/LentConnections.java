package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;

/** A few connections, kept open and lent out one by one. */
final class LentConnections implements ConnectionFactory, AutoCloseable {
  static final int CONNECTIONS_MAX = 8;
  private static final int WAIT_SECONDS_MAX = 10;

  private final Opening.Step<Connection> opener;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore free = new Semaphore(CONNECTIONS_MAX);
  private volatile boolean closed;

  /**
   * @param opener opens one more
   */
  LentConnections(Opening.Step<Connection> opener) {
    this.opener = opener;
  }

  @Override
  public Connection openConnection() throws SQLException {
    waitForRoom();
    try {
      Connection connection = idle.pollFirst();
      return connection != null ? connection : opener.run();
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
                : "all " + CONNECTIONS_MAX + " connections are busy; ask again later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for a connection", e);
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
