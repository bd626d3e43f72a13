package org.yizhan.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.edge.journal.Samples.admitted;
import static org.yizhan.edge.journal.Samples.at;
import static org.yizhan.edge.journal.Samples.drain;
import static org.yizhan.edge.journal.Samples.facts;
import static org.yizhan.edge.journal.Samples.open;
import static org.yizhan.edge.journal.Samples.opened;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Fact.Missing;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.MissingReason;

/** Whatever the card does to the file: facts that can be read reach the hub, the rest is named. */
class DamagedJournalTest {
  private static final int FACTS = 2_000;

  @TempDir Path card;

  @Test
  void salvages_all_rows_when_the_header_is_gone() throws IOException {
    JournalId written = write();
    overwrite(0, new byte[100]);

    List<Envelope> sent = sentAfterRestart();

    assertThat(admissions(sent)).hasSize(FACTS);
    assertThat(sent.getFirst().journal()).isEqualTo(written);
    assertThat(setAside()).hasSize(1);
  }

  @Test
  void sets_a_file_aside_that_is_no_database_and_goes_on() throws IOException {
    Files.writeString(file(), "this was a shopping list");

    List<Envelope> sent = sentAfterRestart();

    assertThat(facts(sent)).containsExactly(opened());
    assertThat(setAside()).hasSize(1);
    assertThat(setAside().getFirst()).hasContent("this was a shopping list");
  }

  @Test
  void sets_a_database_of_another_kind_aside() throws IOException, SQLException {
    change("CREATE TABLE fact (text TEXT)");

    List<Envelope> sent = sentAfterRestart();

    assertThat(facts(sent)).containsExactly(opened());
    assertThat(setAside()).hasSize(1);
  }

  @Test
  void salvages_what_a_truncated_file_still_has() throws IOException {
    write();
    long size = Files.size(file());
    try (var truncated = new RandomAccessFile(file().toFile(), "rw")) {
      truncated.setLength(size / 2 / 1024 * 1024 + 300);
    }

    List<Envelope> sent = sentAfterRestart();

    assertThat(admissions(sent).size()).isBetween(FACTS / 3, FACTS - 1);
    assertDense(sent);
    assertThat(setAside()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void loses_no_more_than_the_bytes_that_flipped(long seed) throws IOException {
    write();
    var random = new Random(seed);
    int flips = 1 + random.nextInt(40);
    for (int i = 0; i < flips; i++) {
      flip(random.nextLong(Files.size(file())), random);
    }

    List<Envelope> sent = sentAfterRestart();

    assertThat(admissions(sent).size())
        .as("seed %d, %d flips", seed, flips)
        .isGreaterThanOrEqualTo(FACTS - 12 * flips);
    assertDense(sent);
  }

  @Test
  void names_a_row_unreadable_whose_checksum_is_wrong() throws IOException, SQLException {
    write();
    change("UPDATE fact SET checksum = checksum + 1 WHERE place % 1000 = 7");

    List<Fact> sent = facts(sentAfterRestart());

    List<Fact> gaps = sent.stream().filter(Missing.class::isInstance).toList();
    assertThat(gaps).containsOnly(new Missing(1, MissingReason.UNREADABLE)).hasSize(2);
  }

  @Test
  void sends_facts_as_the_journal_they_were_written_in_whatever_the_list_of_journals_says()
      throws IOException, SQLException {
    JournalId written = write();
    change("UPDATE journal SET id = randomblob(16)");

    List<Envelope> sent = sentAfterRestart();

    assertThat(sent.getFirst().journal()).isEqualTo(written);
    assertThat(admissions(sent)).hasSize(FACTS);
  }

  @Test
  void does_not_believe_a_damaged_row_that_it_stands_a_million_numbers_on()
      throws IOException, SQLException {
    write();
    change("UPDATE fact SET place = place + 1048576 WHERE place = (SELECT max(place) FROM fact)");

    List<Envelope> sent = sentAfterRestart();

    assertThat(admissions(sent)).hasSize(FACTS - 1);
    assertThat(facts(sent)).noneMatch(Missing.class::isInstance);
    assertThat(setAside()).hasSize(1);
  }

  @Test
  void finishes_a_salvage_that_a_power_cut_stopped_between_its_renames() throws IOException {
    write();
    Files.move(file(), card.resolve("salvaged.db"));

    List<Envelope> sent = sentAfterRestart();

    assertThat(admissions(sent)).hasSize(FACTS);
  }

  @Test
  void replaces_a_file_that_breaks_while_it_is_in_use() throws IOException {
    int many = 9_000;
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      for (int i = 0; i < many; i++) {
        journal.append(at(i), admitted(i));
      }
      watch.awaitCommitted(many + 1);
      byte[] junk = new byte[(int) Files.size(file()) / 2];
      new Random(3).nextBytes(junk);
      overwrite(2048, junk);

      for (int i = 0; i < many; i++) {
        journal.append(at(many + i), admitted(many + i));
      }
      journal.append(at(2L * many), opened());
      watch.awaitCommitted(2L * many + 2);

      List<Envelope> sent = drainUntil(journal, opened());
      assertThat(admissions(sent)).hasSizeGreaterThan(many);
      assertDense(sent);
      assertThat(setAside()).isNotEmpty();
    }
  }

  /** Reading may find the damage first: the writer then repairs it, and it is read again. */
  private static List<Envelope> drainUntil(SqliteJournal journal, Fact last) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    List<Envelope> sent = new ArrayList<>();
    while (sent.isEmpty() || !sent.getLast().entries().getLast().fact().equals(last)) {
      assertThat(System.nanoTime()).as("the last fact never came").isLessThan(deadline);
      sent.addAll(drain(journal));
      Thread.onSpinWait();
    }
    return sent;
  }

  private JournalId write() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      for (int i = 0; i < FACTS; i++) {
        journal.append(at(i), admitted(i));
      }
      watch.awaitCommitted(FACTS + 1);
      return journal.id();
    }
  }

  private List<Envelope> sentAfterRestart() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      journal.append(at(0), opened());
      watch.awaitCommitted(2);
      return drainUntil(journal, opened());
    }
  }

  private static List<Fact> admissions(List<Envelope> sent) {
    return facts(sent).stream().filter(Fact.PassAdmitted.class::isInstance).distinct().toList();
  }

  private static void assertDense(List<Envelope> sent) {
    for (int i = 1; i < sent.size(); i++) {
      if (sent.get(i).journal().equals(sent.get(i - 1).journal())) {
        assertThat(sent.get(i).first()).isEqualTo(sent.get(i - 1).next());
      }
    }
  }

  private Path file() {
    return card.resolve(SqliteJournal.FILE_NAME);
  }

  private List<Path> setAside() throws IOException {
    try (Stream<Path> files = Files.list(card)) {
      return files
          .filter(f -> f.getFileName().toString().matches("damaged-\\d{8}T\\d{6}Z.*\\.db"))
          .toList();
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  private void overwrite(long at, byte[] bytes) throws IOException {
    try (var target = new RandomAccessFile(file().toFile(), "rw")) {
      target.seek(at);
      target.write(bytes);
    }
  }

  private void flip(long at, Random random) throws IOException {
    try (var target = new RandomAccessFile(file().toFile(), "rw")) {
      target.seek(at);
      int before = target.read();
      target.seek(at);
      target.write(before ^ (1 << random.nextInt(8)));
    }
  }
}
