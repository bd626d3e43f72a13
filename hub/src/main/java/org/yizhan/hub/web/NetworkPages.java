package org.yizhan.hub.web;

import java.util.Map;
import org.yizhan.hub.web.view.OverviewView;
import org.yizhan.hub.web.view.SilentView;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/** The overview, one station, and the stations that fell silent. */
final class NetworkPages {
  private final NetworkReader reader;
  private final LiveEvents live;

  NetworkPages(NetworkReader reader, LiveEvents live) {
    this.reader = reader;
    this.live = live;
  }

  /** The place a filter names; empty is the whole network. */
  static String place(Visit visit) {
    return place(visit, visit.query("place"));
  }

  /** The place a text names, refused when it cannot be one. */
  static String place(Visit visit, String place) {
    if (!place.isEmpty()) {
      try {
        return UnionPlace.of(place).toString();
      } catch (IllegalArgumentException e) {
        throw new BadRequest("place", visit.texts().say("problem.place"));
      }
    }
    return place;
  }

  /** The station an address names. */
  static StationId station(Visit visit, String text) {
    if (!StationId.isValid(text)) {
      throw new NotFound(visit.texts().say("problem.station"));
    }
    return new StationId(text);
  }

  void overview(Visit visit) {
    OverviewView view = reader.overview(place(visit), visit.now(), visit.texts());
    visit.show(200, "overview.jte", visit.page("overview"), Map.of("view", view));
  }

  void overviewLive(Visit visit) {
    live.open(
        visit,
        new LiveTopic.Overview(reader, visit.site(), place(visit), visit.texts().language()));
  }

  void station(Visit visit) {
    StationId id = station(visit, visit.path("id"));
    var view =
        reader
            .station(id, visit.now(), visit.texts())
            .orElseThrow(() -> new NotFound(visit.texts().say("problem.station")));
    int open = visit.site().parts().shelves().matters().open(id).size();
    visit.show(
        200, "station.jte", visit.page("overview"), Map.of("view", view, "openMatters", open));
  }

  void stationLive(Visit visit) {
    StationId id = station(visit, visit.path("id"));
    if (reader.station(id, visit.now(), visit.texts()).isEmpty()) {
      throw new NotFound(visit.texts().say("problem.station"));
    }
    live.open(visit, new LiveTopic.Station(reader, visit.site(), id, visit.texts().language()));
  }

  void silent(Visit visit) {
    String place = place(visit);
    SilentView view =
        SilentView.of(
            visit.site().parts().readings().stations(visit.now()),
            place,
            visit.now(),
            visit.texts());
    visit.show(200, "silent.jte", visit.page("silent"), Map.of("view", view));
  }
}
