package org.yizhan.station;

import java.util.EnumSet;
import java.util.Set;

/**
 * A thing stocked at this station: restock below {@code minimum} up to {@code target} units, in the
 * given seasons only.
 */
public record SupplyItem(
    ItemCode code, BilingualText name, int minimum, int target, Set<Season> seasons) {
  public static final int QUANTITY_MAX = 10_000;

  /** Northern hemisphere, by local month: summer is June to September, winter November to March. */
  public enum Season {
    SUMMER,
    WINTER,
    BETWEEN
  }

  public SupplyItem {
    if (minimum < 0 || target < minimum || target < 1 || target > QUANTITY_MAX) {
      throw new IllegalArgumentException(
          "minimum and target must satisfy 0 ≤ minimum ≤ target ≤ "
              + QUANTITY_MAX
              + " and target ≥ 1");
    }
    if (seasons.isEmpty()) {
      throw new IllegalArgumentException("an item needs at least one season");
    }
    seasons = Set.copyOf(EnumSet.copyOf(seasons));
  }
}
