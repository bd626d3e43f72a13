package org.yizhan.edge.supply;

import java.util.Map;
import org.yizhan.station.FixtureName;

/** All scales of the station by name. */
public record SupplyState(Map<FixtureName, ShelfState> shelves) {
  public static final SupplyState UNKNOWN = new SupplyState(Map.of());

  public SupplyState {
    shelves = Map.copyOf(shelves);
  }

  ShelfState shelf(FixtureName scale) {
    return shelves.getOrDefault(scale, ShelfState.UNKNOWN);
  }
}
