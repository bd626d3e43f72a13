package org.yizhan.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.edge.journal.Samples.DAY_MS;
import static org.yizhan.edge.journal.Samples.admitted;
import static org.yizhan.edge.journal.Samples.at;
import static org.yizhan.edge.journal.Samples.climate;
import static org.yizhan.edge.journal.Samples.drain;
import static org.yizhan.edge.journal.Samples.facts;
import static org.yizhan.edge.journal.Samples.limits;
import static org.yizhan.edge.journal.Samples.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Fact.Missing;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.MissingReason;
import org.yizhan.wire.Sequence;

/** How long facts stay on the card, and what goes first when it is full. */
class JournalLimitsTest {
  private static final long SMALL_CARD = 256 * 1024;

  @TempDir Path card;

  @Test
  void forgets_acknowledged_facts_after_thirty_days() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      appendDays(journal, watch, 0, 45);

      JournalRange held = journal.held().getFirst();

      long days = held.next().value() - held.first().value();
      assertThat(days).isBetween(30L, 32L);
    }
  }

  @Test
  void keeps_what_is_not_acknowledged_however_old() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      for (int day = 0; day < 100; day++) {
        Sequence given = journal.append(at(day * DAY_MS), admitted(day));
        watch.awaitCommitted(given.value() + 1);
      }

      assertThat(journal.held().getFirst().first()).isEqualTo(Sequence.FIRST);
      assertThat(facts(drain(journal))).hasSize(100);
    }
  }

  @Test
  void says_expired_to_a_hub_that_asks_for_what_was_forgotten() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      appendDays(journal, watch, 0, 45);
      long first = journal.held().getFirst().first().value();

      journal.acknowledge(journal.id(), Sequence.FIRST);

      List<Fact> sent = facts(drain(journal));
      assertThat(sent.getFirst()).isEqualTo(new Missing(first - 1, MissingReason.EXPIRED));
      assertThat(sent.get(1)).isEqualTo(admitted(first - 1));
    }
  }

  @Test
  void never_forgets_by_a_clock_that_is_not_trusted() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      for (int day = 0; day < 60; day++) {
        var guess = new org.yizhan.wire.Moment(day * DAY_MS, day * DAY_MS, false);
        Sequence given = journal.append(guess, admitted(day));
        watch.awaitCommitted(given.value() + 1);
        journal.acknowledge(journal.id(), given.plus(1));
      }

      assertThat(journal.held().getFirst().first()).isEqualTo(Sequence.FIRST);
    }
  }

  @Test
  void sheds_measurements_from_a_full_card_and_says_so_and_keeps_entries() throws IOException {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card, limits(10_000, SMALL_CARD))) {
      journal.listen(watch);
      int entries = 600;
      for (int i = 0; i < entries; i++) {
        journal.append(at(i), admitted(i));
        for (int k = 0; k < 4; k++) {
          journal.append(at(i), climate());
        }
      }
      watch.awaitCommitted(entries * 5 + 1);

      List<Envelope> sent = drain(journal);

      List<Fact> facts = facts(sent);
      assertThat(facts.stream().filter(Fact.PassAdmitted.class::isInstance)).hasSize(entries);
      assertThat(facts).anyMatch(JournalLimitsTest::isShed);
      assertThat(sent.getLast().next()).isEqualTo(new Sequence(entries * 5 + 1));
      assertThat(Files.size(card.resolve(SqliteJournal.FILE_NAME))).isLessThan(2 * SMALL_CARD);
    }
  }

  @Test
  void sheds_even_entries_rather_than_grow_without_end() throws IOException {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card, limits(10_000, SMALL_CARD))) {
      journal.listen(watch);
      int entries = 6_000;
      for (int i = 0; i < entries; i++) {
        journal.append(at(i), admitted(i));
      }
      watch.awaitCommitted(entries + 1);

      List<Fact> facts = facts(drain(journal));

      assertThat(facts.getFirst()).matches(JournalLimitsTest::isShed);
      assertThat(facts.getLast()).isEqualTo(admitted(entries - 1));
      assertThat(Files.size(card.resolve(SqliteJournal.FILE_NAME))).isLessThan(2 * SMALL_CARD);
    }
  }

  @Test
  void sheds_from_memory_when_the_card_takes_nothing() throws IOException {
    Path notAFolder = Files.writeString(card.resolve("journal"), "");
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(notAFolder, limits(10, SMALL_CARD))) {
      journal.listen(watch);
      watch.awaitFailure();
      for (int i = 0; i < 8; i++) {
        journal.append(at(i), admitted(i));
        journal.append(at(i), climate());
      }
      Files.delete(notAFolder);
      watch.awaitCommitted(17);

      List<Fact> facts = facts(drain(journal));

      assertThat(facts.stream().filter(Fact.PassAdmitted.class::isInstance)).hasSize(8);
      assertThat(facts.stream().filter(Fact.ClimateMeasured.class::isInstance)).hasSize(2);
    }
  }

  @Test
  void tells_who_listens_late_of_a_failure_that_stands() throws IOException {
    Path notAFolder = Files.writeString(card.resolve("journal"), "");
    var early = new JournalWatch();
    var late = new JournalWatch();
    try (SqliteJournal journal = open(notAFolder, limits(10, SMALL_CARD))) {
      journal.listen(early);
      early.awaitFailure();

      journal.listen(late);

      assertThat(late.failures()).isEqualTo(early.failures());
    }
  }

  private static boolean isShed(Fact fact) {
    return fact instanceof Missing missing && missing.reason() == MissingReason.SHED;
  }

  private static void appendDays(SqliteJournal journal, JournalWatch watch, int from, int to) {
    for (int day = from; day < to; day++) {
      Sequence given = journal.append(at(day * DAY_MS), admitted(day));
      watch.awaitCommitted(given.value() + 1);
      journal.acknowledge(journal.id(), given.plus(1));
    }
  }
}
