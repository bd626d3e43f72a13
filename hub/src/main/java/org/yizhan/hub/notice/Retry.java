package org.yizhan.hub.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a message that did not arrive is tried again: after a random part of a span that doubles
 * ("full jitter", M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog, 2015), for a
 * day.
 */
public final class Retry {
  public static final int TRIES_MAX = 60;
  public static final Duration AGE_MAX = Duration.ofHours(24);
  static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration BASE = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration LONGEST_URGENT = Duration.ofMinutes(10);

  private Retry() {}

  /**
   * How long to wait after this many tries failed.
   *
   * @param tries at least 1
   * @param urgency an urgent message is tried at least every ten minutes
   * @param asked what the receiver asked for; believed up to an hour
   */
  public static Duration pause(int tries, Urgency urgency, Duration asked, RandomGenerator random) {
    Duration longest = urgency == Urgency.URGENT ? LONGEST_URGENT : LONGEST;
    long doubled = BASE.toMillis() << Math.min(tries, 20);
    long span = Math.min(longest.toMillis(), doubled);
    long jitter = SHORTEST.toMillis() + random.nextLong(span - SHORTEST.toMillis() + 1);
    long least = Math.min(LONGEST.toMillis(), Math.max(0, asked.toMillis()));
    return Duration.ofMillis(Math.max(jitter, least));
  }

  /** Whether nobody will hear it this way any more. */
  public static boolean isHopeless(int tries, Instant composed, Instant now) {
    return tries >= TRIES_MAX || composed.plus(AGE_MAX).isBefore(now);
  }
}
