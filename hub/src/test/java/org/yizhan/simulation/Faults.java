package org.yizhan.simulation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often everything that can go wrong has gone wrong. Thread-safe. */
final class Faults {
  /** What goes wrong, and what the protocol makes of it. */
  enum Kind {
    STATION_CRASHED,
    UNSYNCED_WRITE_LOST,
    CONNECTION_CUT,
    MESSAGE_LOST,
    MESSAGE_REPEATED,
    MESSAGE_OVERTAKEN,
    CLOCK_JUMPED,
    CLOCK_UNTRUSTED,
    HUB_CRASHED,
    HUB_RESTORED_FROM_OLD_COPY,
    FACTS_LOST_BY_THE_HUB,
    REFILL_ASKED,
    ENVELOPE_SENT_AGAIN,
    DUPLICATE_REFUSED,
    OVERLAP_TRIMMED,
    GAP_REFUSED,
    PASS_ADMITTED,
    REVOKED_PASS_REFUSED
  }

  private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

  Faults() {
    for (Kind kind : Kind.values()) {
      counts.put(kind, new LongAdder());
    }
  }

  void count(Kind kind) {
    counts.getOrDefault(kind, new LongAdder()).increment();
  }

  private long of(Kind kind) {
    return counts.getOrDefault(kind, new LongAdder()).sum();
  }

  /** What has never happened: as long as there is such a thing, nothing is proven about it. */
  List<Kind> missing() {
    return Arrays.stream(Kind.values()).filter(kind -> of(kind) == 0).toList();
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
