package org.yizhan.hub.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * At most so many requests in one window from one asker, and so many from all; remembers at most a
 * few thousand askers.
 */
final class RequestLimit {
  private static final int ASKERS_MAX = 4_096;

  private final int perAsker;
  private final int inAllMax;
  private final Duration window;
  private final InstantSource clock;
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant windowEnds = Instant.EPOCH;
  private int inAll;

  RequestLimit(int perAsker, int inAllMax, Duration window, InstantSource clock) {
    this.perAsker = perAsker;
    this.inAllMax = inAllMax;
    this.window = window;
    this.clock = clock;
  }

  synchronized boolean admits(String asker) {
    Instant now = clock.instant();
    if (!now.isBefore(windowEnds) || windowEnds.isAfter(now.plus(window))) {
      counts.clear();
      inAll = 0;
      windowEnds = now.plus(window);
    }
    if (inAll >= inAllMax || (counts.size() >= ASKERS_MAX && !counts.containsKey(asker))) {
      return false;
    }
    inAll++;
    return counts.merge(asker, 1, Integer::sum) <= perAsker;
  }
}
