package org.yizhan.hub.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/**
 * What pages and the API may ask. Every answer is a consistent snapshot; callable from any thread.
 */
public interface Readings {
  /** Every station that is not retired, by id, as it is at {@code now}. */
  List<StationStatus> stations(Instant now);

  Optional<StationStatus> station(StationId station, Instant now);

  /** Hours with at least one visit, from (inclusive) to (exclusive), by hour. */
  List<HourlyVisits> visitsByHour(StationId station, Instant from, Instant to);

  /**
   * The same, added up over all stations at or below this place; an empty place is the whole
   * network.
   */
  List<HourlyVisits> visitsByHour(String place, Instant from, Instant to);

  /** The same for every station that has visits in these hours. */
  Map<StationId, List<HourlyVisits>> visitsByHourOfEach(Instant from, Instant to);

  /**
   * Every item the station stocks, in the order of its profile, whether or not its level is known.
   */
  List<StockLevel> stock(StationId station, Instant now);

  /** The same for every station at or below this place; an empty place is the whole network. */
  List<StationShelf> shelves(String place, Instant now);

  /** The same for one station that is not retired. */
  Optional<StationShelf> shelf(StationId station, Instant now);

  /** Where there are stations of {@link #shelves}, each place once. */
  Set<UnionPlace> places();

  /** The newest facts first, at most {@code most} (up to 200). */
  List<KeptFact> lastFacts(StationId station, int most);
}
