package org.yizhan.edge.uplink;

/**
 * When presence is sent: at once on a connect, then on change but at most once a minute, and at
 * least every 15 minutes. Times are milliseconds since this start of the agent. Not thread-safe.
 */
final class PresenceSchedule {
  static final long APART_MS_LEAST = 60_000;
  static final long APART_MS_MOST = 15 * 60_000;

  private boolean changed;
  private long sentMs;
  private boolean sentOnce;

  void connected() {
    sentOnce = false;
  }

  void changed() {
    changed = true;
  }

  void sent(long nowMs) {
    sentMs = nowMs;
    sentOnce = true;
    changed = false;
  }

  boolean isDue(long nowMs) {
    return nowMs >= dueMs();
  }

  long dueMs() {
    if (!sentOnce) {
      return 0;
    }
    return sentMs + (changed ? APART_MS_LEAST : APART_MS_MOST);
  }
}
