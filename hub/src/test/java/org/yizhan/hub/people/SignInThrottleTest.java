package org.yizhan.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private final SignInThrottle throttle = new SignInThrottle();

  @Test
  void lets_a_forgetful_person_try_a_few_times() {
    for (int tries = 0; tries < 5; tries++) {
      assertThat(throttle.begin("meilin", "192.0.2.1", NOON)).isZero();
    }
    assertThat(throttle.begin("meilin", "192.0.2.1", NOON)).isPositive();
  }

  @Test
  void makes_an_account_wait_longer_and_longer_whatever_the_address_but_never_for_ever() {
    Instant now = NOON;
    Duration longest = Duration.ZERO;
    for (int tries = 0; tries < 40; tries++) {
      Duration pause = throttle.begin("meilin", "192.0.2." + tries, now);
      longest = pause.compareTo(longest) > 0 ? pause : longest;
      now = now.plus(pause);
    }

    assertThat(longest)
        .isGreaterThan(Duration.ofMinutes(10))
        .isLessThanOrEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void makes_an_address_wait_that_tries_many_accounts() {
    for (int tries = 0; tries < 20; tries++) {
      assertThat(throttle.begin("name" + tries, "192.0.2.1", NOON)).isZero();
    }

    assertThat(throttle.begin("another", "192.0.2.1", NOON)).isPositive();
    assertThat(throttle.begin("another", "192.0.2.2", NOON)).isZero();
  }

  @Test
  void starts_anew_once_the_password_was_right() {
    for (int tries = 0; tries < 4; tries++) {
      throttle.begin("meilin", "192.0.2.1", NOON);
    }
    throttle.succeeded("meilin", "192.0.2.1");

    for (int tries = 0; tries < 5; tries++) {
      assertThat(throttle.begin("meilin", "192.0.2.1", NOON)).isZero();
    }
  }

  @Test
  void remembers_no_more_names_than_its_limit() {
    for (int name = 0; name < SignInThrottle.KEYS_MAX + 500; name++) {
      throttle.begin("name" + name, "address" + name, NOON);
    }

    assertThat(throttle.keys()).isEqualTo(SignInThrottle.KEYS_MAX);
  }
}
