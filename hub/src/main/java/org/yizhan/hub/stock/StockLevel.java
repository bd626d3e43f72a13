package org.yizhan.hub.stock;

import java.time.Instant;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;

/** How much of an item a station has, how that is known, and since when. */
public record StockLevel(
    ItemCode item,
    BilingualText name,
    int units,
    int minimum,
    int target,
    Evidence how,
    Instant asOf) {
  /** How a level is known. */
  public enum Evidence {
    SCALE,
    COUNTED
  }
}
