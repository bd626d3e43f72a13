package org.yizhan.hub.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.web.view.Texts;

/** What else somebody at a station may do from its page: a link each, with what is behind it. */
final class ShelfWays {
  private ShelfWays() {}

  /**
   * A link under the shelf.
   *
   * @param note what stands behind it, for instance how many; may be empty
   */
  record Way(String href, String label, String note) {
    JsonObject json() {
      return new JsonObject().put("href", href).put("label", label).put("note", note);
    }
  }

  static JsonArray of(StationStatus station, HubWeb.Parts parts, Texts t) {
    List<Way> ways = new ArrayList<>();
    borrow(station, parts, t).ifPresent(ways::add);
    int open = parts.shelves().matters().countOpen(station.id());
    ways.add(
        new Way(
            "/m/at/" + station.id(),
            t.say("matter.way"),
            open == 0 ? "" : t.say("matter.way.open", open)));
    if (parts.shelves().duty().book().rota(station.id()).isPresent()) {
      ways.add(new Way("/s/" + station.id() + "#duty", t.say("duty.way"), t.say("duty.way.note")));
    }
    JsonArray json = new JsonArray();
    ways.forEach(way -> json.add(way.json()));
    return json;
  }

  /** "Borrow: umbrellas 5 of 8 here, power banks 2 of 4 here". */
  private static Optional<Way> borrow(StationStatus station, HubWeb.Parts parts, Texts t) {
    List<String> here =
        parts.shelves().loans().things().loanables(station.id()).stream()
            .filter(loanable -> loanable.registered() > 0)
            .map(
                loanable ->
                    t.say(
                        "loan.way.here",
                        t.of(loanable.name()),
                        loanable.here(),
                        loanable.registered()))
            .toList();
    return here.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Way(
                "/t/at/" + station.id(),
                t.say("loan.way"),
                String.join(t.say("loan.way.and"), here)));
  }
}
