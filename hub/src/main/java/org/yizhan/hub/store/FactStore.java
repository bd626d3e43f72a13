package org.yizhan.hub.store;

import java.util.List;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.wire.Order.Acknowledge;

/** Where facts are kept. One writer thread calls it. */
public interface FactStore extends AutoCloseable {
  /**
   * Judges, keeps and folds all arrivals in one transaction, durable when this returns.
   *
   * @return one acknowledgement for each arrival, in order
   * @throws StoreException when nothing was committed
   */
  List<Acknowledge> commit(List<Arrival> arrivals);

  @Override
  void close();
}
