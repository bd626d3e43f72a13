package org.yizhan.edge.uplink;

import java.util.EnumMap;
import java.util.Map;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence;

/**
 * Which revision of the shelves' levels this connection has told. It changes several times a day
 * and presence is sent every few minutes: it is told when it changed, and left out otherwise.
 */
final class SaidLevels {
  private static final long NOTHING = -1;

  private long said = NOTHING;

  void connected() {
    said = NOTHING;
  }

  /** What to send of this snapshot; from here on it counts as sent. */
  Presence.Snapshot telling(Presence.Snapshot now) {
    Long revision = now.applied().get(OrderKind.STOCK);
    if (revision == null || revision != said) {
      said = revision == null ? said : revision;
      return now;
    }
    Map<OrderKind, Long> others = new EnumMap<>(now.applied());
    others.remove(OrderKind.STOCK);
    return new Presence.Snapshot(
        now.at(),
        now.agentVersion(),
        now.hardware(),
        now.door(),
        now.occupancy(),
        now.climate(),
        now.faults(),
        others,
        now.held(),
        now.backlog());
  }
}
