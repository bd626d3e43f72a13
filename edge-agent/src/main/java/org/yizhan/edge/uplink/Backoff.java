package org.yizhan.edge.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: a random part of a span that doubles with every failure
 * ("full jitter"), so that a thousand stations do not come back in the same second. After <a
 * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential
 * Backoff And Jitter</a>.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(2);

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** After one more failure. */
  Duration next() {
    long span = Math.min(MOST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
    failures++;
    return Duration.ofMillis(random.nextLong(span + 1));
  }

  /** It worked. */
  void reset() {
    failures = 0;
  }
}
