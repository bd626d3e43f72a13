package org.yizhan.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.store.SampleJournal;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.ShelfLevel;

class EmbeddedMqttTest {
  private static final String KIOSK = "kiosk-1";

  @TempDir private Path folder;
  private TestHub hub;

  @BeforeEach
  void start() throws GeneralSecurityException, IOException {
    hub = new TestHub(folder);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void facts_are_answered_with_the_next_number_once_they_are_kept() throws Exception {
    SampleJournal journal = SampleJournal.of(KIOSK, new Random(1)).visit(1_000, "00000000000000aa");
    try (RawMqtt station = hub.station(KIOSK)) {
      station.publish(journal.whole());

      assertThat(station.await(RawMqtt.PUBACK).pubackReason()).isZero();
      assertThat(station.awaitOrder(Order.Acknowledge.class))
          .isEqualTo(new Order.Acknowledge(journal.id(), new Sequence(7), 1));
    }

    assertThat(hub.readings().lastFacts(journal.station(), 10)).hasSize(6);
  }

  @Test
  void a_second_sending_is_answered_with_its_own_attempt_and_kept_once() throws Exception {
    SampleJournal journal = SampleJournal.of(KIOSK, new Random(2)).visit(1_000, "00000000000000aa");
    try (RawMqtt station = hub.station(KIOSK)) {
      station.publish(journal.whole());
      station.awaitOrder(Order.Acknowledge.class);
      station.publish(journal.whole());

      assertThat(station.awaitOrder(Order.Acknowledge.class))
          .isEqualTo(new Order.Acknowledge(journal.id(), new Sequence(7), 2));
    }

    assertThat(hub.readings().lastFacts(journal.station(), 10)).hasSize(6);
  }

  @Test
  void a_station_that_does_not_listen_gets_its_puback_only() throws Exception {
    SampleJournal journal = SampleJournal.of(KIOSK, new Random(3));
    try (RawMqtt station = hub.client(KIOSK)) {
      station.connect(KIOSK);
      station.publish(journal.whole());
      station.await(RawMqtt.PUBACK);
      station.ping();

      assertThat(station.read().type()).isEqualTo(RawMqtt.PINGRESP);
    }
  }

  @Test
  void presence_is_shown_and_its_end_as_well() throws Exception {
    try (RawMqtt station = hub.client(KIOSK)) {
      station.connect(KIOSK, 60, Optional.of(new Presence.Gone(7)), 5);
      JournalRange held =
          new JournalRange(new JournalId("e".repeat(32)), Sequence.FIRST, new Sequence(13));
      station.publish(KIOSK, online(7, 12, held));
      station.await(RawMqtt.PUBACK);

      assertThat(hub.status(KIOSK).orElseThrow().connected()).isTrue();
      assertThat(hub.status(KIOSK).orElseThrow().backlog()).hasValue(12);
    }

    TestHub.until("gone", () -> !hub.status(KIOSK).orElseThrow().connected());
  }

  @Test
  void a_connection_that_falls_silent_is_noticed_by_its_keep_alive() throws Exception {
    try (RawMqtt station = hub.client(KIOSK)) {
      station.connect(KIOSK, 1, Optional.of(new Presence.Gone(7)), 5);
      station.publish(KIOSK, online(7, 0));
      station.await(RawMqtt.PUBACK);

      station.awaitEnd();

      TestHub.until("gone", () -> !hub.status(KIOSK).orElseThrow().connected());
      TestHub.until("forgotten", () -> hub.connected() == 0);
    }
  }

  @Test
  void a_new_connection_of_a_station_closes_the_older_and_its_will_does_no_harm() throws Exception {
    try (RawMqtt older = hub.client(KIOSK);
        RawMqtt newer = hub.client(KIOSK)) {
      older.connect(KIOSK, 60, Optional.of(new Presence.Gone(7)), 5);
      older.publish(KIOSK, online(7, 0));
      older.await(RawMqtt.PUBACK);
      newer.connect(KIOSK, 60, Optional.of(new Presence.Gone(8)), 5);
      newer.publish(KIOSK, online(8, 0));
      newer.await(RawMqtt.PUBACK);

      assertThat(older.await(RawMqtt.DISCONNECT).reason()).isEqualTo(0x8E);
      older.awaitEnd();

      newer.publish(KIOSK, online(8, 3));
      newer.await(RawMqtt.PUBACK);
      assertThat(hub.status(KIOSK).orElseThrow().connected()).isTrue();
      assertThat(hub.connected()).isEqualTo(1);
    }
  }

  @Test
  void a_hub_that_lacks_what_a_station_thinks_it_has_asks_for_it() throws Exception {
    SampleJournal journal = SampleJournal.of(KIOSK, new Random(4)).visit(1_000, "00000000000000aa");
    JournalRange held = new JournalRange(journal.id(), Sequence.FIRST, new Sequence(7));
    try (RawMqtt station = hub.station(KIOSK)) {
      station.publish(journal.arrival(1, 2));
      station.awaitOrder(Order.Acknowledge.class);

      station.publish(KIOSK, online(1, 0, held));

      assertThat(station.awaitOrder(Order.Acknowledge.class))
          .isEqualTo(new Order.Acknowledge(journal.id(), new Sequence(3), 0));
    }
  }

  @Test
  void desired_state_is_sent_once_presence_shows_it_is_not_applied() throws Exception {
    Order.ApplyProfile profile = new Order.ApplyProfile(5, "id: kiosk-1");
    hub.orders.want(profile);
    try (RawMqtt station = hub.station(KIOSK)) {
      station.publish(KIOSK, online(1, 0));
      assertThat(station.awaitOrder(Order.ApplyProfile.class)).isEqualTo(profile);

      Order.ApplyIssuers issuers = new Order.ApplyIssuers(2, List.of());
      hub.orders.want(issuers);
      assertThat(station.await(RawMqtt.PUBLISH).order()).isEqualTo(issuers);
    }
  }

  @Test
  void an_agent_from_before_there_were_levels_is_never_sent_any() throws Exception {
    hub.orders.want(KIOSK, levels(5));
    try (RawMqtt station = hub.station(KIOSK)) {
      station.publish(KIOSK, online(1, 0));
      station.await(RawMqtt.PUBACK);

      hub.orders.want(KIOSK, levels(6));
      Order.ApplyIssuers issuers = new Order.ApplyIssuers(2, List.of());
      hub.orders.want(issuers);

      assertThat(station.await(RawMqtt.PUBLISH).order()).isEqualTo(issuers);
    }
  }

  /** Presence leaves a revision out that this connection has heard. */
  @Test
  void new_levels_reach_their_station_at_once_and_each_once() throws Exception {
    try (RawMqtt station = hub.station(KIOSK)) {
      station.publish(KIOSK, asking(0));
      station.await(RawMqtt.PUBACK);
      hub.orders.want(KIOSK, levels(5));
      assertThat(station.awaitOrder(Order.ApplyStock.class)).isEqualTo(levels(5));

      station.publish(KIOSK, online(1, 0));
      hub.orders.want(KIOSK, levels(6));
      assertThat(station.awaitOrder(Order.ApplyStock.class)).isEqualTo(levels(6));

      station.publish(KIOSK, asking(6));
      station.publish(KIOSK, online(1, 0));
      Order.ApplyIssuers issuers = new Order.ApplyIssuers(2, List.of());
      hub.orders.want(issuers);
      assertThat(station.await(RawMqtt.PUBLISH).order()).isEqualTo(issuers);
    }
  }

  private static Order.ApplyStock levels(long revision) {
    return new Order.ApplyStock(
        revision,
        List.of(
            new ShelfLevel(
                new ItemCode("mask"), OptionalInt.of((int) revision), ShelfLevel.How.COUNTED, 9)));
  }

  private static Presence.Online asking(long revision) {
    Presence.Snapshot now = online(1, 0).now();
    return new Presence.Online(
        1,
        new Presence.Snapshot(
            now.at(),
            now.agentVersion(),
            now.hardware(),
            now.door(),
            now.occupancy(),
            now.climate(),
            now.faults(),
            Map.of(OrderKind.REVOCATIONS, 1L, OrderKind.STOCK, revision),
            now.held(),
            now.backlog()));
  }

  @Test
  void a_door_is_unlocked_at_one_station_only() throws Exception {
    Order.UnlockDoor unlock = new Order.UnlockDoor("u-1", 99);
    try (RawMqtt station = hub.station(KIOSK);
        RawMqtt other = hub.station("kiosk-2")) {
      hub.orders.unlock(KIOSK, unlock);

      assertThat(station.awaitOrder(Order.UnlockDoor.class)).isEqualTo(unlock);
      other.ping();
      assertThat(other.read().type()).isEqualTo(RawMqtt.PINGRESP);
    }
  }

  @Test
  void a_stopping_hub_says_so() throws Exception {
    try (RawMqtt station = hub.station(KIOSK)) {
      hub.stopListening();

      assertThat(station.await(RawMqtt.DISCONNECT).reason()).isEqualTo(0x8B);
    }
  }

  static Presence.Online online(long connection, long backlog, JournalRange... held) {
    return new Presence.Online(
        connection,
        new Presence.Snapshot(
            new Moment(1, 1, false),
            "1.0",
            HardwareKind.SIMULATED,
            Presence.DoorState.CLOSED,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(OrderKind.REVOCATIONS, 1L),
            List.of(held),
            backlog));
  }
}
