package org.yizhan.wire;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes nobody should send: each is refused by name, or kept raw, and nothing else goes wrong. */
class HostileWireTest {
  private static final String HEAD =
      "{\"v\":1,\"j\":\"" + WireSamples.JOURNAL + "\",\"n\":1,\"f\":[";
  private static final List<String> NAMED =
      List.of("an envelope", "an entry", "an order", "presence");
  private static final String OPENED = "{\"t\":1,\"w\":2,\"k\":\"door-opened\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"v":2,"j":"J","n":1,"f":[O]}                    | version 2, this program reads 1
          {"v":1,"j":"J","n":1,"f":[]}                     | 1 to 500 facts
          {"v":1,"j":"J","n":1,"f":{}}                     | facts "f" must be a list
          {"v":1,"j":"J","n":0,"f":[O]}                    | first number "n" must be a whole number
          {"v":1,"j":"J","n":1.0,"f":[O]}                  | first number "n" must be a whole number
          {"v":1,"j":"J","n":9007199254740992,"f":[O]}     | first number "n" must be a whole number
          {"v":1,"j":"J","n":9007199254740991,"f":[O,O]}   | numbers end at 9007199254740991
          {"v":1,"j":"j","n":1,"f":[O]}                    | a journal id is 32 hexadecimal digits
          {"v":1,"j":7,"n":1,"f":[O]}                      | journal "j" must be a text
          {"v":1,"n":1,"f":[O]}                            | needs its version
          {"v":1,"v":1,"j":"J","n":1,"f":[O]}              | "v" stands twice, at byte
          {"v":1,"j":"J","n":1,"f":[O],"f":[O]}            | "f" stands twice, at byte
          {"v":1,"j":"J","n":1,"f":[O]}}                   | not JSON we read
          {"v":1,"j":"J","n":1,"f":[O]}{}                  | more after its end
          {"v":1,"j":"J","n":1,"f":[O,]}                   | not JSON we read
          {"v":1,"j":"J","n":1,"f":[O                      | not JSON we read
          {"v":1,"j":"J","n":1,"f":[[[[[[[[7]]]]]]]]}      | not JSON we read
          {'v':1}                                          | not JSON we read
          {/**/"v":1}                                      | not JSON we read
          {"v":NaN}                                        | not JSON we read
          []                                               | begins with '{'
          `  {"v":1}`                                      | begins with '{'
          ``                                               | begins with '{'
          """)
  void refuses_an_envelope_and_says_why(String body, String why) {
    String text = body.replace("\"J\"", "\"" + WireSamples.JOURNAL + "\"").replace("O", OPENED);

    assertThatThrownBy(() -> WireCodec.readEnvelope(text.getBytes(UTF_8)))
        .isInstanceOf(WireException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refuses_another_encoding() {
    String text = HEAD + OPENED + "]}";

    for (byte[] body : List.of(text.getBytes(UTF_16LE), ("\uFEFF" + text).getBytes(UTF_8))) {
      assertThatThrownBy(() -> WireCodec.readEnvelope(body))
          .isInstanceOf(WireException.class)
          .hasMessageContaining("UTF-8");
    }
  }

  @Test
  void refuses_a_stray_byte_before_a_name_that_it_has_seen_without() {
    byte[] stray = (HEAD + OPENED + "," + OPENED.replace("\"k\"", "\"?k\"") + "]}").getBytes(UTF_8);
    for (int i = 1; i < stray.length; i++) {
      stray[i] = stray[i] == '?' && stray[i - 1] == '"' ? (byte) 0xFF : stray[i];
    }

    assertThatThrownBy(() -> WireCodec.readEnvelope(stray)).hasMessageContaining("UTF-8");
  }

  @Test
  void refuses_more_facts_or_bytes_than_an_envelope_has() {
    String many = HEAD + String.join(",", Collections.nCopies(501, OPENED)) + "]}";
    String big = HEAD + OPENED + "]," + " ".repeat(Envelope.BYTES_MAX) + "\"x\":1}";

    assertThatThrownBy(() -> WireCodec.readEnvelope(many.getBytes(UTF_8)))
        .hasMessageContaining("at most 500 facts, at byte");
    assertThatThrownBy(() -> WireCodec.readEnvelope(big.getBytes(UTF_8)))
        .hasMessageContaining("at most 131072 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"t\":1,\"w\":2,\"t\":1,\"k\":\"door-opened\"}", // twice
        "{\"t\":1,\"w\":2,\"g\":2,\"k\":\"door-opened\"}", // trusted and guessed
        "{\"t\":1,\"k\":\"door-opened\"}", // no wall time
        "{\"t\":-1,\"w\":2,\"k\":\"door-opened\"}",
        "{\"t\":1e3,\"w\":2,\"k\":\"door-opened\"}",
        "{\"t\":99999999999999999999999,\"w\":2,\"k\":\"door-opened\"}",
        "{\"t\":\"1\",\"w\":2,\"k\":\"door-opened\"}",
        "{\"t\":1,\"w\":2,\"k\":\"Door Opened\"}",
        "{\"t\":1,\"w\":2,\"k\":7}",
        "{\"t\":1,\"w\":2}",
        "{\"t\":1,\"w\":2,\"k\":\"fault-raised\",\"f\":\"too-cold\",\"x\":\"a\",\"d\":\"\\ud800\"}",
        "{\"t\":1,\"w\":2,\"k\":\"missing\",\"n\":0,\"y\":\"shed\"}",
        "{\"t\":1,\"w\":2,\"k\":\"pass-refused\",\"y\":\"expired\",\"v\":null}",
        "{\"t\":1,\"w\":2,\"k\":\"person-left\",\"n\":{\"deep\":[1]}}",
        "7",
        "\"text\"",
        "null",
        "[]",
        "{}"
      })
  void keeps_a_bad_fact_raw_and_its_neighbours_whole(String bad) {
    Envelope read =
        WireCodec.readEnvelope((HEAD + OPENED + "," + bad + "," + OPENED + "]}").getBytes(UTF_8));

    assertThat(read.entries()).hasSize(3);
    assertThat(read.entries().get(0).fact()).isEqualTo(new Fact.DoorOpened());
    assertThat(read.entries().get(2).fact()).isEqualTo(new Fact.DoorOpened());
    Fact.Unknown kept = (Fact.Unknown) read.entries().get(1).fact();
    assertThat(kept.type()).startsWith(WireCodec.UNREADABLE);
    assertThat(kept.json()).contains(bad);
    assertThat(WireCodec.problemOf(kept)).isPresent();
    Entry again = WireCodec.readEntry(WireCodec.writeEntry(read.entries().get(1)));
    assertThat(again.fact()).isEqualTo(kept);
  }

  @Test
  void keeps_of_a_fact_too_big_its_name_and_size() {
    String big = "{\"t\":7,\"w\":8,\"k\":\"door-opened\",\"x\":\"" + "水".repeat(3_000) + "\"}";

    Entry read = WireCodec.readEnvelope((HEAD + big + "]}").getBytes(UTF_8)).entries().getFirst();

    assertThat(read)
        .isEqualTo(
            new Entry(
                new Moment(7, 8, true),
                new Fact.Unknown(
                    WireCodec.OVERSIZE,
                    "{\"t\":7,\"w\":8,\"k\":\"oversize\",\"of\":\"door-opened\",\"size\":9038}")));
    assertThat(WireCodec.readEntry(WireCodec.writeEntry(read))).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"k\":\"acknowledge\"}",
        "{\"k\":\"acknowledge\",\"k\":\"acknowledge\"}",
        "{\"k\":\"unlock-door\",\"id\":\"\",\"x\":1}",
        "{\"k\":\"unlock-door\",\"id\":\"a\",\"x\":1,\"x\":2}",
        "{\"k\":\"apply-profile\",\"r\":1,\"y\":\"a: \\u0000\"}",
        "{\"k\":\"apply-profile\",\"r\":1,\"y\":\"\\udc00\"}",
        "{\"k\":\"apply-revocations\",\"r\":1,\"w\":1,\"p\":[\"zz\"]}",
        "{\"k\":\"apply-issuers\",\"r\":1,\"s\":[{\"i\":\"a\"}]}",
        "{\"k\":\"apply-issuers\",\"r\":1,\"s\":[7]}",
        "{\"k\":\"apply-stock\",\"r\":1}",
        "{\"k\":\"apply-stock\",\"r\":1,\"s\":[{\"i\":\"a\",\"u\":1,\"y\":\"counted\"}]}",
        "{\"k\":\"apply-stock\",\"r\":1,\"s\":[{\"i\":\"a\",\"u\":-1,\"y\":\"counted\",\"w\":1}]}",
        "{\"k\":\"apply-stock\",\"r\":1,\"s\":[{\"i\":\"a\",\"u\":10001,\"y\":\"counted\",\"w\":1}]}",
        "{\"k\":\"apply-stock\",\"r\":1,\"s\":[{\"i\":\"A b\",\"u\":1,\"y\":\"counted\",\"w\":1}]}",
        "{\"k\":\"apply-stock\",\"r\":1,\"s\":[{\"i\":\"a\",\"y\":\"scale\",\"w\":1},{\"i\":\"a\",\"u\":2,\"y\":\"scale\",\"w\":2}]}",
        "{\"k\":\"UNLOCK\"}"
      })
  void refuses_a_bad_order(String body) {
    assertThatThrownBy(() -> WireCodec.readOrder(body.getBytes(UTF_8)))
        .isInstanceOf(WireException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"k\":\"gone\"}",
        "{\"k\":\"gone\",\"n\":-1}",
        "{\"k\":\"asleep\",\"n\":1}",
        "{\"k\":\"online\",\"n\":1,\"t\":1,\"w\":1,\"a\":\"1\",\"h\":\"real\",\"d\":\"open\",\"b\":0,\"f\":[],"
            + "\"r\":{\"profile\":1,\"profile\":2},\"j\":[]}"
      })
  void refuses_bad_presence(String body) {
    assertThatThrownBy(() -> WireCodec.readPresence(body.getBytes(UTF_8)))
        .isInstanceOf(WireException.class);
  }

  @Test
  void a_range_does_not_end_before_it_begins() {
    String sample =
        new String(WireCodec.writePresence(presence()), UTF_8)
            .replace("\"n\":1,\"x\":311", "\"n\":9,\"x\":8");

    assertThatThrownBy(() -> WireCodec.readPresence(sample.getBytes(UTF_8)))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("does not end before it begins");
  }

  private static Presence presence() {
    return WireSamples.presences().getOrDefault("online", new Presence.Gone(0));
  }

  @Test
  void nothing_cut_short_is_whole() {
    for (Map.Entry<String, byte[]> sample : GoldenSamplesTest.samples().entrySet()) {
      byte[] whole = sample.getValue();
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThat(refusal(sample.getKey(), cut))
            .as("%s cut to %d bytes", sample.getKey(), length)
            .isNotEmpty();
      }
    }
  }

  @Test
  void any_changed_byte_is_read_or_refused_by_name() {
    for (Map.Entry<String, byte[]> sample : GoldenSamplesTest.samples().entrySet()) {
      for (int at = 0; at < sample.getValue().length; at++) {
        for (byte other : new byte[] {0, '"', '}', ',', '9', '\\', (byte) 0x80, (byte) 0xED}) {
          byte[] changed = sample.getValue().clone();
          changed[at] = other;
          assertThat(refusal(sample.getKey(), changed))
              .as("%s with byte %d as %02x", sample.getKey(), at, other)
              .matches(why -> why.isEmpty() || NAMED.stream().anyMatch(why::startsWith));
        }
      }
    }
  }

  /** Why the body is refused; empty when it is read. */
  private static String refusal(String sample, byte[] body) {
    try {
      read(sample, body);
      return "";
    } catch (WireException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static Object read(String sample, byte[] body) {
    if (sample.startsWith("fact-")) {
      return WireCodec.writeEntry(WireCodec.readEntry(body));
    }
    if (sample.startsWith("order-")) {
      return WireCodec.readOrder(body);
    }
    return sample.startsWith("presence-")
        ? WireCodec.readPresence(body)
        : WireCodec.readEnvelope(body);
  }
}
