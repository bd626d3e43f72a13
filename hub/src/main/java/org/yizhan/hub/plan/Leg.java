package org.yizhan.hub.plan;

import java.util.List;
import org.yizhan.station.StationId;

/**
 * The way to one station and the work there. Minutes count from local midnight, as in {@link
 * Window}.
 *
 * @param km from the station before, or from the start
 * @param arrive when the carrier gets there
 * @param begin when the work begins: on arrival, or when the station opens
 * @param leave when the work is done
 * @param load what is brought, by item
 * @param onTheWay whether the station is above its minimum and is only taken along
 */
public record Leg(
    StationId station,
    double km,
    int arrive,
    int begin,
    int leave,
    List<Load> load,
    boolean onTheWay) {
  public Leg {
    load = List.copyOf(load);
  }
}
