package org.yizhan.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.edge.journal.Samples.at;
import static org.yizhan.edge.journal.Samples.climate;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.edge.journal.JournalWatch;
import org.yizhan.edge.journal.Samples;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.edge.uplink.Outbox.Sending;
import org.yizhan.pass.PassKind;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Order.Acknowledge;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.Visitor;

class OutboxTest {
  @TempDir Path card;

  private final JournalWatch watch = new JournalWatch();
  private SqliteJournal journal;
  private Outbox outbox;
  private long appended = 1;

  /** Where nothing watches the door an admission counts by itself, and goes at once. */
  private static Fact admitted(int who) {
    return new Fact.PassAdmitted(new Visitor("%016x".formatted(who)), PassKind.CARD, false, 420);
  }

  @BeforeEach
  void open() {
    journal = Samples.open(card);
    journal.listen(watch);
    outbox = new Outbox(journal);
    outbox.connected();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void sends_a_fact_at_once_when_idle() {
    append(at(0), admitted(1));

    Sending sending = outbox.next(0).orElseThrow();

    assertThat(sending.label()).isEqualTo(new EnvelopeLabel(journal.id(), Sequence.FIRST, 1, 1));
  }

  @Test
  void sends_nothing_while_not_connected() {
    append(at(0), admitted(1));

    outbox.disconnected();

    assertThat(outbox.next(0)).isEmpty();
    assertThat(outbox.dueMs()).isEmpty();
  }

  @Test
  void keeps_one_envelope_in_flight() {
    append(at(0), admitted(1));
    assertThat(outbox.next(0)).isPresent();
    append(at(1), admitted(2));

    Optional<Sending> second = outbox.next(1);

    assertThat(second).isEmpty();
  }

  @Test
  void goes_on_from_the_acknowledged_number() {
    append(at(0), admitted(1));
    EnvelopeLabel sent = outbox.next(0).orElseThrow().label();
    append(at(1), admitted(2));

    outbox.heed(new Acknowledge(journal.id(), sent.next(), 1), 5);

    assertThat(outbox.next(5).orElseThrow().label())
        .isEqualTo(new EnvelopeLabel(journal.id(), new Sequence(2), 1, 2));
  }

  @Test
  void sends_again_after_ten_seconds_then_after_twenty() {
    append(at(0), admitted(1));
    outbox.next(0);

    assertThat(outbox.next(9_999)).isEmpty();
    assertThat(outbox.next(10_000).orElseThrow().label().attempt()).isEqualTo(2);
    assertThat(outbox.next(29_999)).isEmpty();
    assertThat(outbox.next(30_000).orElseThrow().label().attempt()).isEqualTo(3);
    assertThat(outbox.dueMs()).hasValue(70_000);
  }

  @Test
  void ignores_the_answer_to_an_attempt_no_longer_in_flight() {
    append(at(0), admitted(1));
    outbox.next(0);
    outbox.next(10_000);

    boolean heeded = outbox.heed(new Acknowledge(journal.id(), new Sequence(2), 1), 10_001);

    assertThat(heeded).isFalse();
    assertThat(journal.backlog()).isEqualTo(1);
  }

  @Test
  void ignores_an_answer_about_another_journal() {
    append(at(0), admitted(1));
    outbox.next(0);

    boolean heeded =
        outbox.heed(new Acknowledge(new JournalId("a".repeat(32)), new Sequence(2), 1), 1);

    assertThat(heeded).isFalse();
  }

  @Test
  void goes_back_when_a_restored_hub_answers_its_presence() {
    append(at(0), admitted(1));
    append(at(0), admitted(2));
    journal.acknowledge(journal.id(), new Sequence(3));

    outbox.heed(new Acknowledge(journal.id(), new Sequence(1), 0), 1);

    assertThat(outbox.next(1).orElseThrow().envelope().entries()).hasSize(2);
  }

  @Test
  void lets_a_reading_of_the_air_wait_five_minutes_for_company() {
    append(at(1_000), climate());

    assertThat(outbox.next(3_000)).isEmpty();
    assertThat(outbox.dueMs()).hasValue(301_000);
    assertThat(outbox.next(301_000)).isPresent();
  }

  @Test
  void sends_somebodys_way_out_in_one_envelope_ten_seconds_later() {
    append(at(1_000), new Fact.ExitPressed());
    append(at(1_000), new Fact.DoorOpened());
    append(at(1_900), new Fact.PersonLeft(1));
    append(at(4_200), new Fact.DoorClosed());

    assertThat(outbox.next(10_999)).isEmpty();
    assertThat(outbox.dueMs()).hasValue(11_000);
    assertThat(outbox.next(11_000).orElseThrow().envelope().entries()).hasSize(4);
  }

  @Test
  void tells_at_once_of_a_door_that_opens_to_somebody_who_comes() {
    append(at(1_000), new Fact.PersonEntered(1));
    append(at(1_500), new Fact.DoorOpened());

    assertThat(outbox.next(1_500).orElseThrow().envelope().entries()).hasSize(2);
  }

  @Test
  void sends_young_measurements_with_the_next_fact() {
    append(at(1_000), climate());
    append(at(1_500), admitted(1));

    Sending sending = outbox.next(1_500).orElseThrow();

    assertThat(sending.envelope().entries()).hasSize(2);
  }

  @Test
  void asks_a_hub_without_headway_no_faster_than_one_that_is_silent() {
    append(at(0), admitted(1));
    outbox.next(0);
    outbox.heed(new Acknowledge(journal.id(), Sequence.FIRST, 1), 1);
    assertThat(outbox.next(1)).isPresent();
    outbox.heed(new Acknowledge(journal.id(), Sequence.FIRST, 2), 2);

    assertThat(outbox.next(3)).isEmpty();
    assertThat(outbox.dueMs()).hasValue(20_002);
    assertThat(outbox.next(20_002)).isPresent();
    assertThat(outbox.dueMs()).hasValue(20_002 + 20_000);
  }

  @Test
  void is_not_due_again_for_a_pause_that_is_over() {
    append(at(0), admitted(1));
    outbox.next(0);
    outbox.heed(new Acknowledge(journal.id(), Sequence.FIRST, 1), 1);
    outbox.next(1);
    outbox.heed(new Acknowledge(journal.id(), Sequence.FIRST, 2), 2);
    journal.acknowledge(journal.id(), new Sequence(2));

    assertThat(outbox.next(20_002)).isEmpty();
    assertThat(outbox.dueMs()).isEmpty();
  }

  @Test
  void goes_on_at_once_when_the_hub_turns_out_to_have_what_it_asked_for_again() {
    append(at(0), admitted(1));
    EnvelopeLabel sent = outbox.next(0).orElseThrow().label();
    outbox.heed(new Acknowledge(journal.id(), sent.next(), 1), 1);
    outbox.heed(new Acknowledge(journal.id(), Sequence.FIRST, 0), 2);
    outbox.next(3);
    append(at(4), admitted(2));

    outbox.heed(new Acknowledge(journal.id(), sent.next(), 2), 5);

    assertThat(outbox.next(6).orElseThrow().label().first()).isEqualTo(new Sequence(2));
  }

  @Test
  void counts_attempts_anew_on_every_connection() {
    append(at(0), admitted(1));
    outbox.next(0);
    outbox.disconnected();
    outbox.connected();

    assertThat(outbox.next(1).orElseThrow().label().attempt()).isEqualTo(1);
  }

  private void append(Moment at, Fact fact) {
    journal.append(at, fact);
    appended++;
    watch.awaitCommitted(appended);
  }
}
