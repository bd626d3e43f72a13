package org.yizhan.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.store.FactStore;
import org.yizhan.hub.store.SampleJournal;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;

/** What arrives late, or without a time, is unknown until then and not lost. */
class LateRecordsTest {
  private static final Instant NOW = Instant.ofEpochMilli(SampleJournal.BEGAN_MS);
  private static final ItemCode WATER = new ItemCode("water-550ml");

  @TempDir private Path folder;
  private HubDatabase database;
  private SqliteFactStore store;

  @BeforeEach
  void open() {
    database = HubDatabase.open(folder.resolve("hub.db"));
    store = SqliteFactStore.on(database, InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @Test
  void what_was_handed_out_before_the_clock_was_known_is_taken_off_once_it_is() {
    SampleJournal counted =
        SampleJournal.of("fridge-01", new SplittableRandom(1))
            .at(10_000, new Fact.StockCounted(WATER, 30));
    SampleJournal fridge =
        SampleJournal.withoutTime("fridge-01", new SplittableRandom(2))
            .at(60_000, false, new Fact.StockTaken(WATER, 1))
            .at(61_000, false, new Fact.StockTaken(WATER, 1))
            .at(3_700_000, false, new Fact.StockTaken(WATER, 1))
            .at(3_800_000, new Fact.DoorClosed());
    store.commit(List.of(counted.whole()));

    store.commit(List.of(fridge.arrival(1, 4)));
    assertThat(units(counted)).hasValue(30);

    close();
    open();
    store.commit(List.of(fridge.arrival(5, 5)));
    assertThat(units(counted)).hasValue(27);

    List<String> folded = Tables.folded(database);
    Refold.run(database);
    assertThat(Tables.folded(database)).isEqualTo(folded);
  }

  @Test
  void while_facts_are_still_at_the_station_its_records_end_with_the_newest_that_is_here() {
    SampleJournal journal =
        SampleJournal.of("kiosk-21", new SplittableRandom(21))
            .at(60_000, new Fact.DoorOpened())
            .at(70_000, new Fact.DoorClosed());
    store.commit(List.of(journal.arrival(1, 2)));

    store.keep(List.of(word(journal, 1, 1)));
    assertThat(recordsUntil(journal)).contains(NOW.plusMillis(60_000));

    store.keep(List.of(word(journal, 2, 0)));
    assertThat(recordsUntil(journal)).isEmpty();
  }

  private OptionalInt units(SampleJournal journal) {
    return new SqliteReadings(database).stock(journal.station(), NOW).getFirst().units();
  }

  private Optional<Instant> recordsUntil(SampleJournal journal) {
    return new SqliteReadings(database)
        .station(journal.station(), NOW)
        .orElseThrow()
        .recordsUntil();
  }

  private static FactStore.Word word(SampleJournal journal, long connection, long backlog) {
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
            List.of(new JournalRange(journal.id(), Sequence.FIRST, new Sequence(4))),
            backlog);
    return new FactStore.Word(journal.station(), new Presence.Online(connection, now));
  }
}
