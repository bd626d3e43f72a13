package org.yizhan.edge.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.yizhan.wire.Visitor;

/** Who was admitted lately, oldest first; times in milliseconds since the journal began. */
record RecentVisitors(Map<Visitor, Long> admittedAtMs) {
  static final int VISITORS_MAX = 256;
  static final RecentVisitors NOBODY = new RecentVisitors(Map.of());

  boolean wasAdmittedWithin(Visitor visitor, long nowMs, long withinMs) {
    Long at = admittedAtMs.get(visitor);
    return at != null && nowMs - at <= withinMs;
  }

  /** Remembers this admission and forgets those that are too old, or too many. */
  RecentVisitors with(Visitor visitor, long nowMs, long withinMs) {
    SequencedMap<Visitor, Long> next = new LinkedHashMap<>(admittedAtMs);
    next.remove(visitor);
    next.values().removeIf(at -> nowMs - at > withinMs);
    while (next.size() >= VISITORS_MAX) {
      next.pollFirstEntry();
    }
    next.put(visitor, nowMs);
    return new RecentVisitors(next);
  }
}
