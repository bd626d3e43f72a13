package org.yizhan.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.edge.journal.Samples.admitted;
import static org.yizhan.edge.journal.Samples.at;
import static org.yizhan.edge.journal.Samples.climate;
import static org.yizhan.edge.journal.Samples.drain;
import static org.yizhan.edge.journal.Samples.facts;
import static org.yizhan.edge.journal.Samples.open;
import static org.yizhan.edge.journal.Samples.opened;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Sequence;

class SqliteJournalTest {
  @TempDir Path card;

  @Test
  void numbers_facts_densely_from_one() {
    try (SqliteJournal journal = open(card)) {

      Sequence first = journal.append(at(0), opened());
      Sequence second = journal.append(at(1), admitted(1));
      Sequence third = journal.append(at(2), climate());

      assertThat(List.of(first, second, third))
          .containsExactly(new Sequence(1), new Sequence(2), new Sequence(3));
    }
  }

  @Test
  void gives_back_what_was_appended_once_it_is_durable() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      journal.append(at(0), opened());
      journal.append(at(5), admitted(7));
      watch.awaitCommitted(3);

      Envelope envelope = journal.readUnacknowledged(500).orElseThrow();

      assertThat(envelope.journal()).isEqualTo(journal.id());
      assertThat(envelope.first()).isEqualTo(Sequence.FIRST);
      assertThat(envelope.entries())
          .containsExactly(new Entry(at(0), opened()), new Entry(at(5), admitted(7)));
      assertThat(journal.backlog()).isEqualTo(2);
      assertThat(journal.held())
          .containsExactly(new JournalRange(journal.id(), Sequence.FIRST, new Sequence(3)));
    }
  }

  @Test
  void begins_a_new_journal_at_every_start_and_drains_the_oldest_first() {
    JournalId before;
    try (SqliteJournal journal = open(card)) {
      before = journal.id();
      journal.append(at(0), admitted(1));
    }
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      journal.append(at(0), admitted(2));
      watch.awaitCommitted(2);

      List<Envelope> sent = drain(journal);

      assertThat(sent).extracting(Envelope::journal).containsExactly(before, journal.id());
      assertThat(facts(sent)).containsExactly(admitted(1), admitted(2));
      assertThat(journal.backlog()).isZero();
    }
  }

  @Test
  void moves_the_watermark_back_for_a_restored_hub_and_forward_again() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      for (int i = 1; i <= 10; i++) {
        journal.append(at(i), admitted(i));
      }
      watch.awaitCommitted(11);
      journal.acknowledge(journal.id(), new Sequence(11));

      journal.acknowledge(journal.id(), new Sequence(4));

      assertThat(journal.backlog()).isEqualTo(7);
      assertThat(facts(drain(journal))).hasSize(7).startsWith(admitted(4));
      assertThat(journal.readUnacknowledged(500)).isEmpty();
    }
  }

  @Test
  void takes_a_number_beyond_its_last_as_everything_and_an_unknown_journal_as_nothing() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      journal.append(at(0), opened());
      journal.append(at(1), admitted(1));
      watch.awaitCommitted(3);

      journal.acknowledge(new JournalId("0".repeat(32)), new Sequence(3));
      long afterUnknown = journal.backlog();
      journal.acknowledge(journal.id(), new Sequence(1_000));

      assertThat(afterUnknown).isEqualTo(2);
      assertThat(journal.backlog()).isZero();
    }
  }

  @Test
  void keeps_watermarks_over_a_clean_end() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      journal.append(at(0), admitted(1));
      journal.append(at(0), admitted(2));
      watch.awaitCommitted(3);
      journal.acknowledge(journal.id(), new Sequence(2));
    }
    var again = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(again);
      journal.append(at(0), opened());
      again.awaitCommitted(2);

      assertThat(facts(drain(journal))).containsExactly(admitted(2), opened());
    }
  }

  @Test
  void flushes_measurements_that_still_wait_when_closed() {
    try (SqliteJournal journal = open(card)) {
      journal.append(at(0), climate());
    }
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      journal.append(at(0), opened());
      watch.awaitCommitted(2);

      assertThat(facts(drain(journal))).containsExactly(climate(), opened());
    }
  }

  @Test
  void cuts_envelopes_at_the_size_asked_for() {
    var watch = new JournalWatch();
    try (SqliteJournal journal = open(card)) {
      journal.listen(watch);
      for (int i = 1; i <= 1_200; i++) {
        journal.append(at(i), admitted(i));
      }
      watch.awaitCommitted(1_201);

      List<Envelope> sent = drain(journal);

      assertThat(sent).extracting(e -> e.entries().size()).containsExactly(500, 500, 200);
      assertThat(sent)
          .extracting(Envelope::first)
          .containsExactly(new Sequence(1), new Sequence(501), new Sequence(1_001));
    }
  }
}
