package org.yizhan.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.pass.PassKind;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.MissingReason;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.Visitor;

/** What every store of facts must do. An adapter's test implements it and inherits the tests. */
public interface FactStoreContract {
  Instant HOUR = Instant.ofEpochMilli(SampleJournal.BEGAN_MS);
  Instant LONG_AGO = HOUR.minusSeconds(86_400 * 400L);
  Instant FAR_AHEAD = HOUR.plusSeconds(86_400 * 400L);
  String ANNA = "00000000000000aa";
  String BERT = "00000000000000bb";

  FactStore store();

  Readings readings();

  /** The hub is stopped and started again: what was committed is there, nothing else. */
  void restart();

  private SampleJournal journal(int seed) {
    return SampleJournal.of("kiosk-" + seed, new Random(seed));
  }

  private List<Fact> facts(SampleJournal journal) {
    return readings().lastFacts(journal.station(), 200).reversed().stream()
        .map(kept -> kept.entry().fact())
        .toList();
  }

  private List<HourlyVisits> hours(SampleJournal journal) {
    return readings().visitsByHour(journal.station(), LONG_AGO, FAR_AHEAD);
  }

  private Verdict commit(Arrival arrival) {
    return store().commit(List.of(arrival)).getFirst();
  }

  @Test
  default void keeps_facts_and_says_where_to_go_on() {
    SampleJournal journal = journal(1).visit(60_000, ANNA);

    Verdict verdict = commit(journal.whole());

    assertThat(verdict).isEqualTo(new Verdict.Accepted(0, new Sequence(7)));
    restart();
    assertThat(facts(journal))
        .containsExactlyElementsOf(journal.entries().stream().map(Entry::fact).toList());
  }

  @Test
  default void keeps_a_repeated_envelope_once_also_after_a_restart() {
    SampleJournal journal = journal(2).visit(60_000, ANNA);
    commit(journal.whole());

    assertThat(commit(journal.whole())).isEqualTo(new Verdict.Duplicate(new Sequence(7)));
    restart();
    assertThat(commit(journal.whole())).isEqualTo(new Verdict.Duplicate(new Sequence(7)));

    assertThat(facts(journal)).hasSize(6);
    assertThat(hours(journal)).containsExactly(new HourlyVisits(HOUR, 1, 0, 0));
  }

  @Test
  default void counts_an_admission_where_nothing_watches_the_door_as_known_by_the_pass_only() {
    SampleJournal journal =
        journal(2)
            .at(60_000, new Fact.PassAdmitted(new Visitor(ANNA), PassKind.PHONE, false, 1))
            .at(90_000, new Fact.PassAdmitted(new Visitor(BERT), PassKind.PHONE, false, 1))
            .at(120_000, new Fact.PassAdmitted(new Visitor(ANNA), PassKind.PHONE, false, 1));

    commit(journal.whole());

    assertThat(hours(journal)).containsExactly(new HourlyVisits(HOUR, 0, 2, 0));
  }

  @Test
  default void keeps_only_what_is_new_of_an_overlapping_envelope() {
    SampleJournal journal = journal(3).visit(60_000, ANNA);
    commit(journal.arrival(1, 4));

    Verdict verdict = commit(journal.arrival(2, 6));

    assertThat(verdict).isEqualTo(new Verdict.Accepted(3, new Sequence(7)));
    assertThat(facts(journal))
        .containsExactlyElementsOf(journal.entries().stream().map(Entry::fact).toList());
  }

  @Test
  default void answers_a_gap_with_the_number_it_needs_and_keeps_nothing_of_it() {
    SampleJournal journal = journal(4).visit(60_000, ANNA);
    commit(journal.arrival(1, 2));

    assertThat(commit(journal.arrival(4, 6))).isEqualTo(new Verdict.Gap(new Sequence(3)));

    assertThat(facts(journal)).hasSize(2);
  }

  @Test
  default void judges_envelopes_of_one_commit_one_after_the_other() {
    SampleJournal journal = journal(5).visit(60_000, ANNA);

    List<Verdict> verdicts =
        store()
            .commit(
                List.of(
                    journal.arrival(1, 3),
                    journal.arrival(1, 3),
                    journal.arrival(6, 6),
                    journal.arrival(4, 6)));

    assertThat(verdicts)
        .containsExactly(
            new Verdict.Accepted(0, new Sequence(4)),
            new Verdict.Duplicate(new Sequence(4)),
            new Verdict.Gap(new Sequence(4)),
            new Verdict.Accepted(0, new Sequence(7)));
    assertThat(facts(journal)).hasSize(6);
  }

  @Test
  default void two_stations_and_two_journals_never_meet() {
    SampleJournal one = journal(6).visit(60_000, ANNA);
    SampleJournal same = SampleJournal.of("kiosk-6", new Random(66)).visit(0, BERT);
    SampleJournal other = SampleJournal.of("kiosk-7", new Random(6)).visit(0, ANNA);
    assertThat(other.id()).isEqualTo(one.id());

    store().commit(List.of(one.whole(), same.whole(), other.whole()));

    assertThat(facts(one)).hasSize(12);
    assertThat(facts(other)).hasSize(6);
  }

  @Test
  default void an_unreadable_body_is_kept_raw_and_does_not_stop_the_station() {
    SampleJournal journal = journal(8).visit(60_000, ANNA);
    commit(journal.arrival(1, 1));

    Verdict verdict =
        commit(journal.unreadable(2, 3, "not {json".getBytes(StandardCharsets.UTF_8)));

    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    assertThat(verdict.next()).isEqualTo(new Sequence(5));
    assertThat(commit(journal.arrival(5, 6))).isEqualTo(new Verdict.Accepted(0, new Sequence(7)));
    assertThat(facts(journal).get(1))
        .isInstanceOfSatisfying(
            Fact.Unknown.class, raw -> assertThat(raw.json()).contains("not {json"));
  }

  @Test
  default void a_body_that_contradicts_its_label_is_not_believed() {
    SampleJournal journal = journal(9).visit(60_000, ANNA);
    SampleJournal other = journal(10);

    Verdict verdict = commit(journal.unreadable(1, 1, other.whole().body()));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected -> assertThat(rejected.reason()).contains(other.id().value()));
    assertThat(verdict.next()).isEqualTo(new Sequence(2));
  }

  @Test
  default void a_fact_of_a_newer_program_is_kept_as_it_came() {
    SampleJournal journal =
        journal(11)
            .at(5, new Fact.Unknown("umbrella-lent", "{\"t\":5,\"g\":5,\"k\":\"umbrella-lent\"}"));

    assertThat(commit(journal.whole())).isInstanceOf(Verdict.Accepted.class);

    assertThat(facts(journal).getLast())
        .isInstanceOfSatisfying(
            Fact.Unknown.class, raw -> assertThat(raw.type()).isEqualTo("umbrella-lent"));
  }

  @Test
  default void missing_numbers_move_the_cursor_also_when_half_of_them_are_held() {
    SampleJournal journal = journal(12).visit(60_000, ANNA);
    commit(journal.arrival(1, 3));
    Entry gap = new Entry(new Moment(1, 1, false), new Fact.Missing(9, MissingReason.SHED));

    Verdict verdict =
        commit(journal.arrival(new Envelope(journal.id(), new Sequence(2), List.of(gap))));

    assertThat(verdict).isEqualTo(new Verdict.Accepted(2, new Sequence(11)));
    KeptFact kept = readings().lastFacts(journal.station(), 1).getFirst();
    assertThat(kept.sequence()).isEqualTo(new Sequence(4));
    assertThat(kept.entry().fact()).isEqualTo(new Fact.Missing(7, MissingReason.SHED));
  }

  @Test
  default void visits_are_counted_in_the_hour_they_began_by_their_evidence() {
    SampleJournal journal =
        journal(13)
            .visit(60_000, ANNA)
            .at(1_800_000, new Fact.PersonEntered(2))
            .at(3_500_000, new Fact.PassAdmitted(new Visitor(BERT), PassKind.CARD, true, 1))
            .visit(3_700_000, ANNA);

    commit(journal.whole());

    assertThat(hours(journal))
        .containsExactly(
            new HourlyVisits(HOUR, 1, 0, 2), new HourlyVisits(HOUR.plusSeconds(3600), 1, 0, 0));
    assertThat(readings().visitsByHour(journal.station(), HOUR.plusSeconds(1), FAR_AHEAD))
        .containsExactly(new HourlyVisits(HOUR.plusSeconds(3600), 1, 0, 0));
    assertThat(readings().visitsByHour(journal.station(), LONG_AGO, HOUR.plusSeconds(1)))
        .containsExactly(new HourlyVisits(HOUR, 1, 0, 2));
    assertThat(readings().visitsByHourOfEach(LONG_AGO, FAR_AHEAD))
        .containsExactly(Map.entry(journal.station(), hours(journal)));
    assertThat(readings().visitsByHourOfEach(LONG_AGO, HOUR)).isEmpty();
  }

  @Test
  default void records_begin_with_the_oldest_journal_whose_time_is_known() {
    SampleJournal journal = journal(16);
    assertThat(begin(journal)).isEmpty();

    commit(journal.visit(60_000, ANNA).whole());

    assertThat(begin(journal)).contains(HOUR);
  }

  private Optional<Instant> begin(SampleJournal journal) {
    return readings().station(journal.station(), HOUR).flatMap(StationStatus::recordsBegin);
  }

  @Test
  default void a_visit_goes_on_across_envelopes_and_restarts() {
    SampleJournal journal = journal(14).visit(60_000, ANNA);

    for (int i = 1; i <= journal.entries().size(); i++) {
      commit(journal.arrival(i, i));
      restart();
    }

    assertThat(hours(journal)).containsExactly(new HourlyVisits(HOUR, 1, 0, 0));
  }

  @Test
  default void visits_without_a_trusted_clock_are_counted_once_the_journal_learns_the_time() {
    SampleJournal journal =
        journal(15)
            .at(60_000, false, new Fact.PassAdmitted(new Visitor(ANNA), PassKind.PHONE, true, 1))
            .at(61_000, false, new Fact.DoorOpened())
            .at(65_000, false, new Fact.PersonLeft(1))
            .at(70_000, false, new Fact.PassAdmitted(new Visitor(BERT), PassKind.PHONE, true, 1))
            .at(71_000, true, new Fact.ClockStepped(1))
            .at(72_000, false, new Fact.DoorOpened());
    // the first fact, too, is of a clock that is not trusted
    SampleJournal untrusted =
        SampleJournal.withoutTime("kiosk-15", new Random(15)).copy(journal, 1);

    commit(untrusted.arrival(1, 5));
    assertThat(hours(untrusted)).isEmpty();
    assertThat(readings().lastFacts(untrusted.station(), 1).getFirst().resolvedAt()).isEmpty();
    commit(untrusted.arrival(6, 7));

    assertThat(hours(untrusted)).containsExactly(new HourlyVisits(HOUR, 2, 0, 0));
    assertThat(readings().lastFacts(untrusted.station(), 1).getFirst().resolvedAt())
        .contains(HOUR.plusMillis(72_000));
  }

  @Test
  default void the_stock_level_is_the_reading_that_happened_last_whatever_arrived_last() {
    ItemCode water = new ItemCode("water-550ml");
    SampleJournal late = journal(16).at(100_000, new Fact.StockMeasured(water, 7));
    SampleJournal early =
        SampleJournal.of("kiosk-16", new Random(160)).at(50_000, new Fact.StockMeasured(water, 24));

    commit(late.whole());
    commit(early.whole());

    assertThat(readings().stock(late.station(), HOUR))
        .singleElement()
        .satisfies(
            level -> {
              assertThat(level.item()).isEqualTo(water);
              assertThat(level.units()).hasValue(7);
              assertThat(level.how()).contains(StockLevel.Evidence.SCALE);
              assertThat(level.asOf()).contains(HOUR.plusMillis(100_000));
            });
  }

  @Test
  default void an_unregistered_station_is_put_in_quarantine_and_its_facts_are_kept() {
    SampleJournal journal = journal(17).visit(60_000, ANNA);

    commit(journal.whole());

    StationStatus status = readings().station(journal.station(), HOUR).orElseThrow();
    assertThat(status.usable())
        .isEqualTo(new UsableNow.Unknown(List.of(UsableNow.Reason.QUARANTINED)));
    assertThat(facts(journal)).hasSize(6);
    assertThat(readings().visitsByHour("", LONG_AGO, FAR_AHEAD)).isEmpty();
  }

  @Test
  default void presence_is_the_latest_word_and_an_older_will_cannot_end_it() {
    StationId station = new StationId("kiosk-18");
    JournalId held = new JournalId("e".repeat(32));
    store().keep(List.of(word(station, 5, 0), word(station, 9, 3, held)));

    store().keep(List.of(new FactStore.Word(station, new Presence.Gone(5))));
    StationStatus living = readings().station(station, HOUR).orElseThrow();
    assertThat(living.connected()).isTrue();
    assertThat(living.backlog()).hasValue(3);

    store().keep(List.of(new FactStore.Word(station, new Presence.Gone(9))));
    StationStatus gone = readings().station(station, HOUR).orElseThrow();
    assertThat(gone.connected()).isFalse();
    assertThat(gone.latest()).isPresent();
  }

  @Test
  default void nobody_is_connected_after_a_restart() {
    StationId station = new StationId("kiosk-19");
    store().keep(List.of(word(station, 5, 0)));

    restart();

    assertThat(readings().station(station, HOUR).orElseThrow().connected()).isFalse();
  }

  @Test
  default void presence_is_answered_with_the_cursors_of_the_journals_held() {
    SampleJournal journal = journal(20).visit(60_000, ANNA);
    commit(journal.whole());
    JournalId lost = new JournalId("f".repeat(32));

    List<Map<JournalId, Sequence>> cursors =
        store().keep(List.of(word(journal.station(), 1, 0, journal.id(), lost)));

    assertThat(cursors)
        .containsExactly(Map.of(journal.id(), new Sequence(7), lost, Sequence.FIRST));
  }

  private static FactStore.Word word(
      StationId station, long connection, long backlog, JournalId... held) {
    List<JournalRange> ranges =
        List.of(held).stream()
            .map(id -> new JournalRange(id, Sequence.FIRST, new Sequence(10)))
            .toList();
    Presence.Snapshot now =
        new Presence.Snapshot(
            new Moment(1, 1, false),
            "1.0",
            HardwareKind.SIMULATED,
            Presence.DoorState.CLOSED,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            ranges,
            backlog);
    return new FactStore.Word(station, new Presence.Online(connection, now));
  }
}
