package org.yizhan.hub.stock;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.yizhan.station.BilingualText;
import org.yizhan.station.OpeningHours;
import org.yizhan.station.Position;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/**
 * What stands on the shelf of one station.
 *
 * @param at where the station stands, if its profile says so
 * @param hours when it is open; empty while its profile is unknown
 */
public record StationShelf(
    StationId id,
    BilingualText name,
    UnionPlace place,
    ZoneId zone,
    Optional<Position> at,
    Optional<OpeningHours> hours,
    List<StockLevel> levels) {
  public StationShelf {
    levels = List.copyOf(levels);
  }
}
