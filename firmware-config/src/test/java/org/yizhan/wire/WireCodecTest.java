package org.yizhan.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yizhan.station.FixtureName;

class WireCodecTest {
  @Test
  void reads_back_an_envelope_of_every_fact() {
    Envelope sent = WireSamples.envelope();

    Envelope read = WireCodec.readEnvelope(WireCodec.writeEnvelope(sent));

    assertThat(read).isEqualTo(sent);
    assertThat(read.next()).isEqualTo(new Sequence(41 + 30 + 250));
  }

  @Test
  void reads_back_every_entry_by_itself() {
    for (Entry sent : WireSamples.envelope().entries()) {
      assertThat(WireCodec.readEntry(WireCodec.writeEntry(sent))).isEqualTo(sent);
    }
  }

  @Test
  void reads_back_every_order() {
    for (Order sent : WireSamples.orders().values()) {
      assertThat(WireCodec.readOrder(WireCodec.writeOrder(sent))).isEqualTo(sent);
    }
  }

  @Test
  void reads_back_every_presence() {
    for (Presence sent : WireSamples.presences().values()) {
      assertThat(WireCodec.readPresence(WireCodec.writePresence(sent))).isEqualTo(sent);
    }
  }

  @Test
  void an_entry_has_the_same_bytes_alone_and_within_an_envelope() {
    Envelope sent = WireSamples.envelope();
    byte[] body = WireCodec.writeEnvelope(sent);
    List<String> slices = new ArrayList<>();

    WireCodec.readEnvelope(
        body,
        (entry, from, to) -> slices.add(new String(body, from, to - from, StandardCharsets.UTF_8)));

    assertThat(slices)
        .isEqualTo(
            sent.entries().stream()
                .map(entry -> new String(WireCodec.writeEntry(entry), StandardCharsets.UTF_8))
                .toList());
  }

  @Test
  void keeps_the_neighbours_of_a_bad_fact() {
    Envelope read =
        readEnvelope(
            """
            {"v":1,"j":"%s","n":5,"f":[
            {"t":1,"w":2,"k":"door-opened"},
            {"t":1,"w":2,"k":"person-entered","n":11},
            7,
            {"t":3,"w":4,"k":"door-closed"}]}\
            """);

    assertThat(read.entries())
        .containsExactly(
            new Entry(new Moment(1, 2, true), new Fact.DoorOpened()),
            new Entry(
                new Moment(1, 2, false),
                new Fact.Unknown(
                    "unreadable:person-entered",
                    "{\"t\":1,\"w\":2,\"k\":\"person-entered\",\"n\":11}")),
            new Entry(
                new Moment(1, 2, false), new Fact.Unknown("unreadable:?", "{\"unreadable\":7}")),
            new Entry(new Moment(3, 4, true), new Fact.DoorClosed()));
    assertThat(WireCodec.problemOf((Fact.Unknown) read.entries().get(1).fact()))
        .hasValue("people lies between 1 and 10, not 11");
  }

  @Test
  void keeps_a_newer_fact_exactly_as_it_came() {
    String newer = "{ \"k\":\"roof-opened\", \"t\":9,\"w\":8, \"by\":{\"wind\":[1.5,null]} }";

    Envelope read = readEnvelope("{\"v\":1,\"j\":\"%s\",\"n\":1,\"f\":[" + newer + "]}");

    Entry entry = read.entries().getFirst();
    assertThat(entry)
        .isEqualTo(new Entry(new Moment(9, 8, true), new Fact.Unknown("roof-opened", newer)));
    assertThat(WireCodec.problemOf((Fact.Unknown) entry.fact())).isEmpty();
    assertThat(WireCodec.writeEntry(entry)).isEqualTo(newer.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void writes_a_text_with_half_a_surrogate_rather_than_failing() {
    Fact fact = new Fact.FaultRaised(FaultKind.NODE_SILENT, new FixtureName("scale"), "a\uD800b");

    Entry read = WireCodec.readEntry(WireCodec.writeEntry(new Entry(WireSamples.TRUSTED, fact)));

    assertThat(((Fact.FaultRaised) read.fact()).detail()).isEqualTo("a\uFFFDb");
  }

  @Test
  void cuts_an_envelope_to_both_bounds() {
    Fact wide =
        new Fact.FaultRaised(
            FaultKind.SENSOR_FAILED, new FixtureName("radar"), "\u0001".repeat(200));
    List<Entry> wideOnes = new ArrayList<>();
    List<Entry> narrowOnes = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      wideOnes.add(new Entry(WireSamples.TRUSTED, wide));
      narrowOnes.add(new Entry(WireSamples.TRUSTED, new Fact.DoorOpened()));
    }

    Envelope byBytes = WireCodec.fit(WireSamples.JOURNAL, Sequence.FIRST, wideOnes);
    Envelope byCount = WireCodec.fit(WireSamples.JOURNAL, Sequence.FIRST, narrowOnes);

    assertThat(byCount.entries()).hasSize(Envelope.ENTRIES_MAX);
    assertThat(WireCodec.writeEnvelope(byBytes).length)
        .isBetween(Envelope.BYTES_MAX - 1_500, Envelope.BYTES_MAX);
    assertThatThrownBy(
            () ->
                WireCodec.writeEnvelope(
                    new Envelope(WireSamples.JOURNAL, Sequence.FIRST, wideOnes.subList(0, 500))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Envelope readEnvelope(String json) {
    return WireCodec.readEnvelope(
        json.formatted(WireSamples.JOURNAL).getBytes(StandardCharsets.UTF_8));
  }
}
