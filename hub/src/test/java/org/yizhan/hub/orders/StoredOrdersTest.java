package org.yizhan.hub.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.identity.SettableClock;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Sequence;

class StoredOrdersTest {
  private static final StationId STATION = new StationId("lc-dongchang-01");
  private static final StationId OTHER = new StationId("lc-dongchang-02");

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T02:00:00Z"));
  private HubDatabase database;
  private StoredOrders orders;

  @BeforeEach
  void open() {
    database = HubDatabase.open(folder.resolve("hub.db"));
    orders = new StoredOrders(database, clock);
    for (StationId station : List.of(STATION, OTHER)) {
      database.change(
          handle ->
              handle.execute(
                  "INSERT INTO station (id, name_zh, name_en, place, profile_yaml,"
                      + " profile_revision, added_ms) VALUES (?, 'a', 'a', 'a', 'yaml', 7, 0)",
                  station.value()));
    }
  }

  @AfterEach
  void close() {
    orders.close();
    database.close();
  }

  @Test
  void a_new_station_is_told_everything_that_is_known() {
    assertThat(orders.notYetApplied(STATION, Map.of()))
        .extracting(Order.Desired::kind)
        .containsExactly(OrderKind.PROFILE, OrderKind.ISSUERS, OrderKind.REVOCATIONS);
  }

  @Test
  void a_station_that_holds_everything_is_told_nothing() {
    assertThat(orders.notYetApplied(STATION, everythingApplied())).isEmpty();
  }

  @Test
  void a_change_reaches_exactly_the_kind_that_changed() {
    Map<OrderKind, Long> applied = everythingApplied();

    raiseRevocations();

    assertThat(orders.notYetApplied(STATION, applied))
        .extracting(Order.Desired::kind)
        .containsExactly(OrderKind.REVOCATIONS);
  }

  @Test
  void a_station_ahead_of_a_restored_hub_is_numbered_above_and_only_once() {
    long ahead = clock.instant().plus(Duration.ofDays(1)).toEpochMilli();
    Map<OrderKind, Long> applied =
        Map.of(OrderKind.PROFILE, 7L, OrderKind.ISSUERS, 1L, OrderKind.REVOCATIONS, ahead);

    List<Order.Desired> told = orders.notYetApplied(STATION, applied);

    assertThat(told).singleElement().extracting(Order.Desired::revision).isEqualTo(ahead + 1);
    Map<OrderKind, Long> then =
        Map.of(OrderKind.PROFILE, 7L, OrderKind.ISSUERS, 1L, OrderKind.REVOCATIONS, ahead + 1);
    assertThat(orders.notYetApplied(STATION, then)).isEmpty();
  }

  @Test
  void a_station_with_absurd_numbers_does_not_spoil_those_of_the_others() {
    Map<OrderKind, Long> absurd =
        Map.of(OrderKind.PROFILE, 7L, OrderKind.ISSUERS, 1L, OrderKind.REVOCATIONS, Sequence.MAX);

    assertThat(orders.notYetApplied(STATION, absurd)).isEmpty();
    raiseRevocations();

    assertThat(orders.notYetApplied(OTHER, everythingApplied()))
        .singleElement()
        .extracting(Order.Desired::revision)
        .isEqualTo(clock.instant().toEpochMilli());
  }

  @Test
  void only_revoked_passes_that_could_still_open_a_door_are_listed() {
    long now = clock.instant().toEpochMilli();
    String good = "0".repeat(32);
    String revoked = "1".repeat(32);
    String over = "2".repeat(32);
    insertPass(good, now + 1_000, null);
    insertPass(revoked, now + 1_000, now);
    insertPass(over, now - 1, now - 2);

    Order.ApplyRevocations order =
        orders.notYetApplied(STATION, Map.of()).stream()
            .filter(Order.ApplyRevocations.class::isInstance)
            .map(Order.ApplyRevocations.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(order.passes()).extracting(pass -> pass.hex()).containsExactly(revoked);
  }

  @Test
  void a_change_made_by_another_process_is_noticed() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    CountDownLatch watching = new CountDownLatch(1);
    orders.listenForUnlocks(unlock -> watching.countDown());
    AutoCloseable listening = orders.listen(noticed::countDown);
    orders.start();
    new UnlockQueue(database, clock, new SecureRandom()).add(STATION);
    assertThat(watching.await(20, TimeUnit.SECONDS)).isTrue();

    raiseRevocations();

    assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
    listening.close();
  }

  @Test
  void an_unlock_is_handed_over_once_and_not_when_it_is_too_late() throws Exception {
    UnlockQueue queue = new UnlockQueue(database, clock, new SecureRandom());
    queue.add(STATION);
    clock.advance(UnlockQueue.LIFE);
    LinkedBlockingQueue<DesiredOrders.Unlock> unlocks = new LinkedBlockingQueue<>();
    orders.listenForUnlocks(unlocks::add);
    orders.start();

    Order.UnlockDoor first = queue.add(STATION);
    assertThat(unlocks.poll(20, TimeUnit.SECONDS))
        .isEqualTo(new DesiredOrders.Unlock(STATION, first));
    Order.UnlockDoor second = queue.add(OTHER);

    assertThat(unlocks.poll(20, TimeUnit.SECONDS))
        .isEqualTo(new DesiredOrders.Unlock(OTHER, second));
    assertThat(unlocks).isEmpty();
  }

  private static Map<OrderKind, Long> everythingApplied() {
    return Map.of(OrderKind.PROFILE, 7L, OrderKind.ISSUERS, 1L, OrderKind.REVOCATIONS, 1L);
  }

  private void raiseRevocations() {
    database.change(handle -> DesiredVersion.REVOCATIONS.raise(handle, clock.instant()));
  }

  private void insertPass(String id, long expiresMs, @Nullable Long revokedMs) {
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO issued_pass (id, issued_ms, expires_ms, revoked_ms)"
                    + " VALUES (?, 0, ?, ?)",
                id,
                expiresMs,
                revokedMs));
  }
}
