package org.yizhan.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.matters.Matter;
import org.yizhan.hub.matters.MatterRules;
import org.yizhan.hub.matters.Matters;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.web.view.MatterView;
import org.yizhan.hub.web.view.Things;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;
import org.yizhan.wire.MatterId;
import org.yizhan.wire.MatterKind;
import org.yizhan.wire.Satisfaction;

/**
 * What anybody at a station may say of it, without an account: raise a matter, read its answer
 * behind a link of their own, rate it; and what was found there.
 */
final class MatterPages {
  private final MatterRaise raise;

  private final Site site;

  MatterPages(Site site) {
    this.site = site;
    this.raise = new MatterRaise(site);
  }

  /** A matter with all a page shows of it. */
  static MatterView.Read read(Visit visit, Matter matter) {
    HubWeb.Parts parts = visit.site().parts();
    Optional<StationStatus> station = parts.readings().station(matter.station(), visit.now());
    return new MatterView.Read(
        matter,
        parts.shelves().matters().steps(matter.id()),
        matter.photos() == 0 ? List.of() : parts.shelves().photos().ofRound(matter.id().value()),
        station.map(known -> visit.texts().of(known.name())).orElse(matter.station().value()),
        station.map(StationStatus::zone).orElse(NetworkReader.USUAL_ZONE),
        parts.shelves().matters().profile(matter.station()));
  }

  static StationStatus station(Visit visit) {
    StationId id = NetworkPages.station(visit, visit.path("station"));
    return visit
        .site()
        .parts()
        .readings()
        .station(id, visit.now())
        .orElseThrow(() -> new NotFound(visit.texts().say("shelf.no-station")));
  }

  private Matters matters() {
    return site.parts().shelves().matters();
  }

  /** What is known at a station already, and what one may say. */
  void look(Visit visit) {
    StationStatus station = station(visit);
    List<Matter> open = matters().open(station.id());
    show(
        visit,
        200,
        "matterhere.jte",
        Map.of(
            "station",
            station.id().value(),
            "name",
            visit.texts().of(station.name()),
            "known",
            known(visit, station, open, Optional.empty()),
            "mine",
            mine(visit, station),
            "found",
            (int) open.stream().filter(MatterRules::isOnFoundList).count(),
            "kinds",
            Arrays.stream(MatterKind.values())
                .map(
                    kind ->
                        new Things.Thing(
                            MatterRaise.word(kind),
                            visit.texts().say("matter.kind." + MatterRaise.word(kind))))
                .toList()));
  }

  /** One line for each thing that is known, so that nobody tells it twice. */
  static List<String> known(
      Visit visit, StationStatus station, List<Matter> open, Optional<MatterKind> kind) {
    Optional<StationProfile> profile =
        visit.site().parts().shelves().matters().profile(station.id());
    return open.stream()
        .filter(MatterRules::isKnownToAll)
        .filter(matter -> kind.isEmpty() || kind.get() == matter.kind())
        .limit(10)
        .map(
            matter ->
                visit
                    .texts()
                    .say(
                        MatterRules.isAnswerForAll(matter)
                            ? "matter.known.answered"
                            : "matter.known.open",
                        MatterView.what(matter, profile, visit.texts()),
                        visit.texts().age(matter.raised(), visit.now(), station.zone()).text()))
        .toList();
  }

  private List<MatterView.Mine> mine(Visit visit, StationStatus station) {
    return ToldCookie.read(visit).stream()
        .flatMap(id -> matters().find(id).stream())
        .filter(matter -> matter.station().equals(station.id()))
        .map(
            matter -> {
              MatterView view = MatterView.of(read(visit, matter), visit.now(), visit.texts());
              return new MatterView.Mine(
                  "/m/" + matter.id(),
                  visit.texts().say("matter.titled", matter.number(), view.what()),
                  view.state(),
                  view.glyph(),
                  view.look());
            })
        .toList();
  }

  /** The form for one kind. */
  void form(Visit visit) {
    raise.form(visit, station(visit));
  }

  void tell(Visit visit) {
    raise.tell(visit, station(visit));
  }

  /** Things that were found and wait for their owners. */
  void found(Visit visit) {
    StationStatus station = station(visit);
    List<MatterView> things =
        matters().open(station.id()).stream()
            .filter(MatterRules::isOnFoundList)
            .map(matter -> MatterView.of(read(visit, matter), visit.now(), visit.texts()))
            .toList();
    show(
        visit,
        200,
        "matterfound.jte",
        Map.of(
            "station", station.id().value(),
            "name", visit.texts().of(station.name()),
            "things", things));
  }

  /** A picture of a found thing that a let-in person chose to publish. */
  void foundPhoto(Visit visit) {
    StationStatus station = station(visit);
    String photo = visit.path("photo");
    boolean shown =
        matters().open(station.id()).stream()
            .filter(MatterRules::isOnFoundList)
            .filter(matter -> matter.by().isPresent() && matter.photos() > 0)
            .flatMap(
                matter -> site.parts().shelves().photos().ofRound(matter.id().value()).stream())
            .anyMatch(kept -> kept.id().equals(photo));
    sendPhoto(visit, photo, shown);
  }

  private Matter own(Visit visit) {
    String id = visit.path("id");
    return Optional.of(id)
        .filter(MatterId::isValid)
        .flatMap(known -> matters().find(new MatterId(known)))
        .orElseThrow(() -> new NotFound(visit.texts().say("matter.none")));
  }

  /** A matter to who raised it. */
  void matter(Visit visit) {
    Matter matter = own(visit);
    show(
        visit,
        200,
        "matter.jte",
        Map.of(
            "id",
            matter.id().value(),
            "view",
            MatterView.of(read(visit, matter), visit.now(), visit.texts()),
            "mayRate",
            MatterRules.mayRate(matter),
            "sent",
            visit.query("sent").equals("1")));
  }

  void photo(Visit visit) {
    Matter matter = own(visit);
    String photo = visit.path("photo");
    sendPhoto(
        visit,
        photo,
        site.parts().shelves().photos().ofRound(matter.id().value()).stream()
            .anyMatch(kept -> kept.id().equals(photo)));
  }

  static void sendPhoto(Visit visit, String photo, boolean allowed) {
    NotFound none = new NotFound(visit.texts().say("keep.no-photo"));
    if (!allowed || !ProofPhotos.isId(photo)) {
      throw none;
    }
    byte[] jpeg = visit.site().parts().shelves().photos().jpeg(photo).orElseThrow(() -> none);
    visit
        .context()
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
        .end(Buffer.buffer(jpeg));
  }

  /** Rates an answer, once for each: the same tap sent twice is one. */
  void rate(Visit visit) {
    Matter matter = own(visit);
    String words = MatterWords.plain(visit.form("words"));
    Optional<Satisfaction> rating =
        Arrays.stream(Satisfaction.values())
            .filter(each -> MatterRaise.word(each).equals(visit.form("rating")))
            .findFirst();
    if (rating.isEmpty() || MatterWords.isTooLong(words)) {
      throw new BadRequest("rating", visit.texts().say("matter.problem.rating"));
    }
    if (MatterRules.mayRate(matter)) {
      long answer =
          matters().steps(matter.id()).stream().mapToLong(Matter.Step::fact).max().orElse(0);
      EntryKey key = new EntryKey(MatterWords.derive("rate " + matter.id() + ' ' + answer));
      var _ =
          site.parts()
              .shelves()
              .entries()
              .enter(
                  new EntryBook.Entered(
                      matter.station(),
                      key,
                      OptionalInt.empty(),
                      List.of(
                          new EntryBook.Said(
                              visit.now(),
                              new Fact.MatterRated(matter.id(), rating.get(), words)))));
    }
    visit.goTo("/m/" + matter.id());
  }

  static void show(Visit visit, int status, String template, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("file", (UnaryOperator<String>) visit.site().phone()::address);
    visit.show(status, template, visit.page(""), all);
  }
}
