package org.yizhan.hub.store.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.store.FactStore;
import org.yizhan.hub.store.FactStoreContract;
import org.yizhan.hub.store.Readings;

class SqliteFactStoreTest implements FactStoreContract {
  @TempDir private Path folder;
  private HubDatabase database;
  private FactStore store;

  @BeforeEach
  void open() {
    database = HubDatabase.open(folder.resolve("hub.db"));
    store = SqliteFactStore.on(database, InstantSource.fixed(HOUR));
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @Override
  public FactStore store() {
    return store;
  }

  @Override
  public Readings readings() {
    return new SqliteReadings(database);
  }

  @Override
  public void restart() {
    close();
    open();
  }
}
