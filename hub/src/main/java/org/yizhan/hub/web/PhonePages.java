package org.yizhan.hub.web;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.web.view.NeedyView;
import org.yizhan.hub.web.view.Page;
import org.yizhan.hub.web.view.PlaceChoice;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.StationId;

/** The volunteers' pages: one shelf, the stations that need something, and the way in. */
final class PhonePages {
  private static final String SCRIPT_TEXTS = "phone.app.";

  private final Site site;
  private final ShelfDesk desk;

  PhonePages(Site site) {
    this.site = site;
    this.desk = new ShelfDesk(site.parts());
  }

  /** One shelf; its script does the rest, with a network or without. */
  void shelf(Visit visit) {
    String id = visit.path("id");
    if (!StationId.isValid(id)) {
      throw new NotFound(visit.texts().say("shelf.no-station"));
    }
    Optional<Volunteer> who = ShelfRoutes.phoneOf(visit, site);
    JsonObject state =
        desk.state(new ShelfRoutes.Asked(visit.context(), visit, new StationId(id), who));
    show(
        visit,
        "shelf.jte",
        Map.of("name", state.getJsonObject("station").getString("name"), "shelf", state.encode()));
  }

  /**
   * Every station that needs something, those of the person's own and the emptiest first; or the
   * stations of a planned trip.
   */
  void needy(Visit visit) {
    List<StationShelf> trip =
        TripLink.stations(visit.query("trip")).stream()
            .flatMap(id -> site.parts().readings().shelf(id, visit.now()).stream())
            .toList();
    String place = NetworkPages.place(visit);
    NeedyView view =
        trip.isEmpty()
            ? NeedyView.of(
                read(visit, site.parts().readings().shelves(place, visit.now()), place),
                place,
                visit.now(),
                visit.texts())
            : NeedyView.ofTrip(read(visit, trip, ""), visit.now(), visit.texts());
    show(visit, "needy.jte", Map.of("view", view));
  }

  private NeedyView.Read read(Visit visit, List<StationShelf> shelves, String place) {
    Volunteers volunteers = site.parts().shelves().volunteers();
    Optional<Volunteer> who = ShelfRoutes.phoneOf(visit, site);
    return new NeedyView.Read(
        shelves,
        PlaceChoice.ofPlaces(site.parts().readings().places(), place, visit.texts()),
        site.parts().shelves().rounds().open(),
        new NeedyView.Asker(
            who.map(Volunteer::nickname).orElse(""),
            who.map(volunteers::stationsOf).orElse(List.of()),
            id -> who.isPresent() && volunteers.mayHelpAt(who.get(), id)));
  }

  private void show(Visit visit, String template, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("file", (UnaryOperator<String>) site.phone()::address);
    all.put("modules", PhoneFiles.EAGER);
    all.put("words", words(visit.texts()));
    visit.show(200, template, visit.page(""), all);
  }

  /** The texts the script says, by key without the prefix. */
  private static String words(Texts t) {
    JsonObject words = new JsonObject();
    t.keys().stream()
        .filter(key -> key.startsWith(SCRIPT_TEXTS))
        .sorted()
        .forEach(key -> words.put(key.substring(SCRIPT_TEXTS.length()), t.say(key)));
    return words.encode();
  }

  void join(Visit visit) {
    showJoin(visit, 200, "", "");
  }

  private void showJoin(Visit visit, int status, String problem, String typed) {
    String token = visit.path("token");
    Volunteers volunteers = site.parts().shelves().volunteers();
    Volunteers.Invitation invitation = invitation(visit, volunteers, token);
    Optional<Volunteer> already = ShelfRoutes.phoneOf(visit, site);
    boolean keeper = invitation.kind() == Volunteer.Kind.KEEPER;
    Page page = visit.page("");
    visit.show(
        status,
        "join.jte",
        page,
        Map.of(
            "file",
            (UnaryOperator<String>) site.phone()::address,
            "token",
            token,
            "keeper",
            keeper,
            "problem",
            problem,
            "nickname",
            typed.isEmpty() ? already.map(Volunteer::nickname).orElse("") : typed,
            "already",
            already.map(Volunteer::nickname).orElse(""),
            "next",
            next(invitation)));
  }

  private static Volunteers.Invitation invitation(
      Visit visit, Volunteers volunteers, String token) {
    return volunteers
        .invitation(token)
        .orElseThrow(() -> new NotFound(visit.texts().say("phone.join.gone")));
  }

  private static String next(Volunteers.Invitation invitation) {
    if (invitation.kind() == Volunteer.Kind.KEEPER) {
      return "/keep";
    }
    return invitation.stations().size() == 1
        ? "/s/" + invitation.stations().getFirst().value()
        : "/s/";
  }

  void useJoin(Visit visit) {
    String token = visit.path("token");
    Volunteers volunteers = site.parts().shelves().volunteers();
    Volunteers.Invitation invitation = invitation(visit, volunteers, token);
    String typed = visit.form("nickname");
    Optional<String> nickname = Volunteers.nickname(typed);
    if (nickname.isEmpty()) {
      String problem = visit.texts().say("phone.join.problem", Volunteers.NICKNAME_LENGTH_MAX);
      showJoin(visit, 400, problem, typed.length() > 40 ? typed.substring(0, 40) : typed);
      return;
    }
    String cookie =
        volunteers
            .join(token, nickname.get())
            .orElseThrow(() -> new NotFound(visit.texts().say("phone.join.gone")));
    ShelfRoutes.rememberPhone(visit.context(), site, cookie);
    visit.goTo(next(invitation));
  }
}
