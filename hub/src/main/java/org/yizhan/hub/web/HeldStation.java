package org.yizhan.hub.web;

import java.util.Optional;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.station.StationId;

/** The station an address names, for who answers for it. */
record HeldStation(StationStatus station, KeeperReach reach) {

  /** Only for who holds the station; everybody else is told where to begin. */
  static Optional<HeldStation> of(Visit visit) {
    Optional<KeeperReach> reach = KeeperReach.of(visit);
    if (reach.isEmpty()) {
      KeeperPages.turnAway(visit);
      return Optional.empty();
    }
    NotFound none = new NotFound(visit.texts().say("keep.no-station"));
    String id = visit.path("station");
    if (!StationId.isValid(id) || !reach.get().holds(new StationId(id))) {
      throw none;
    }
    return Optional.of(
        new HeldStation(
            visit
                .site()
                .parts()
                .readings()
                .station(new StationId(id), visit.now())
                .orElseThrow(() -> none),
            reach.get()));
  }
}
