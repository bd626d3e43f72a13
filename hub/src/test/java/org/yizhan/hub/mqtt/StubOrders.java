package org.yizhan.hub.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.yizhan.hub.orders.DesiredOrders;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;

/** Wants the same of every station. */
final class StubOrders implements DesiredOrders {
  private final List<Order.Desired> wanted = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<StationId>> levels = new CopyOnWriteArrayList<>();
  private final List<Consumer<Unlock>> unlocks = new CopyOnWriteArrayList<>();

  void want(Order.Desired order) {
    wanted.add(order);
    listeners.forEach(Runnable::run);
  }

  /** Wants it in place of the levels before, and tells only this station's connection. */
  void want(String station, Order.ApplyStock order) {
    wanted.removeIf(Order.ApplyStock.class::isInstance);
    wanted.add(order);
    levels.forEach(each -> each.accept(new StationId(station)));
  }

  void unlock(String station, Order.UnlockDoor order) {
    unlocks.forEach(each -> each.accept(new Unlock(new StationId(station), order)));
  }

  @Override
  public List<Order.Desired> notYetApplied(StationId station, Map<OrderKind, Long> applied) {
    List<Order.Desired> missing = new ArrayList<>();
    for (Order.Desired order : wanted) {
      if (applied.getOrDefault(order.kind(), 0L) < order.revision()) {
        missing.add(order);
      }
    }
    return missing;
  }

  @Override
  public AutoCloseable listen(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  @Override
  public void listenForLevels(Consumer<StationId> changed) {
    levels.add(changed);
  }

  @Override
  public void listenForUnlocks(Consumer<Unlock> to) {
    unlocks.add(to);
  }
}
