package org.yizhan.hub.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.orders.DesiredOrders;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;

/**
 * What one connected station is to be sent of its desired state: everything its presence does not
 * show as applied, but the same revision not again and again to a station that refuses it.
 */
final class OrderDesk {
  static final Duration REPEAT_AFTER = Duration.ofMinutes(10);

  private final DesiredOrders orders;
  private final StationId station;
  private final Map<OrderKind, Sent> sent = new EnumMap<>(OrderKind.class);
  private volatile @Nullable Map<OrderKind, Long> applied;

  private record Sent(long revision, long atNanos) {}

  OrderDesk(DesiredOrders orders, StationId station) {
    this.orders = orders;
    this.station = station;
  }

  /**
   * The station's presence says which revisions it has. That of its levels it leaves out when this
   * connection has heard it before.
   */
  void applied(Map<OrderKind, Long> revisions) {
    Map<OrderKind, Long> known = new EnumMap<>(OrderKind.class);
    Map<OrderKind, Long> before = applied;
    if (before != null && before.containsKey(OrderKind.STOCK)) {
      known.put(OrderKind.STOCK, before.getOrDefault(OrderKind.STOCK, 0L));
    }
    known.putAll(revisions);
    applied = Map.copyOf(known);
  }

  boolean knowsWhatIsApplied() {
    return applied != null;
  }

  /** Asks the database; may block, from any thread. */
  List<Order.Desired> lookUp() {
    Map<OrderKind, Long> known = applied;
    if (known == null) {
      return List.of();
    }
    // an agent from before there were levels would complain of each order in its log
    return orders.notYetApplied(station, known).stream()
        .filter(order -> order.kind() != OrderKind.STOCK || known.containsKey(OrderKind.STOCK))
        .toList();
  }

  /** Which of these to send now, by a clock that never steps. */
  List<Order.Desired> due(List<Order.Desired> wanted, long nowNanos) {
    List<Order.Desired> due = new ArrayList<>();
    for (Order.Desired order : wanted) {
      Sent last = sent.get(order.kind());
      if (last == null
          || last.revision != order.revision()
          || nowNanos - last.atNanos >= REPEAT_AFTER.toNanos()) {
        sent.put(order.kind(), new Sent(order.revision(), nowNanos));
        due.add(order);
      }
    }
    return due;
  }
}
