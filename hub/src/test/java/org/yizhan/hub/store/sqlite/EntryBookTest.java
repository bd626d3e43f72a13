package org.yizhan.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.stock.Movement;
import org.yizhan.hub.stock.Movements;
import org.yizhan.hub.stock.Shelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.EntryBook.Entered;
import org.yizhan.hub.store.EntryBook.Outcome;
import org.yizhan.hub.store.EntryBook.Said;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.Fact;
import org.yizhan.wire.WriteOffReason;

/** What people enter is kept once, and stands where it happened. */
class EntryBookTest {
  private static final StationId STATION = new StationId("kiosk-01");
  private static final ItemCode WATER = new ItemCode("water-550ml");
  private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

  @TempDir private Path folder;
  private HubDatabase database;
  private SqliteFactStore store;

  @BeforeEach
  void open() {
    database = HubDatabase.open(folder.resolve("hub.db"));
    store = SqliteFactStore.on(database, InstantSource.fixed(NOON));
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO station (id, name_zh, name_en, place, profile_yaml, profile_revision,"
                    + " added_ms) VALUES ('kiosk-01', '站', 'Station', 'shandong', '', 1, 0)"));
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @Test
  void keeps_the_same_entry_once_however_often_it_is_sent() {
    Entered entered = entered(1, NOON, new Fact.StockCounted(WATER, 12));

    assertThat(store.enter(entered)).isEqualTo(Outcome.KEPT);
    assertThat(store.enter(entered(1, NOON.plusSeconds(3), new Fact.StockCounted(WATER, 12))))
        .isEqualTo(Outcome.KEPT_BEFORE);

    assertThat(facts()).containsExactly(new Fact.StockCounted(WATER, 12));
    assertThat(level().units()).hasValue(12);
  }

  @Test
  void keeps_what_is_noted_beside_an_entry_with_it_or_keeps_neither() {
    Entered entered = entered(1, NOON, new Fact.StockCounted(WATER, 12));
    String note = "UPDATE station SET name_en = name_en || '!'";

    assertThatThrownBy(
            () ->
                store.enter(
                    entered,
                    handle -> {
                      handle.execute(note);
                      throw new IllegalStateException("killed here");
                    }))
        .hasMessage("killed here");
    assertThat(facts()).isEmpty();
    Outcome first = store.enter(entered, handle -> handle.execute(note));
    Outcome again = store.enter(entered, handle -> handle.execute(note));

    assertThat(first).isEqualTo(Outcome.KEPT);
    assertThat(again).isEqualTo(Outcome.KEPT_BEFORE);

    assertThat(facts()).hasSize(1);
    String name =
        database
            .reader()
            .withHandle(
                handle -> handle.select("SELECT name_en FROM station").mapTo(String.class).one());
    assertThat(name).isEqualTo("Station!");
  }

  @Test
  void refuses_another_entry_under_a_key_that_was_used() {
    store.enter(entered(1, NOON, new Fact.StockCounted(WATER, 12)));

    Outcome outcome = store.enter(entered(1, NOON, new Fact.StockCounted(WATER, 13)));

    assertThat(outcome).isEqualTo(Outcome.KEY_OF_ANOTHER);
    assertThat(level().units()).hasValue(12);
  }

  @Test
  void a_station_nobody_registered_has_no_shelf() {
    Outcome outcome =
        store.enter(
            new Entered(
                new StationId("nowhere-01"),
                key(1),
                OptionalInt.empty(),
                List.of(new Said(NOON, new Fact.StockCounted(WATER, 12)))));

    assertThat(outcome).isEqualTo(Outcome.NO_SUCH_STATION);
    assertThat(new SqliteReadings(database).stations(NOON)).hasSize(1);
  }

  @Test
  void a_count_that_comes_late_lands_where_it_happened() {
    store.enter(entered(1, NOON.minusSeconds(60), new Fact.StockCounted(WATER, 30)));
    store.enter(entered(2, NOON.minusSeconds(7_200), new Fact.StockCounted(WATER, 3)));

    assertThat(level().units()).hasValue(30);
    assertThat(level().countedAt()).contains(NOON.minusSeconds(60));
  }

  @Test
  void what_people_enter_does_not_make_a_silent_station_heard() {
    store.enter(entered(1, NOON, new Fact.StockCounted(WATER, 30)));

    assertThat(new SqliteReadings(database).station(STATION, NOON).orElseThrow().lastSeen())
        .isEmpty();
  }

  @Test
  void levels_are_those_of_the_facts_in_whatever_order_they_came_and_after_a_refold() {
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      close();
      folder = folder.resolve("r" + round);
      assertThat(folder.toFile().mkdirs()).isTrue();
      open();
      List<Movement> movements = new ArrayList<>();
      for (int entry = 1; entry <= 12; entry++) {
        Fact fact = fact(random);
        Instant at = NOON.minusSeconds(random.nextInt(5));
        store.enter(entered(entry, at, fact));
        Movements.of(entry, OptionalLong.of(at.toEpochMilli()), fact).ifPresent(movements::add);
      }

      assertThat(level().units())
          .as("round %d", round)
          .isEqualTo(Shelf.of(Shelf.Evidence.of(movements)).units());
      assertThat(level().contradiction())
          .isEqualTo(Shelf.of(Shelf.Evidence.of(movements)).contradiction());
      List<String> folded = Tables.folded(database);
      Refold.run(database);
      assertThat(Tables.folded(database)).isEqualTo(folded);
    }
  }

  private static Fact fact(Random random) {
    int units = 1 + random.nextInt(30);
    return switch (random.nextInt(5)) {
      case 0 -> new Fact.StockCounted(WATER, units);
      case 1 -> new Fact.StockMeasured(WATER, units);
      case 2 -> new Fact.StockRestocked(WATER, units, Optional.empty(), Optional.empty());
      case 3 -> new Fact.StockTaken(WATER, units);
      default -> new Fact.StockWrittenOff(WATER, units, WriteOffReason.EXPIRED, Optional.empty());
    };
  }

  private StockLevel level() {
    return new SqliteReadings(database).stock(STATION, NOON).getFirst();
  }

  private List<Fact> facts() {
    return new SqliteReadings(database)
        .lastFacts(STATION, 100).stream().map(kept -> kept.entry().fact()).toList();
  }

  private static Entered entered(int key, Instant at, Fact fact) {
    return new Entered(STATION, key(key), OptionalInt.empty(), List.of(new Said(at, fact)));
  }

  private static EntryKey key(int number) {
    return new EntryKey("%032x".formatted(number));
  }
}
