package org.yizhan.hub.orders;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;

/** The state stations shall be in. */
public interface DesiredOrders {
  /**
   * What this station should be sent, given the revisions its presence says it has applied.
   * Revisions are numbered above anything a station has shown, so a restored hub is obeyed.
   */
  List<Order.Desired> notYetApplied(StationId station, Map<OrderKind, Long> applied);

  /** Calls back when desired state changed that may concern every station. */
  AutoCloseable listen(Runnable changed);

  /** Calls back when what stands on one station's shelves is to be told it anew. */
  void listenForLevels(Consumer<StationId> changed);

  /** Momentary orders for this station that have not expired and were not sent before. */
  void listenForUnlocks(Consumer<Unlock> unlocks);

  /** One station's door shall be released once. */
  record Unlock(StationId station, Order.UnlockDoor order) {}
}
