package org.yizhan.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;
  private HubDatabase database;

  @BeforeEach
  void open() {
    database = HubDatabase.open(folder.resolve("hub.db"));
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO station (number, id, name_zh, name_en, place, profile_yaml,"
                    + " profile_revision, added_ms) VALUES (1, 'kiosk-1', 'a', 'a', 'a', '', 0,"
                    + " 0)"));
    journal(1, NOW.minus(Duration.ofDays(40)), 3);
    journal(2, NOW.minus(Duration.ofDays(1)), 2);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void facts_of_a_journal_long_over_are_dropped_and_its_visits_stay() {
    long dropped = Retention.forget(database, NOW.minus(Duration.ofDays(30)));

    assertThat(dropped).isEqualTo(3);
    assertThat(numbers("SELECT DISTINCT journal FROM fact")).containsExactly(2L);
    assertThat(numbers("SELECT journal FROM visit ORDER BY journal")).containsExactly(1L, 2L);
  }

  @Test
  void what_was_forgotten_is_not_looked_for_again() {
    Retention.forget(database, NOW.minus(Duration.ofDays(30)));

    assertThat(Retention.forget(database, NOW.minus(Duration.ofDays(30)))).isZero();
  }

  @Test
  void folding_again_keeps_the_visits_of_a_forgotten_journal() {
    Retention.forget(database, NOW.minus(Duration.ofDays(30)));

    Refold.run(database);

    assertThat(numbers("SELECT journal FROM visit")).contains(1L);
  }

  private void journal(int number, Instant heard, int facts) {
    database.change(
        handle -> {
          handle.execute(
              "INSERT INTO journal (number, station, id, next, last_fact, heard_ms,"
                  + " movement_within_ms, same_visit_ms) VALUES (?, 1, ?, ?, ?, ?, 15000, 600000)",
              number,
              Integer.toString(number).repeat(32),
              facts + 1,
              facts,
              heard.toEpochMilli());
          for (int fact = 1; fact <= facts; fact++) {
            handle.execute(
                "INSERT INTO fact (journal, sequence, previous, body) VALUES (?, ?, 0, ?)",
                number,
                fact,
                "{\"at\":[%d000,0,false],\"type\":\"door-opened\"}"
                    .formatted(fact)
                    .getBytes(StandardCharsets.UTF_8));
          }
          handle.execute(
              "INSERT INTO visit (number, journal, began_since_ms, evidence)"
                  + " SELECT 16 * min(id), journal, 1000, 'PASS_AND_DOOR' FROM fact"
                  + " WHERE journal = ?",
              number);
        });
  }

  private List<Long> numbers(String sql) {
    return database.reader().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).list());
  }
}
