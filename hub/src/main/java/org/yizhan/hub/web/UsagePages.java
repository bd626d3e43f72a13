package org.yizhan.hub.web;

import io.vertx.core.http.HttpHeaders;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.usage.UsageChart;
import org.yizhan.hub.web.view.OverviewView;
import org.yizhan.hub.web.view.PlaceChoice;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.hub.web.view.UsageView;

/** Who came when: charts, the week's matrix, sentences, and the same as CSV. */
final class UsagePages {
  private final NetworkReader reader;

  UsagePages(NetworkReader reader) {
    this.reader = reader;
  }

  void usage(Visit visit) {
    Readings readings = visit.site().parts().readings();
    List<StationStatus> all = readings.stations(visit.now());
    UsageWish wish = UsageWish.of(visit, all);
    UsageView view = view(visit, wish, all, readings);
    visit.show(
        wish.problem().isPresent() ? 400 : 200,
        "usage.jte",
        visit.page("usage"),
        Map.of("view", view));
  }

  private UsageView view(Visit visit, UsageWish wish, List<StationStatus> all, Readings readings) {
    Texts t = visit.texts();
    LocalDate end = wish.lastKnownDay(visit.now());
    LocalDate begin = wish.firstKnownDay(all, end);
    return new UsageView(
        t,
        what(wish, t),
        wish.station().map(status -> status.id().value()).orElse(""),
        wish.place(),
        wish.from(),
        wish.to(),
        t.zone(wish.zone(), visit.now()),
        UsageChart.of(wish.read(readings), wish.zone(), begin, end.plusDays(1)),
        today(visit, wish, readings),
        PlaceChoice.of(all, wish.station().isPresent() ? "@" : wish.place(), t),
        all.stream()
            .map(status -> choice(status, wish, t))
            .sorted(Comparator.comparing(UsageView.StationChoice::name))
            .toList(),
        wish.problem());
  }

  private OverviewView.Today today(Visit visit, UsageWish wish, Readings readings) {
    return wish.station()
        .map(
            status ->
                reader.today(
                    "station " + status.id(),
                    wish.zone(),
                    visit.now(),
                    (from, to) -> readings.visitsByHour(status.id(), from, to)))
        .orElseGet(
            () ->
                reader.today(
                    "place " + wish.place(),
                    wish.zone(),
                    visit.now(),
                    (from, to) -> readings.visitsByHour(wish.place(), from, to)));
  }

  static String what(UsageWish wish, Texts t) {
    return wish.station()
        .map(status -> t.of(status.name()))
        .orElseGet(() -> wish.place().isEmpty() ? t.say("filter.all") : t.placePath(wish.place()));
  }

  private static UsageView.StationChoice choice(StationStatus status, UsageWish wish, Texts t) {
    boolean chosen = wish.station().filter(s -> s.id().equals(status.id())).isPresent();
    return new UsageView.StationChoice(status.id().value(), t.of(status.name()), chosen);
  }

  void csv(Visit visit) {
    Readings readings = visit.site().parts().readings();
    UsageWish wish = UsageWish.of(visit, readings.stations(visit.now()));
    if (wish.problem().isPresent()) {
      throw new BadRequest("from", wish.problem().get());
    }
    String name =
        "yizhan-"
            + wish.station()
                .map(status -> status.id().value())
                .orElseGet(() -> wish.place().isEmpty() ? "all" : wish.place().replace('/', '-'))
            + '-'
            + wish.from()
            + '-'
            + wish.to()
            + ".csv";
    visit
        .context()
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8; header=present")
        .putHeader("Content-Disposition", "attachment; filename=\"" + name + '"')
        .end(
            UsageCsv.of(
                what(wish, visit.texts()), wish.read(readings), wish.zone(), visit.texts()));
  }
}
