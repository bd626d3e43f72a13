package org.yizhan.hub.identity;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A fresh hub database with every migration, in a test's own folder. */
public final class TestDatabase {
  private TestDatabase() {}

  public static Jdbi in(Path folder) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(10_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve("hub.db"));
    Flyway.configure().dataSource(source).load().migrate();
    return Jdbi.create(source);
  }
}
