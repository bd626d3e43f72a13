package org.yizhan.hub.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.yizhan.hub.notify.Outcome;
import org.yizhan.hub.notify.Subscription;
import org.yizhan.hub.notify.Trial;

/**
 * Test messages sent by a button: a few at once, each address at most every ten seconds. What was
 * answered last is remembered while the hub runs.
 */
final class Trials {
  static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int AT_ONCE_MAX = 3;
  private static final int REMEMBERED_MAX = 500;

  private final HubWeb.Parts parts;
  private final Semaphore free = new Semaphore(AT_ONCE_MAX);
  private final Map<Long, Tried> last =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Tried> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  Trials(HubWeb.Parts parts) {
    this.parts = parts;
  }

  /** A test message and its answer; empty while it is on its way. */
  record Tried(Instant at, Optional<Outcome> outcome) {}

  /**
   * Sends one and waits for the answer, for half a minute at most.
   *
   * @param pages where people reach the hub's pages
   * @return false when others are on their way, or this address was tried just now
   */
  boolean send(Subscription to, String pages) {
    Instant now = parts.clock().instant();
    if (!free.tryAcquire()) {
      return false;
    }
    try {
      if (!begin(to, now)) {
        return false;
      }
      Outcome outcome =
          Trial.send(to, parts.telling().senders(), Optional.of(pages), parts.clock());
      keep(to, new Tried(now, Optional.of(outcome)));
      return true;
    } finally {
      free.release();
    }
  }

  private synchronized boolean begin(Subscription to, Instant now) {
    Tried before = last.get(to.number());
    if (before != null && now.isBefore(before.at().plus(PAUSE))) {
      return false;
    }
    keep(to, new Tried(now, Optional.empty()));
    return true;
  }

  private synchronized void keep(Subscription to, Tried tried) {
    last.put(to.number(), tried);
  }

  /** The last one to this address, if any since the hub began. */
  synchronized Optional<Tried> last(Subscription to) {
    return Optional.ofNullable(last.get(to.number()));
  }
}
