package org.yizhan.hub.stock;

import java.util.Map;
import org.yizhan.station.ItemCode;

/**
 * What must be remembered of one journal while its time is unknown, since what has no time cannot
 * be put in order with what other journals say.
 *
 * @param waiting the last reading of each item's scale
 * @param taken what was handed out, added up by the hour, with the time of the last
 */
public record StockState(Map<ItemCode, Untimed> waiting, Map<Hour, Untimed> taken) {
  /** More items than a profile may name are not remembered. */
  public static final int WAITING_MAX = 100;

  /** Six weeks of one item; what is taken later is added to the last of these hours. */
  public static final int HOURS_MAX = 1_000;

  public static final StockState EMPTY = new StockState(Map.of(), Map.of());

  public StockState {
    waiting = Map.copyOf(waiting);
    taken = Map.copyOf(taken);
    if (waiting.size() > WAITING_MAX) {
      throw new IllegalArgumentException("at most " + WAITING_MAX + " items wait for the time");
    }
    if (taken.size() > HOURS_MAX + WAITING_MAX) {
      throw new IllegalArgumentException("at most " + HOURS_MAX + " hours wait for the time");
    }
  }

  /** An item in one hour since the journal began. */
  public record Hour(ItemCode item, int hour) implements Comparable<Hour> {
    @Override
    public int compareTo(Hour other) {
      int byItem = item.compareTo(other.item);
      return byItem != 0 ? byItem : Integer.compare(hour, other.hour);
    }
  }

  /** A reading at a time known only since the journal began. */
  public record Untimed(int units, long sinceMs) {}
}
