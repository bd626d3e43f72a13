package org.yizhan.hub.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many matters an hour from one address. Forgets the addresses that asked longest ago first. */
final class AddressLimit {
  /** Everybody on a station's Wi-Fi has one address, and so have many on a mobile network. */
  static final int PER_HOUR_MAX = 20;

  private static final int ADDRESSES_MAX = 10_000;
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<String, Window> windows =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > ADDRESSES_MAX;
        }
      };

  private record Window(Instant began, int count) {}

  /** Whether one more is taken; counts it. */
  synchronized boolean admits(String address, Instant now) {
    Window window = windows.get(address);
    if (window == null || !now.isBefore(window.began().plus(HOUR))) {
      window = new Window(now, 0);
    }
    windows.put(address, new Window(window.began(), window.count() + 1));
    return window.count() < PER_HOUR_MAX;
  }
}
