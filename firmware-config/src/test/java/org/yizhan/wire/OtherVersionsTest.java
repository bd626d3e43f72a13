package org.yizhan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.yizhan.pass.PassKind;
import org.yizhan.station.ItemCode;

/** Stations and hubs are never upgraded all at once: each must get on with an older and a newer. */
class OtherVersionsTest {
  /** What an agent of a later year might send: newer fields, a newer fact, a newer word. */
  private static final String NEWER_ENVELOPE =
      """
      {"v":1,"compression":{"of":"nothing"},"j":"%s","n":7,"f":[\
      {"t":1,"w":2,"k":"pass-admitted","v":"9c41d0e2b7a6f583","p":"card","us":412,"lane":3,"why":{"score":[0.5]}},\
      {"t":2,"w":3,"k":"umbrella-lent","slot":4,"until":[1,2]},\
      {"t":3,"w":4,"k":"fault-raised","f":"roof-leaks","x":"roof","d":""},\
      {"t":4,"w":5,"k":"door-closed"}],"sent":99}\
      """
          .formatted(WireSamples.JOURNAL);

  @Test
  void an_older_hub_understands_what_it_can_of_a_newer_agent() {
    Envelope read = WireCodec.readEnvelope(NEWER_ENVELOPE.getBytes(UTF_8));

    assertThat(read.entries().stream().map(Entry::fact))
        .containsExactly(
            new Fact.PassAdmitted(WireSamples.VISITOR, PassKind.CARD, true, 412),
            new Fact.Unknown(
                "umbrella-lent",
                "{\"t\":2,\"w\":3,\"k\":\"umbrella-lent\",\"slot\":4,\"until\":[1,2]}"),
            new Fact.Unknown(
                "unreadable:fault-raised",
                "{\"t\":3,\"w\":4,\"k\":\"fault-raised\",\"f\":\"roof-leaks\",\"x\":\"roof\",\"d\":\"\"}"),
            new Fact.DoorClosed());
    assertThat(read.next()).isEqualTo(new Sequence(11));
  }

  @Test
  void an_older_hub_keeps_all_a_newer_agent_said() {
    byte[] body = NEWER_ENVELOPE.getBytes(UTF_8);
    List<String> kept = new ArrayList<>();

    WireCodec.readEnvelope(
        body, (entry, from, to) -> kept.add(new String(body, from, to - from, UTF_8)));

    assertThat(kept).hasSize(4);
    assertThat(kept.get(0)).contains("\"lane\":3,\"why\":{\"score\":[0.5]}");
    assertThat(kept.get(1)).contains("\"until\":[1,2]");
  }

  @Test
  void says_what_an_upgrade_would_make_readable() {
    Envelope read = WireCodec.readEnvelope(NEWER_ENVELOPE.getBytes(UTF_8));

    Optional<String> newer = WireCodec.problemOf((Fact.Unknown) read.entries().get(1).fact());
    Optional<String> word = WireCodec.problemOf((Fact.Unknown) read.entries().get(2).fact());

    assertThat(newer).isEmpty();
    assertThat(word).hasValue("kind of fault \"roof-leaks\" is not known here");
  }

  /** A release that rolled back finds a journal with facts it does not know, and sends them on. */
  @Test
  void an_agent_rolled_back_sends_on_what_the_newer_one_wrote() {
    byte[] body = NEWER_ENVELOPE.getBytes(UTF_8);
    Envelope read = WireCodec.readEnvelope(body);

    String sentOn = new String(WireCodec.writeEnvelope(read), UTF_8);

    assertThat(sentOn)
        .contains("{\"t\":2,\"w\":3,\"k\":\"umbrella-lent\",\"slot\":4,\"until\":[1,2]}")
        .contains("\"f\":\"roof-leaks\"");
    assertThat(WireCodec.readEnvelope(sentOn.getBytes(UTF_8))).isEqualTo(read);
  }

  @Test
  void an_older_agent_names_the_order_it_does_not_know() {
    Order read =
        WireCodec.readOrder(
            "{\"k\":\"apply-release\",\"r\":4,\"url\":\"https://hub.example/a.deb\",\"p\":[{}]}"
                .getBytes(UTF_8));

    assertThat(read).isEqualTo(new Order.Unknown("apply-release"));
  }

  @Test
  void an_older_agent_passes_over_newer_fields_of_an_order() {
    Order read =
        WireCodec.readOrder(
            "{\"k\":\"unlock-door\",\"door\":\"side\",\"id\":\"u1\",\"x\":5,\"by\":{\"who\":[1]}}"
                .getBytes(UTF_8));

    assertThat(read).isEqualTo(new Order.UnlockDoor("u1", 5));
  }

  @Test
  void an_older_hub_passes_over_newer_words_of_presence() {
    String newer =
        """
        {"k":"online","n":5,"t":1,"w":2,"a":"9.0","h":"real","d":"ajar","b":0,"battery":{"v":3.7},\
        "f":[{"f":"roof-leaks","x":"roof","t":1,"w":2},{"f":"too-cold","x":"climate","t":1,"w":2,"by":1}],\
        "r":{"profile":1,"release":9},"j":[]}\
        """;

    Presence.Online read = (Presence.Online) WireCodec.readPresence(newer.getBytes(UTF_8));

    assertThat(read.now().door()).isEqualTo(Presence.DoorState.UNKNOWN);
    assertThat(read.now().faults())
        .extracting(Presence.Fault::kind)
        .containsExactly(FaultKind.TOO_COLD);
    assertThat(read.now().applied()).isEqualTo(Map.of(OrderKind.PROFILE, 1L));
  }

  /** What it does not know how to say, it does not claim to be weighed or counted. */
  @Test
  void an_older_agent_takes_a_level_known_in_a_newer_way_for_reckoned() {
    Order read =
        WireCodec.readOrder(
            "{\"k\":\"apply-stock\",\"r\":4,\"s\":[{\"i\":\"a\",\"u\":7,\"y\":\"seen-by-camera\",\"w\":9}]}"
                .getBytes(UTF_8));

    assertThat(read)
        .isEqualTo(
            new Order.ApplyStock(
                4,
                List.of(
                    new ShelfLevel(
                        new ItemCode("a"), OptionalInt.of(7), ShelfLevel.How.RECKONED, 9))));
  }
}
