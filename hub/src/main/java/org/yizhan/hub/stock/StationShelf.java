package org.yizhan.hub.stock;

import java.time.ZoneId;
import java.util.List;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/** What stands on the shelf of one station. */
public record StationShelf(
    StationId id, BilingualText name, UnionPlace place, ZoneId zone, List<StockLevel> levels) {
  public StationShelf {
    levels = List.copyOf(levels);
  }
}
