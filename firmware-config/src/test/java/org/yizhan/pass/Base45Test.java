package org.yizhan.pass;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {
  /** RFC 9285 sections 4.3 (encoding) and 4.4 (decoding). */
  @ParameterizedTest
  @CsvSource({"AB,BB8", "Hello!!,%69 VD92EX0", "base-45,UJCLQE7W581", "ietf!,QED8WEX0"})
  void agrees_with_the_examples_of_rfc_9285(String plain, String encoded) {
    assertThat(Base45.encode(plain.getBytes(US_ASCII))).isEqualTo(encoded);
    assertThat(Base45.decode(encoded)).isEqualTo(plain.getBytes(US_ASCII));
  }

  /** "GGW" is 65536, "::" is 2024, "U5" is 255 and "V5" is 256 (RFC 9285 section 6). */
  @ParameterizedTest
  @ValueSource(
      strings = {"GGW", ":::", "V5", "::", "A", "BB8A", "ab8", "BB8\u00e9A", "BB\u65308", "B\n8"})
  void refuses_what_no_encoder_writes(String text) {
    assertThatThrownBy(() -> Base45.decode(text)).isInstanceOf(MalformedPassException.class);
  }

  @Test
  void takes_the_largest_groups() {
    assertThat(Base45.decode("FGWU5")).isEqualTo(new byte[] {-1, -1, -1});
  }

  @Test
  void gives_back_whatever_was_encoded() {
    long seed = 45;
    SplittableRandom random = new SplittableRandom(seed);
    for (int length = 0; length < 400; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);

      String text = Base45.encode(bytes);

      assertThat(Base45.decode(text)).as("seed %d, length %d", seed, length).isEqualTo(bytes);
    }
  }
}
