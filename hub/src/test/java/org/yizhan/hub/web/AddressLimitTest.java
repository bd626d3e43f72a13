package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
  private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

  private final AddressLimit limit = new AddressLimit(2, Duration.ofMinutes(10));

  @Test
  void lets_an_address_do_so_many_and_says_how_long_to_wait() {
    limit.take("a", NOON);
    limit.take("a", NOON.plusSeconds(60));

    assertThat(limit.take("a", NOON.plusSeconds(120))).isEqualTo(Duration.ofMinutes(8));
    assertThat(limit.take("b", NOON.plusSeconds(120))).isZero();
    assertThat(limit.take("a", NOON.plusSeconds(600))).isZero();
  }

  @Test
  void remembers_no_more_addresses_than_it_may() {
    for (int i = 0; i < AddressLimit.ADDRESSES_MAX + 50; i++) {
      limit.take("address " + i, NOON);
    }

    assertThat(limit.addresses()).isEqualTo(AddressLimit.ADDRESSES_MAX);
  }
}
