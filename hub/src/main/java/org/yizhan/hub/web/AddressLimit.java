package org.yizhan.hub.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each address do something so many times in a while: many phones of one mobile network share
 * an address, so the number is to be generous. Memory is bounded; what came longest ago goes first.
 */
final class AddressLimit {
  static final int ADDRESSES_MAX = 10_000;

  private final int times;
  private final Duration within;
  private final Map<String, Count> counts =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > ADDRESSES_MAX;
        }
      };

  private record Count(Instant began, int times) {}

  AddressLimit(int times, Duration within) {
    this.times = times;
    this.within = within;
  }

  /** Counts one more; zero when it may go on, else how long to wait. */
  synchronized Duration take(String address, Instant now) {
    Count before = counts.get(address);
    if (before == null || !now.isBefore(before.began().plus(within))) {
      counts.put(address, new Count(now, 1));
      return Duration.ZERO;
    }
    if (before.times() >= times) {
      return Duration.between(now, before.began().plus(within));
    }
    counts.put(address, new Count(before.began(), before.times() + 1));
    return Duration.ZERO;
  }

  synchronized int addresses() {
    return counts.size();
  }
}
