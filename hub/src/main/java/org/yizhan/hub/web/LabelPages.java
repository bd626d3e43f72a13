package org.yizhan.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.labels.LabelSheet;
import org.yizhan.hub.labels.StationLabel;
import org.yizhan.hub.settings.PagesAddress;
import org.yizhan.station.StationId;

/** The sheet of a station to print and hang up. */
final class LabelPages {
  private LabelPages() {}

  static void labels(Visit visit) {
    StationId id = NetworkPages.station(visit, visit.path("id"));
    StationStatus station =
        visit
            .site()
            .parts()
            .readings()
            .station(id, visit.now())
            .orElseThrow(() -> new NotFound(visit.texts().say("problem.station")));
    String address = visit.site().address(visit.context());
    if (!PagesAddress.isReachable(address) && visit.query("anyway").isEmpty()) {
      visit.show(
          200,
          "labelsnot.jte",
          visit.page("overview"),
          Map.of("id", id.value(), "name", visit.texts().of(station.name()), "address", address));
      return;
    }
    StationLabel label = StationLabel.of(id, station.name(), address);
    visit
        .context()
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/pdf")
        .putHeader("Content-Disposition", "inline; filename=\"" + id.value() + "-labels.pdf\"")
        .end(Buffer.buffer(LabelSheet.pdf(List.of(label))));
  }
}
