package org.yizhan.edge.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenmlPackTest {
  private static final String WEIGHTS =
      """
      [{"bn":"shelf-1","bt":1.7e9,"bu":"g","bver":5,"v":4200},{"t":60,"v":3620,"u":"g"}]\
      """;

  @Test
  void resolves_base_name_time_and_unit() throws Exception {
    assertThat(json(WEIGHTS))
        .containsExactly(
            new SenmlRecord("shelf-1", "g", 4_200, 1.7e9),
            new SenmlRecord("shelf-1", "g", 3_620, 1.7e9 + 60));
  }

  @Test
  void resolves_the_multiple_measurements_of_the_standard() throws Exception {
    // RFC 8428 section 5.1.3, its third example shortened
    List<SenmlRecord> records =
        json(
            """
            [{"bn":"urn:dev:ow:10e2073a01080063:","bt":1.320067464e+09,"bu":"%RH","v":20},
             {"u":"lon","v":24.30621},{"u":"lat","v":60.07965},{"t":60,"v":20.3}]\
            """);

    assertThat(records).hasSize(4);
    assertThat(records.get(1).unit()).isEqualTo("lon");
    assertThat(records.getLast())
        .isEqualTo(
            new SenmlRecord("urn:dev:ow:10e2073a01080063:", "%RH", 20.3, 1.320067464e9 + 60));
  }

  @Test
  void adds_base_value_and_value() throws Exception {
    assertThat(json("[{\"n\":\"a\",\"bv\":100,\"v\":-20,\"u\":\"kg\"}]"))
        .containsExactly(new SenmlRecord("a", "kg", 80, 0));
  }

  @Test
  void passes_over_other_values_and_fields_it_need_not_know() throws Exception {
    assertThat(
            json(
                "[{\"n\":\"a\",\"vs\":\"ok\"},{\"n\":\"b\",\"v\":1,\"x\":{\"y\":[1]}},{\"n\":\"c\",\"s\":5}]"))
        .containsExactly(new SenmlRecord("b", "", 1, 0));
  }

  @Test
  void reads_the_same_pack_in_cbor() throws Exception {
    // [{-2: "shelf-1", -3: 1700000000, 1: "g", 2: 4200}]
    byte[] cbor =
        HexFormat.of()
            .parseHex("81a4216773" + "68656c662d31" + "221a6553f100" + "016167" + "02191068");

    assertThat(SenmlPack.readCbor(cbor))
        .containsExactly(new SenmlRecord("shelf-1", "g", 4_200, 1.7e9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "[1]",
        "[[]]",
        "[{\"n\":\"a\",\"v\":1}",
        "[{\"n\":\"a\",\"v\":1}] 1",
        "[{\"n\":\"a\",\"v\":\"1\"}]",
        "[{\"n\":5,\"v\":1}]",
        "[{\"n\":\"a\",\"v\":1,\"v\":2}]",
        "[{\"n\":\"a\",\"v\":1,\"vs\":\"x\"}]",
        "[{\"n\":\"a\",\"v\":NaN}]",
        "[{\"n\":\"a\",\"v\":1e400}]",
        "[{\"n\":\"-a\",\"v\":1}]",
        "[{\"n\":\"a b\",\"v\":1}]",
        "[{\"v\":1}]",
        "[{\"bver\":11,\"n\":\"a\",\"v\":1}]",
        "[{\"must_\":1,\"n\":\"a\",\"v\":1}]",
        "[{\"n\":\"a\",\"v\":1,\"x\":[[[[[[1]]]]]]}]"
      })
  void refuses_what_is_no_pack(String text) {
    assertThatThrownBy(() -> json(text)).isInstanceOf(SenmlRefusal.class);
  }

  @Test
  void refuses_what_is_too_long() {
    String one = "{\"n\":\"a\",\"v\":1}";

    assertThatThrownBy(() -> json("[" + (one + ",").repeat(SenmlPack.RECORDS_MAX) + one + "]"))
        .isInstanceOf(SenmlRefusal.class)
        .hasMessageContaining("records");
    assertThatThrownBy(() -> json("[" + one + " ".repeat(SenmlPack.BYTES_MAX) + "]"))
        .isInstanceOf(SenmlRefusal.class)
        .hasMessageContaining("bytes");
  }

  @Test
  void takes_or_refuses_whatever_comes_but_never_breaks() {
    byte[] good = WEIGHTS.getBytes(StandardCharsets.UTF_8);
    for (long seed = 0; seed < 20_000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      byte[] bytes = good.clone();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }

      assertThat(outcome(bytes, random.nextBoolean())).as("seed %d", seed).isNotEmpty();
    }
  }

  private static String outcome(byte[] bytes, boolean cbor) {
    try {
      return "taken " + (cbor ? SenmlPack.readCbor(bytes) : SenmlPack.readJson(bytes));
    } catch (SenmlRefusal refusal) {
      return "refused " + refusal.getMessage();
    }
  }

  private static List<SenmlRecord> json(String text) throws SenmlRefusal {
    return SenmlPack.readJson(text.getBytes(StandardCharsets.UTF_8));
  }
}
