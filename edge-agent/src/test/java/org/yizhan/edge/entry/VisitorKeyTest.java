package org.yizhan.edge.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.pass.PassSubject;

class VisitorKeyTest {
  private static final PassSubject SUBJECT = new PassSubject("000102030405060708090a0b0c0d0e0f");

  @Test
  void makes_the_first_64_bits_of_an_hmac_that_openssl_agrees_with() {
    // printf … | xxd -r -p | openssl dgst -sha256 -mac HMAC -macopt hexkey:0b0b…
    VisitorKey key = new VisitorKey("0b".repeat(32));

    assertThat(key.pseudonym(SUBJECT).value()).isEqualTo("8392642a81c83749");
  }

  @Test
  void gives_one_person_two_names_under_two_keys() {
    VisitorKey november = new VisitorKey("0b".repeat(32));
    VisitorKey december = new VisitorKey("0c".repeat(32));

    assertThat(november.pseudonym(SUBJECT)).isNotEqualTo(december.pseudonym(SUBJECT));
  }

  @Test
  void never_says_its_secret() {
    assertThat(new VisitorKey("0b".repeat(32)).toString()).doesNotContain("0b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0b", "0B0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"})
  void refuses_what_is_not_256_bits_in_lower_case(String hex) {
    assertThatThrownBy(() -> new VisitorKey(hex)).isInstanceOf(IllegalArgumentException.class);
  }
}
