package org.yizhan.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.store.SampleJournal;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import org.yizhan.wire.Presence;

class HostileClientTest {
  private static final String KIOSK = "kiosk-1";
  private static final String FACTS = "yizhan/v1/kiosk-1/facts";

  @TempDir private Path folder;
  private TestHub hub;

  @BeforeEach
  void start() throws GeneralSecurityException, IOException {
    hub = new TestHub(folder);
  }

  /** Whatever a hostile client did, an honest station is served afterwards. */
  @AfterEach
  void serves_an_honest_station_and_stops() throws Exception {
    SampleJournal journal = SampleJournal.of("kiosk-9", new Random(9));
    try (RawMqtt station = hub.station("kiosk-9")) {
      station.publish(journal.whole());
      station.awaitOrder(Order.Acknowledge.class);
    }
    hub.close();
  }

  @Test
  void an_anonymous_client_is_told_it_is_not_authorised() throws Exception {
    try (RawMqtt client = new RawMqtt(hub.authority.anonymous(), hub.port())) {
      assertThat(client.connect(KIOSK).reason()).isEqualTo(0x87);
      client.awaitEnd();
    }

    assertThat(hub.cutOff("anonymous")).isEqualTo(1);
  }

  @Test
  void a_certificate_of_another_authority_ends_in_the_handshake() throws Exception {
    TestAuthority foreign = new TestAuthority("Test authority");
    try (RawMqtt client = new RawMqtt(foreign.stranger(KIOSK, hub.authority), hub.port())) {
      assertThatThrownBy(() -> client.connect(KIOSK)).isInstanceOf(IOException.class);
    }

    TestHub.until("counted", () -> hub.cutOff("untrusted_certificate") == 1);
  }

  @Test
  void a_replaced_certificate_opens_nothing() throws Exception {
    hub.replaced.add(KIOSK);
    try (RawMqtt client = hub.client(KIOSK)) {
      assertThat(client.connect(KIOSK).reason()).isEqualTo(0x87);
    }
  }

  @Test
  void a_device_that_is_replaced_while_it_is_connected_is_cut_off() throws Exception {
    try (RawMqtt client = hub.station(KIOSK)) {
      hub.replaced.add(KIOSK);
      hub.orders.want(new Order.ApplyIssuers(1, List.of()));

      assertThat(client.await(RawMqtt.DISCONNECT).reason()).isEqualTo(0x87);
      client.awaitEnd();
    }

    assertThat(hub.cutOff("replaced")).isEqualTo(1);
  }

  @Test
  void nobody_connects_under_another_station_s_name() throws Exception {
    try (RawMqtt client = hub.client(KIOSK)) {
      assertThat(client.connect("kiosk-2").reason()).isEqualTo(0x85);
      client.awaitEnd();
    }
  }

  @Test
  void an_older_protocol_is_refused_in_its_own_words() throws Exception {
    try (RawMqtt client = hub.client(KIOSK)) {
      assertThat(client.connect(KIOSK, 60, Optional.empty(), 4).reason()).isEqualTo(1);
    }
  }

  @Test
  void a_client_that_would_never_be_missed_is_refused() throws Exception {
    try (RawMqtt client = hub.client(KIOSK)) {
      assertThat(client.connect(KIOSK, 0, Optional.empty(), 5).reason()).isEqualTo(0x83);
    }
  }

  @Test
  void facts_of_another_station_are_not_taken() throws Exception {
    SampleJournal foreign = SampleJournal.of("kiosk-2", new Random(2));
    try (RawMqtt client = hub.station(KIOSK)) {
      client.publish(foreign.whole());

      assertThat(client.await(RawMqtt.DISCONNECT).reason()).isEqualTo(0x87);
      client.awaitEnd();
    }

    assertThat(hub.readings().lastFacts(new StationId("kiosk-2"), 10)).isEmpty();
    assertThat(hub.cutOff("wrong_topic")).isEqualTo(1);
  }

  @Test
  void orders_of_another_station_or_of_all_cannot_be_heard() throws Exception {
    for (String topic : new String[] {"yizhan/v1/kiosk-2/orders", "yizhan/v1/+/orders", "#"}) {
      try (RawMqtt client = hub.client(KIOSK)) {
        client.connect(KIOSK);
        client.subscribe(topic);

        assertThat(client.await(RawMqtt.DISCONNECT).reason()).as(topic).isEqualTo(0x87);
        client.awaitEnd();
      }
    }
  }

  @Test
  void nobody_publishes_orders() throws Exception {
    try (RawMqtt client = hub.station(KIOSK)) {
      client.publish("yizhan/v1/kiosk-1/orders", 1, new byte[] {'{', '}'});

      assertThat(client.await(RawMqtt.DISCONNECT).reason()).isEqualTo(0x87);
    }
  }

  @Test
  void quality_of_service_0_and_2_are_not_supported_for_facts() throws Exception {
    for (int qos : new int[] {0, 2}) {
      try (RawMqtt client = hub.station(KIOSK)) {
        client.publish(FACTS, qos, new byte[10]);

        assertThat(client.await(RawMqtt.DISCONNECT).reason()).as("QoS %d", qos).isEqualTo(0x9B);
        client.awaitEnd();
      }
    }
  }

  @Test
  void an_envelope_without_its_label_is_a_protocol_error() throws Exception {
    try (RawMqtt client = hub.station(KIOSK)) {
      client.publish(FACTS, 1, new byte[10], "journal", "nonsense", "first", "-1");

      assertThat(client.await(RawMqtt.DISCONNECT).reason()).isEqualTo(0x82);
    }
  }

  @Test
  void a_message_larger_than_any_envelope_is_cut_off() throws Exception {
    try (RawMqtt client = hub.station(KIOSK)) {
      client.publish(FACTS, 1, new byte[200 * 1024]);

      assertThat(client.await(RawMqtt.DISCONNECT).reason()).isEqualTo(0x95);
      client.awaitEnd();
    } catch (IOException resetWhileSending) {
      assertThat(resetWhileSending).isNotNull();
    }

    TestHub.until("counted", () -> hub.cutOff("too_large") == 1);
  }

  @Test
  void an_envelope_a_little_too_large_is_cut_off_too() throws Exception {
    SampleJournal journal = SampleJournal.of(KIOSK, new Random(5));
    try (RawMqtt client = hub.station(KIOSK)) {
      client.publish(journal.unreadable(1, 1, new byte[128 * 1024 + 1]));

      assertThat(client.await(RawMqtt.DISCONNECT).reason()).isEqualTo(0x95);
    }
  }

  @Test
  void a_body_that_is_no_json_is_kept_and_answered() throws Exception {
    SampleJournal journal = SampleJournal.of(KIOSK, new Random(6));
    byte[] noise = new byte[1_000];
    new Random(6).nextBytes(noise);
    try (RawMqtt client = hub.station(KIOSK)) {
      client.publish(journal.unreadable(1, 4, noise));

      assertThat(client.awaitOrder(Order.Acknowledge.class).next().value()).isEqualTo(5);
    }
  }

  @Test
  void an_unreadable_presence_is_cut_off() throws Exception {
    try (RawMqtt client = hub.station(KIOSK)) {
      client.publish("yizhan/v1/kiosk-1/presence", 1, new byte[0]);

      assertThat(client.await(RawMqtt.DISCONNECT).reason()).isEqualTo(0x99);
    }
  }

  @Test
  void a_last_will_for_another_station_is_refused() throws Exception {
    try (RawMqtt client = hub.client(KIOSK)) {
      assertThat(client.connect("kiosk-2", 60, Optional.of(new Presence.Gone(1)), 5).reason())
          .isEqualTo(0x85);
    }
  }

  @Test
  void a_client_that_does_not_wait_for_answers_is_cut_off() throws Exception {
    SampleJournal journal = SampleJournal.of(KIOSK, new Random(7));
    try (RawMqtt client = hub.station(KIOSK)) {
      assertThatFloodEnds(() -> client.publish(journal.whole()));
    }

    TestHub.until("counted", () -> hub.cutOff("too_many_in_flight") + hub.cutOff("flooding") == 1);
  }

  @Test
  void a_flood_of_pings_is_cut_off() throws Exception {
    try (RawMqtt client = hub.station(KIOSK)) {
      assertThatFloodEnds(client::ping);
    }

    TestHub.until("counted", () -> hub.cutOff("flooding") == 1);
  }

  @Test
  void noise_after_connect_is_cut_off() throws Exception {
    try (RawMqtt client = hub.station(KIOSK)) {
      client.sendBytes(new byte[] {(byte) 0xF7, 0x7F, 0, 0, 1, 2, 3});

      client.awaitEnd();
    }
  }

  @Test
  void who_never_greets_is_not_waited_for() throws Exception {
    try (Socket mute = new Socket(InetAddress.getLoopbackAddress(), hub.port());
        RawMqtt afterTls = hub.client(KIOSK)) {
      mute.setSoTimeout(15_000);
      afterTls.sendBytes(new byte[] {0x10});

      assertThat(mute.getInputStream().readAllBytes()).isEmpty();
      afterTls.awaitEnd();
    }
  }

  @Test
  void who_speaks_plain_text_to_the_tls_port_gets_nowhere() throws Exception {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), hub.port())) {
      plain.setSoTimeout(15_000);
      plain.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(plain.getInputStream().readNBytes(100).length).isLessThan(100);
    }
  }

  /** Something a test does until it fails. */
  private interface Sending {
    void run() throws IOException;
  }

  private static void assertThatFloodEnds(Sending sending) {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 200_000; i++) {
                sending.run();
              }
            })
        .isInstanceOf(IOException.class);
  }
}
