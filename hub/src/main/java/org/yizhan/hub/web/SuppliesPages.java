package org.yizhan.hub.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.web.view.SuppliesView;

/** The supplies of a district: what is missing where, and who is on the way. */
final class SuppliesPages {
  void supplies(Visit visit) {
    String place = NetworkPages.place(visit);
    HubWeb.Parts parts = visit.site().parts();
    List<StationShelf> shelves = parts.readings().shelves(place, visit.now());
    SuppliesView view =
        SuppliesView.of(
            new SuppliesView.Read(
                shelves,
                parts.readings().places(),
                parts.shelves().rounds().open().stream()
                    .collect(Collectors.toMap(Round::station, Function.identity())),
                parts.shelves().recalls().wanted(),
                parts.shelves().catalogue().items()),
            place,
            visit.now(),
            visit.texts());
    visit.show(200, "supplies.jte", visit.page("supplies"), Map.of("view", view));
  }
}
