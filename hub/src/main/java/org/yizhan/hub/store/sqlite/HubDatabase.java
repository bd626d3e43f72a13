package org.yizhan.hub.store.sqlite;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.yizhan.hub.store.StoreException;

/**
 * One hub's database file, open. Everybody in this process who writes does so through {@link
 * #write} (one connection, one writer at a time, {@code synchronous=FULL}); everybody may read at
 * once through {@link #reader}. Other processes (the command line beside a running hub) may open
 * the same file.
 */
public final class HubDatabase implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HubDatabase.class.getName());

  private final Path file;
  private final Connection connection;
  private final Jdbi writer;
  private final LentConnections readings;
  private final Jdbi reader;
  private final ReentrantLock lock = new ReentrantLock(true);

  private HubDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.writer = Jdbi.create(connection);
    // transactions are begun and ended here, around the handle, not by it
    this.writer.getConfig(Handles.class).setForceEndTransactions(false);
    this.readings = new LentConnections(() -> Connections.reading(file));
    this.reader = Jdbi.create(readings);
  }

  /**
   * Opens the file, making it when it does not exist and bringing an older schema up to date.
   *
   * @throws StoreException with one sentence for the operator when the file is damaged, is not a
   *     hub's database, is from a newer hub, or cannot be written
   */
  public static HubDatabase open(Path file) {
    return Opening.run(
        file,
        () -> {
          Migrations.bringUpToDate(file);
          Connection connection = Connections.writing(file);
          try {
            return new HubDatabase(file, connection);
          } catch (RuntimeException e) {
            connection.close();
            throw e;
          }
        });
  }

  /** Where the database lies. */
  public Path file() {
    return file;
  }

  /** For questions only: its connections refuse to write. Any thread, several at once. */
  public Jdbi reader() {
    return reader;
  }

  /**
   * Runs {@code work} in one transaction that holds the write lock from its start, and commits it;
   * what it throws rolls back. Any thread, one at a time: keep it short, facts wait meanwhile.
   */
  public <R> R write(Work<R> work) {
    lock.lock();
    try {
      begin();
      R result;
      try (Handle handle = writer.open()) {
        result = work.run(handle);
      }
      commit();
      return result;
    } catch (SQLException e) {
      throw new StoreException(
          "cannot write to " + file + " (" + e.getMessage() + "); nothing was changed", e);
    } finally {
      rollBack();
      lock.unlock();
    }
  }

  /** The same as {@link #write}, for work that answers nothing. */
  public void change(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Work<R> {
    R run(Handle handle);
  }

  /**
   * Writes a consistent copy of the database as it is now, while others go on reading and writing.
   *
   * @param copy must not exist yet
   * @throws StoreException when the copy cannot be written; a part of it may be left
   */
  public void backUpTo(Path copy) {
    Backup.run(file, copy);
  }

  /** For the fact store, which prepares its statements once; only to be used under the lock. */
  Connection connection() {
    return connection;
  }

  ReentrantLock lock() {
    return lock;
  }

  /** Starts a transaction that holds the write lock; the caller has {@link #lock}. */
  void begin() throws SQLException {
    connection.setAutoCommit(false); // begins at once, IMMEDIATE by the connection's configuration
  }

  /** Work in the transaction that {@link #begin} began. */
  void within(Consumer<Handle> work) {
    try (Handle handle = writer.open()) {
      work.accept(handle);
    }
  }

  void commit() throws SQLException {
    connection.setAutoCommit(true); // commits
  }

  /** Ends a transaction that went wrong, whether or not it had begun. */
  void rollBack() {
    try {
      if (!connection.getAutoCommit()) {
        execute("ROLLBACK");
        connection.setAutoCommit(true); // commits nothing, which SQLite refuses; the mode is set
      }
    } catch (SQLException nothingLeftToUndo) {
      LOG.log(Level.DEBUG, "after a rollback", nothingLeftToUndo);
    }
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException notBegun) {
      LOG.log(Level.DEBUG, sql, notBegun);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      readings.close();
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("cannot close " + file + " (" + e.getMessage() + ")", e);
    } finally {
      lock.unlock();
    }
  }
}
