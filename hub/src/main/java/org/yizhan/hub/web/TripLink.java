package org.yizhan.hub.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yizhan.station.StationId;

/**
 * A planned trip in an address: {@code /s/?trip=kiosk-01.kiosk-02}, the stations in the order
 * planned. It is a list and nothing more: whoever has it sees what everybody sees.
 */
final class TripLink {
  static final int STATIONS_MAX = 30;

  private TripLink() {}

  /**
   * The addresses of a trip, below the hub's own; several where one would be too long to be read.
   */
  static List<String> of(List<StationId> stations) {
    List<String> trips = new ArrayList<>();
    StringBuilder trip = new StringBuilder();
    int held = 0;
    for (StationId station : stations) {
      int longer = trip.length() + 1 + station.value().length();
      if (held == STATIONS_MAX || longer > Visit.PARAMETER_LENGTH_MAX) {
        trips.add(trip.toString());
        trip.setLength(0);
        held = 0;
      }
      trip.append(held == 0 ? "" : ".").append(station.value());
      held++;
    }
    if (held > 0) {
      trips.add(trip.toString());
    }
    return trips.stream().map(each -> "/s/?trip=" + each).toList();
  }

  /** The stations an address names, each once; what cannot be one is passed over. */
  static List<StationId> stations(String trip) {
    return Arrays.stream(trip.split("\\.", -1))
        .filter(StationId::isValid)
        .distinct()
        .limit(STATIONS_MAX)
        .map(StationId::new)
        .toList();
  }
}
