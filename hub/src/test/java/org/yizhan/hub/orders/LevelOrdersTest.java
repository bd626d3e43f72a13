package org.yizhan.hub.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.identity.SettableClock;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.store.SampleJournal;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.SqliteFactStore;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.ShelfLevel;

/** When a station is told anew what stands on its shelves, and what. */
class LevelOrdersTest {
  private static final StationId STATION = new StationId("kiosk-01");
  private static final ItemCode WATER = new ItemCode("water-550ml");
  private static final ItemCode MASK = new ItemCode("mask");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final SettableClock clock =
      new SettableClock(Instant.ofEpochMilli(SampleJournal.BEGAN_MS).plus(Duration.ofHours(2)));
  private final List<StationId> told = new ArrayList<>();
  private HubDatabase database;
  private SqliteFactStore store;
  private StoredOrders orders;
  private LevelOrders levels;
  private int keys;

  @BeforeEach
  void open() {
    database = HubDatabase.open(folder.resolve("hub.db"));
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO station (id, name_zh, name_en, place, profile_yaml, profile_revision,"
                    + " added_ms) VALUES ('kiosk-01', '站', 'Station', 'shandong', '', 1, 0)"));
    store = SqliteFactStore.on(database, clock);
    orders = new StoredOrders(database, clock);
    levels = new LevelOrders(database, told::add);
    var _ = store.listen(levels::changed);
  }

  @AfterEach
  void close() {
    orders.close();
    store.close();
    database.close();
  }

  @Test
  void a_count_reaches_its_station() {
    enter(new Fact.StockCounted(WATER, 60));

    assertThat(levels.refresh(clock.instant())).isEqualTo(1);

    assertThat(told).containsExactly(STATION);
    assertThat(order(0).levels())
        .containsExactly(
            new ShelfLevel(
                WATER, OptionalInt.of(60), ShelfLevel.How.COUNTED, clock.instant().toEpochMilli()));
  }

  @Test
  void a_station_of_which_nobody_counted_anything_is_told_nothing() {
    levels.lookAtAll();

    assertThat(levels.refresh(clock.instant())).isZero();
    assertThat(orders(0)).isEmpty();
  }

  @Test
  void a_station_taken_over_from_quarantine_is_told_what_was_counted_before() {
    database.change(handle -> handle.execute("UPDATE station SET quarantined = 1"));
    enter(new Fact.StockCounted(WATER, 60));
    int kept = levels.refresh(clock.instant());
    database.change(handle -> handle.execute("UPDATE station SET quarantined = 0"));

    int then = levels.refresh(clock.instant());

    assertThat(kept).isZero();
    assertThat(then).isEqualTo(1);
  }

  @Test
  void a_station_that_holds_the_levels_is_told_nothing() {
    enter(new Fact.StockCounted(WATER, 60));
    levels.refresh(clock.instant());

    assertThat(orders(order(0).revision())).isEmpty();
  }

  @Test
  void what_people_enter_within_a_minute_goes_in_one_order() {
    enter(new Fact.StockCounted(WATER, 60));
    levels.refresh(clock.instant());
    clock.advance(MINUTE.minusSeconds(1));
    enter(new Fact.StockCounted(MASK, 5));
    enter(new Fact.StockRestocked(MASK, 40, Optional.empty(), Optional.empty()));

    int early = levels.refresh(clock.instant());
    clock.advance(Duration.ofSeconds(1));
    int then = levels.refresh(clock.instant());

    assertThat(early).isZero();
    assertThat(then).isEqualTo(1);
    assertThat(order(0).levels())
        .extracting(level -> level.item() + " " + level.units().orElse(-1))
        .containsExactlyInAnyOrder("water-550ml 60", "mask 45");
  }

  @Test
  void a_reading_of_the_scale_is_no_news_to_its_station() {
    enter(new Fact.StockCounted(MASK, 5));
    levels.refresh(clock.instant());
    clock.advance(Duration.ofDays(1));

    send(SampleJournal.of("kiosk-01", new Random(1)).at(9_000, new Fact.StockMeasured(WATER, 9)));

    assertThat(levels.refresh(clock.instant())).isZero();
  }

  @Test
  void a_count_beside_a_scale_is_news_and_the_next_reading_is_none() {
    SampleJournal journal =
        SampleJournal.of("kiosk-01", new Random(1)).at(9_000, new Fact.StockMeasured(WATER, 9));
    send(journal);
    enter(new Fact.StockCounted(WATER, 12));
    int counted = levels.refresh(clock.instant());
    clock.advance(Duration.ofDays(1));
    journal.at(Duration.ofHours(3).toMillis(), new Fact.StockMeasured(WATER, 8));

    store.commit(List.of(journal.arrival(3, 3)));

    assertThat(counted).isEqualTo(1);
    assertThat(levels.refresh(clock.instant())).isZero();
  }

  @Test
  void what_a_station_said_itself_comes_back_to_it_once_an_hour_at_most() {
    enter(new Fact.StockCounted(WATER, 60));
    levels.refresh(clock.instant());
    clock.advance(MINUTE.multipliedBy(59));
    send(
        SampleJournal.of("kiosk-01", new Random(1))
            .at(Duration.ofHours(2).plus(MINUTE).toMillis(), new Fact.StockTaken(WATER, 1)));

    int early = levels.refresh(clock.instant());
    clock.advance(MINUTE);
    int then = levels.refresh(clock.instant());

    assertThat(early).isZero();
    assertThat(then).isEqualTo(1);
    assertThat(order(0).levels().getFirst().units()).hasValue(59);
  }

  @Test
  void a_station_ahead_of_a_restored_hub_is_numbered_above() {
    enter(new Fact.StockCounted(WATER, 60));
    levels.refresh(clock.instant());
    long ahead = clock.instant().plus(Duration.ofDays(1)).toEpochMilli();

    Order.ApplyStock lifted = order(ahead);

    assertThat(lifted.revision()).isEqualTo(ahead + 1);
    assertThat(lifted.levels()).isEqualTo(order(0).levels());
    assertThat(orders(ahead + 1)).isEmpty();
  }

  @Test
  void revisions_rise_even_when_the_clock_was_set_back() {
    enter(new Fact.StockCounted(WATER, 60));
    levels.refresh(clock.instant());
    long before = order(0).revision();
    clock.advance(Duration.ofHours(-1));
    enter(new Fact.StockCounted(MASK, 5));

    levels.refresh(clock.instant());

    assertThat(order(0).revision()).isEqualTo(before + 1);
  }

  @Test
  void looks_once_at_what_changed_while_it_did_not_run() {
    enter(new Fact.StockCounted(WATER, 60));
    LevelOrders later = new LevelOrders(database, told::add);

    later.lookAtAll();

    assertThat(later.refresh(clock.instant())).isEqualTo(1);
  }

  private void enter(Fact fact) {
    EntryKey key = new EntryKey("%032x".formatted(++keys));
    store.enter(
        new EntryBook.Entered(
            STATION, key, OptionalInt.empty(), List.of(new EntryBook.Said(clock.instant(), fact))));
  }

  private void send(SampleJournal journal) {
    store.commit(List.of(journal.whole()));
  }

  private List<Order.Desired> orders(long applied) {
    return orders.notYetApplied(STATION, Map.of(OrderKind.STOCK, applied)).stream()
        .filter(order -> order.kind() == OrderKind.STOCK)
        .toList();
  }

  private Order.ApplyStock order(long applied) {
    return (Order.ApplyStock) orders(applied).getFirst();
  }
}
