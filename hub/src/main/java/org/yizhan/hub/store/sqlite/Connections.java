package org.yizhan.hub.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** How this program speaks to SQLite. */
final class Connections {
  /** How long a writer waits for one in another process, milliseconds. */
  private static final int BUSY_TIMEOUT_MS = 10_000;

  private static final int WRITER_CACHE_KIB = 32 * 1024;
  private static final int READER_CACHE_KIB = 4 * 1024;

  private Connections() {}

  /** A commit on it is on the disk when it returns. */
  static Connection writing(Path file) throws SQLException {
    SQLiteConfig config = common(WRITER_CACHE_KIB);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    // pages of 4 KiB; the usual thousand means copying hot pages again and again
    config.setWalAutocheckpoint(4_000);
    // after a burst the log is cut back to this, bytes
    config.setJournalSizeLimit(64 * 1024 * 1024);
    return config.createConnection(url(file));
  }

  /** Refuses to write. */
  static Connection reading(Path file) throws SQLException {
    SQLiteConfig config = common(READER_CACHE_KIB);
    Connection connection = config.createConnection(url(file));
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath();
  }

  private static SQLiteConfig common(int cacheKib) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setCacheSize(-cacheKib);
    config.setGetGeneratedKeys(false);
    return config;
  }
}
