package org.yizhan.hub.stock;

import org.yizhan.station.ItemCode;

/** So many units of an item stood there at this wall time, in milliseconds since 1970. */
public record StockReading(ItemCode item, int units, long atMs) {
  /** Of two readings of one item the later holds; of two at one time the one that came last. */
  public StockReading or(StockReading arrivedLater) {
    return arrivedLater.atMs >= atMs ? arrivedLater : this;
  }
}
