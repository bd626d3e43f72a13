package org.yizhan.edge.uplink;

/**
 * When presence is sent: at once on a connect, then on change but at most once a minute, and at
 * least every 15 minutes. A change is told five seconds later: by then the door has shut again
 * behind most people, and one message says what two would have. Times are milliseconds since this
 * start of the agent. Not thread-safe.
 */
final class PresenceSchedule {
  static final long APART_MS_LEAST = 60_000;
  static final long APART_MS_MOST = 15 * 60_000;

  static final long SETTLES_MS = 5_000;

  private static final long UNCHANGED = Long.MAX_VALUE;

  private long changedMs = UNCHANGED;
  private long sentMs;
  private boolean sentOnce;

  void connected() {
    sentOnce = false;
  }

  void changed(long nowMs) {
    changedMs = Math.min(changedMs, nowMs);
  }

  void sent(long nowMs) {
    sentMs = nowMs;
    sentOnce = true;
    changedMs = UNCHANGED;
  }

  boolean isDue(long nowMs) {
    return nowMs >= dueMs();
  }

  long dueMs() {
    if (!sentOnce) {
      return 0;
    }
    return changedMs == UNCHANGED
        ? sentMs + APART_MS_MOST
        : Math.max(sentMs + APART_MS_LEAST, changedMs + SETTLES_MS);
  }
}
