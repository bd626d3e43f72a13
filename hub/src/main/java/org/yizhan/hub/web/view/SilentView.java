package org.yizhan.hub.web.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.yizhan.hub.fleet.StationStatus;

/**
 * Stations that fell silent, the longest silence first; those never heard of last.
 *
 * @param total all stations of this place, silent or not
 */
public record SilentView(
    Texts t, String place, List<PlaceChoice> places, List<StationRow> stations, int total) {

  public static SilentView of(List<StationStatus> all, String place, Instant now, Texts t) {
    List<StationStatus> here =
        all.stream().filter(station -> PlaceChoice.holds(place, station)).toList();
    List<StationRow> silent =
        here.stream()
            .filter(OverviewView::isSilent)
            .sorted(Comparator.comparing(station -> station.lastSeen().orElse(Instant.MAX)))
            .map(station -> StationRow.of(station, now, t))
            .toList();
    return new SilentView(t, place, PlaceChoice.of(all, place, t), silent, here.size());
  }
}
