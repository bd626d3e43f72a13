package org.yizhan.hub.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many messages went to an address in the last minute, failed ones included, since vendors
 * count those as well. Any thread.
 */
final class RateWindow {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<String, Deque<Instant>> sent = new HashMap<>();

  /** Takes one place in the minute, or says that there is none. */
  synchronized boolean take(String address, int perMinute, Instant now) {
    forget(now);
    Deque<Instant> times = sent.computeIfAbsent(address, any -> new ArrayDeque<>());
    if (times.size() >= perMinute) {
      return false;
    }
    times.addLast(now);
    return true;
  }

  /** What was sent before this program started. */
  synchronized void remember(String address, Instant at) {
    sent.computeIfAbsent(address, any -> new ArrayDeque<>()).addLast(at);
  }

  private void forget(Instant now) {
    sent.values()
        .removeIf(
            times -> {
              while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
                times.removeFirst();
              }
              return times.isEmpty();
            });
  }
}
