package org.yizhan.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  /** Made by the reference implementation: argon2 with salt "somesalt", m=256 KiB, t=2, p=1. */
  private static final PasswordHash REFERENCE =
      new PasswordHash(
          "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
              + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");

  @Test
  void agrees_with_the_reference_implementation() {
    assertThat(REFERENCE.matches("password")).isTrue();
    assertThat(REFERENCE.matches("Password")).isFalse();
  }

  @Test
  void knows_its_own_password_and_no_other() {
    PasswordHash hash = PasswordHash.of("correct horse 电池");

    assertThat(hash.matches("correct horse 电池")).isTrue();
    assertThat(hash.matches("correct horse 电")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void carries_its_figures_and_tells_when_they_are_out_of_date() {
    assertThat(PasswordHash.of("x").encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(PasswordHash.of("x").isCurrent()).isTrue();
    assertThat(REFERENCE.isCurrent()).isFalse();
  }

  @Test
  void salts_the_same_password_differently_each_time() {
    assertThat(PasswordHash.of("same")).isNotEqualTo(PasswordHash.of("same"));
  }

  @Test
  void refuses_a_row_that_is_no_hash_and_never_shows_itself() {
    assertThat(new PasswordHash("password").matches("password")).isFalse();
    assertThat(new PasswordHash("$argon2id$v=19$m=999999999,t=1,p=1$a$b").matches("")).isFalse();
    assertThat(REFERENCE.toString()).doesNotContain("$");
  }
}
