package org.yizhan.hub.stock;

import java.util.Map;
import org.yizhan.station.ItemCode;

/**
 * What must be remembered of one journal: the last reading of each item while the journal's time is
 * unknown, since a reading without time cannot be put in order with those of other journals.
 */
public record StockState(Map<ItemCode, Untimed> waiting) {
  /** More items than a profile may name are not remembered. */
  public static final int WAITING_MAX = 100;

  public static final StockState EMPTY = new StockState(Map.of());

  public StockState {
    waiting = Map.copyOf(waiting);
    if (waiting.size() > WAITING_MAX) {
      throw new IllegalArgumentException("at most " + WAITING_MAX + " items wait for the time");
    }
  }

  /** A reading at a time known only since the journal began. */
  public record Untimed(int units, long sinceMs) {}
}
