package org.yizhan.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.store.StoreException;

class HubDatabaseTest {
  @TempDir private Path folder;

  @Test
  void makes_a_new_file_with_the_newest_schema_and_opens_it_again() throws SQLException {
    Path file = folder.resolve("hub.db");
    try (HubDatabase database = HubDatabase.open(file)) {
      assertThat(stations(database)).isZero();
      addStation(database, "kiosk-1");
    }

    try (HubDatabase again = HubDatabase.open(file)) {
      assertThat(stations(again)).isEqualTo(1);
    }

    try (Connection plain = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = plain.createStatement();
        var row = statement.executeQuery("PRAGMA user_version")) {
      assertThat(row.getInt(1)).isEqualTo(Migrations.newestKnown()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void brings_an_older_schema_up_to_date_and_keeps_what_is_in_it() throws SQLException {
    Path file = folder.resolve("hub.db");
    try (HubDatabase database = HubDatabase.open(file)) {
      addStation(database, "kiosk-1");
    }
    execute(file, "PRAGMA user_version = 1");

    try (HubDatabase database = HubDatabase.open(file)) {
      assertThat(stations(database)).isEqualTo(1);
    }
  }

  @Test
  void refuses_what_is_not_a_database_with_one_clear_sentence() throws IOException {
    Path file = folder.resolve("hub.db");
    Files.writeString(file, "This is a letter, not a database. ".repeat(100));

    assertThatThrownBy(() -> HubDatabase.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("not a SQLite database")
        .hasMessageContaining("restore");
  }

  @Test
  void refuses_the_database_of_another_program() throws SQLException {
    Path file = folder.resolve("hub.db");
    execute(file, "CREATE TABLE recipes (name TEXT)");

    assertThatThrownBy(() -> HubDatabase.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not a hub's");
  }

  @Test
  void refuses_a_newer_hub_s_database_and_leaves_it_as_it_is() throws SQLException, IOException {
    Path file = folder.resolve("hub.db");
    HubDatabase.open(file).close();
    execute(file, "PRAGMA user_version = 999");
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> HubDatabase.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer hub")
        .hasMessageContaining("999");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void refuses_a_damaged_file_with_the_remedy() throws IOException {
    Path file = folder.resolve("hub.db");
    HubDatabase.open(file).close();
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, 100, bytes.length, (byte) 0x5A);
    Files.write(file, bytes);

    assertThatThrownBy(() -> HubDatabase.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("restore");
  }

  @Test
  void what_throws_in_a_transaction_leaves_nothing_behind() {
    try (HubDatabase database = HubDatabase.open(folder.resolve("hub.db"))) {
      assertThatThrownBy(
              () ->
                  database.write(
                      handle -> {
                        handle.execute(ADD, "kiosk-1");
                        throw new IllegalStateException("changed my mind");
                      }))
          .hasMessage("changed my mind");

      assertThat(stations(database)).isZero();
      addStation(database, "kiosk-2");
      assertThat(stations(database)).isEqualTo(1);
    }
  }

  @Test
  void readers_cannot_write() {
    try (HubDatabase database = HubDatabase.open(folder.resolve("hub.db"))) {
      assertThatThrownBy(
              () -> database.reader().useHandle(handle -> handle.execute(ADD, "kiosk-1")))
          .hasMessageContaining("readonly");
    }
  }

  @Test
  void a_backup_is_complete_while_the_database_is_in_use() {
    Path copy = folder.resolve("copy.db");
    try (HubDatabase database = HubDatabase.open(folder.resolve("hub.db"))) {
      addStation(database, "kiosk-1");

      database.backUpTo(copy);
      addStation(database, "kiosk-2");
    }

    try (HubDatabase restored = HubDatabase.open(copy)) {
      assertThat(stations(restored)).isEqualTo(1);
    }
  }

  @Test
  void a_backup_never_overwrites_a_file() throws IOException {
    Path copy = folder.resolve("copy.db");
    Files.writeString(copy, "dear");
    try (HubDatabase database = HubDatabase.open(folder.resolve("hub.db"))) {
      assertThatThrownBy(() -> database.backUpTo(copy)).hasMessageContaining("exists already");
    }

    assertThat(copy).hasContent("dear");
  }

  private static final String ADD =
      "INSERT INTO station (id, name_zh, name_en, place, profile_yaml, profile_revision, added_ms)"
          + " VALUES (?, '驿站', 'station', 'shandong', '', 1, 0)";

  private static void addStation(HubDatabase database, String id) {
    database.write(handle -> handle.execute(ADD, id));
  }

  private static int stations(HubDatabase database) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM station").mapTo(Integer.class).one());
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Connection plain = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = plain.createStatement()) {
      statement.execute(sql);
    }
  }
}
