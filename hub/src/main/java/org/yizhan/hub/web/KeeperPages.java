package org.yizhan.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.hub.labels.QrSquares;
import org.yizhan.hub.notify.Need;
import org.yizhan.hub.notify.NoticeQueue;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.web.view.KeeperView;
import org.yizhan.hub.web.view.Page;
import org.yizhan.hub.web.view.SuppliesView;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.StationId;

/**
 * What somebody who answers for stations sees of them, on a phone first: what runs out, who is on
 * the way, what was proven; and the link that lets others help.
 */
final class KeeperPages {
  private static final Duration INVITATION_LIFE = Duration.ofDays(7);
  private static final int INVITATION_USES = 30;
  private static final int ROUNDS_SHOWN = 3;
  private static final String SUPPLIES = "supplies";

  void look(Visit visit) {
    Optional<KeeperReach> reach = KeeperReach.of(visit);
    if (reach.isEmpty()) {
      turnAway(visit);
      return;
    }
    String place = reach.get().isKeeper() ? "" : NetworkPages.place(visit);
    HubWeb.Parts parts = visit.site().parts();
    List<StationShelf> shelves = shelves(visit, reach.get(), place);
    KeeperView view =
        KeeperView.of(
            new SuppliesView.Read(
                shelves,
                reach.get().isKeeper()
                    ? shelves.stream().map(StationShelf::place).collect(Collectors.toSet())
                    : parts.readings().places(),
                parts.shelves().rounds().open().stream()
                    .collect(Collectors.toMap(Round::station, Function.identity())),
                parts.shelves().recalls().wanted(),
                parts.shelves().catalogue().items()),
            new KeeperView.More(
                station -> done(parts, station), parts.telling().matters()::matters),
            place,
            visit.now(),
            visit.texts());
    visit.show(
        200,
        "keep.jte",
        visit.page("supplies"),
        Map.of(
            "view", view,
            "keeper", reach.get().isKeeper(),
            "mayInvite", reach.get().mayInvite()));
  }

  /** Told kindly what to do; a volunteer other than a stranger. */
  static void turnAway(Visit visit) {
    String who = KeeperReach.phone(visit).isPresent() ? "volunteer" : "stranger";
    visit.show(403, "keepnot.jte", visit.page(""), Map.of("who", who));
  }

  private static List<StationShelf> shelves(Visit visit, KeeperReach reach, String place) {
    var readings = visit.site().parts().readings();
    return reach
        .only()
        .map(own -> own.stream().flatMap(id -> readings.shelf(id, visit.now()).stream()).toList())
        .orElseGet(() -> readings.shelves(place, visit.now()));
  }

  private static List<KeeperView.Proven> done(HubWeb.Parts parts, StationId station) {
    return parts.shelves().rounds().latest(station, ROUNDS_SHOWN + 1).stream()
        .filter(round -> round.ended().isPresent())
        .limit(ROUNDS_SHOWN)
        .map(
            round ->
                new KeeperView.Proven(
                    round,
                    round.photos() == 0 ? List.of() : parts.shelves().photos().ofRound(round.id())))
        .toList();
  }

  /**
   * Somebody sees to a matter, or with {@value #SUPPLIES} to all that a station's shelf needs:
   * nobody further is told.
   */
  void seen(Visit visit) {
    Optional<KeeperReach> reach = KeeperReach.of(visit).filter(KeeperReach::mayInvite);
    if (reach.isEmpty()) {
      turnAway(visit);
      return;
    }
    Texts t = visit.texts();
    StationId station = NetworkPages.station(visit, visit.form("station"));
    if (!reach.get().holds(station)) {
      throw new BadRequest("station", t.say("keep.not-yours"));
    }
    String wished = visit.form("matter");
    NoticeQueue queue = visit.site().parts().telling().matters();
    Optional<String> by =
        visit
            .who()
            .map(account -> account.name().value())
            .or(() -> KeeperReach.phone(visit).map(Volunteer::nickname));
    queue.matters(List.of(station)).stream()
        .filter(
            matter ->
                wished.equals(SUPPLIES) ? Need.isOf(matter) : matter.key().value().equals(wished))
        .filter(matter -> matter.acknowledged().isEmpty())
        .forEach(matter -> queue.acknowledge(matter.key(), by));
    visit.goTo("/keep#" + station);
  }

  /** Makes a link for volunteers and shows it, this once. */
  void invite(Visit visit) {
    Optional<KeeperReach> reach = KeeperReach.of(visit).filter(KeeperReach::mayInvite);
    if (reach.isEmpty()) {
      turnAway(visit);
      return;
    }
    Texts t = visit.texts();
    List<StationId> stations = chosen(visit, reach.get());
    String token =
        visit
            .site()
            .parts()
            .shelves()
            .volunteers()
            .invite(Volunteer.Kind.VOLUNTEER, stations, INVITATION_LIFE, INVITATION_USES);
    String link = visit.site().address(visit.context()) + "/join/" + token;
    String where =
        stations.isEmpty()
            ? t.say("keep.invite.everywhere")
            : stations.stream()
                .flatMap(id -> visit.site().parts().readings().station(id, visit.now()).stream())
                .map(station -> t.of(station.name()))
                .collect(Collectors.joining(t.say("keep.invite.and")));
    Page page = visit.page("supplies");
    visit.show(
        200,
        "keepinvite.jte",
        new Page(
            t, "/keep?", page.section(), page.who(), page.formToken(), page.now(), page.assets()),
        Map.of(
            "link", link,
            "squares", QrSquares.of(link),
            "sentence",
                t.say("keep.invited.text", where, INVITATION_LIFE.toDays(), INVITATION_USES)));
  }

  /** The stations the form names; all of them when it names none. */
  private static List<StationId> chosen(Visit visit, KeeperReach reach) {
    String wished = visit.form("station");
    if (!wished.isEmpty()) {
      StationId id = NetworkPages.station(visit, wished);
      if (!reach.holds(id) || visit.site().parts().readings().station(id, visit.now()).isEmpty()) {
        throw new BadRequest("station", visit.texts().say("keep.not-yours"));
      }
      return List.of(id);
    }
    List<StationId> own = reach.only().orElse(List.of());
    if (reach.isKeeper() && own.isEmpty()) { // an invitation for no station would be one for all
      throw new BadRequest("station", visit.texts().say("keep.none.text"));
    }
    return own;
  }

  /** A picture, to who answers for its station. To anybody else there is none. */
  void photo(Visit visit) {
    NotFound none = new NotFound(visit.texts().say("keep.no-photo"));
    String id = visit.path("id");
    ProofPhotos photos = visit.site().parts().shelves().photos();
    Optional<KeeperReach> reach = KeeperReach.of(visit);
    if (!ProofPhotos.isId(id)
        || photos
            .find(id)
            .filter(kept -> reach.filter(r -> r.holds(kept.station())).isPresent())
            .isEmpty()) {
      throw none;
    }
    byte[] jpeg = photos.jpeg(id).orElseThrow(() -> none);
    visit
        .context()
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
        .end(Buffer.buffer(jpeg));
  }
}
