package org.yizhan.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void pauses_lie_between_five_seconds_and_a_span_that_doubles_up_to_an_hour() {
    Random random = new Random(7);

    for (int tries = 1; tries <= Retry.TRIES_MAX; tries++) {
      long span = Math.min(HOUR.toSeconds(), tries > 20 ? HOUR.toSeconds() : 10L << tries);
      for (int i = 0; i < 200; i++) {
        assertThat(Retry.pause(tries, Urgency.CALM, Duration.ZERO, random))
            .as("try %d", tries)
            .isBetween(Retry.SHORTEST, Duration.ofSeconds(span));
      }
    }
  }

  @Test
  void an_urgent_message_is_tried_every_ten_minutes_at_least() {
    Random random = new Random(7);

    for (int i = 0; i < 500; i++) {
      assertThat(Retry.pause(30, Urgency.URGENT, Duration.ZERO, random))
          .isLessThanOrEqualTo(Duration.ofMinutes(10));
    }
  }

  @Test
  void many_hubs_do_not_come_back_together() {
    Random random = new Random(7);

    long different =
        IntStream.range(0, 100)
            .mapToObj(i -> Retry.pause(8, Urgency.CALM, Duration.ZERO, random).toSeconds())
            .distinct()
            .count();

    assertThat(different).isGreaterThan(80);
  }

  @Test
  void what_the_receiver_asks_for_is_kept_but_never_more_than_an_hour() {
    assertThat(Retry.pause(1, Urgency.CALM, Duration.ofMinutes(10), new Random(1)))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(Retry.pause(1, Urgency.CALM, Duration.ofDays(400), new Random(1))).isEqualTo(HOUR);
    assertThat(Retry.pause(1, Urgency.CALM, Duration.ofSeconds(-5), new Random(1))).isPositive();
  }

  @Test
  void hope_ends_after_a_day_or_sixty_tries() {
    Instant composed = Instant.parse("2026-07-01T00:00:00Z");

    assertThat(Retry.isHopeless(3, composed, composed.plus(Duration.ofHours(23)))).isFalse();
    assertThat(Retry.isHopeless(3, composed, composed.plus(Duration.ofHours(25)))).isTrue();
    assertThat(Retry.isHopeless(60, composed, composed)).isTrue();
  }
}
