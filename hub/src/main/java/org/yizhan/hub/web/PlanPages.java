package org.yizhan.hub.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.plan.Carrier;
import org.yizhan.hub.plan.PlanRules;
import org.yizhan.hub.plan.RestockPlan;
import org.yizhan.hub.plan.RestockPlanner;
import org.yizhan.hub.plan.Stop;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.web.view.PlaceChoice;
import org.yizhan.hub.web.view.PlanView;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/** The restocking rounds of a district today. */
final class PlanPages {
  private static final int DISTRICT_DEPTH = 3; // province, city, district

  void plan(Visit visit) {
    HubWeb.Parts parts = visit.site().parts();
    boolean wished = visit.asks("place");
    String wish = wished ? NetworkPages.place(visit) : "";
    List<StationShelf> read = parts.readings().shelves(wish, visit.now());
    String place = wished ? wish : neediest(read);
    List<StationShelf> here =
        read.stream().filter(shelf -> PlaceChoice.holds(place, shelf.place())).toList();
    List<PlanView.Row> rows = PlanCrew.typed(visit);
    String start = visit.query("start");
    PlanView.Read planned;
    int status = 200;
    try {
      planned = planned(visit, here, new PlanWish(PlanCrew.of(rows, visit.texts()), start));
    } catch (BadRequest e) { // said above the form, which keeps what was typed
      planned =
          PlanView.Read.refused(
              here, parts.readings().places(), parts.shelves().catalogue().items(), e.sentence());
      status = 400;
    }
    PlanView view =
        PlanView.of(planned, new PlanView.Wish(place, rows, start), visit.now(), visit.texts());
    visit.show(status, "plan.jte", visit.page("supplies"), Map.of("view", view));
  }

  private static PlanView.Read planned(Visit visit, List<StationShelf> here, PlanWish wish) {
    HubWeb.Parts parts = visit.site().parts();
    Map<ItemCode, CatalogueItem> goods = parts.shelves().catalogue().items();
    LocalDate today =
        visit
            .now()
            .atZone(here.isEmpty() ? NetworkReader.USUAL_ZONE : here.getFirst().zone())
            .toLocalDate();
    // a round that is overdue keeps nobody from going
    Map<StationId, Round> onTheWay = Round.onTheWay(parts.shelves().rounds().open(), visit.now());
    List<Stop> needy = wish.stops(here, goods, today);
    List<Stop> stops =
        needy.stream().filter(stop -> !onTheWay.containsKey(stop.station())).toList();
    if (stops.size() > RestockPlanner.STOPS_MAX) {
      throw new BadRequest("place", visit.texts().say("plan.wrong.many", RestockPlanner.STOPS_MAX));
    }
    Map<Carrier, String> vehicles = wish.carriers(here);
    List<Carrier> carriers = List.copyOf(vehicles.keySet());
    RestockPlan plan =
        plan(visit, stops.stream().map(stop -> stop.asFarAsFits(carriers)).toList(), carriers);
    return new PlanView.Read(
        here,
        parts.readings().places(),
        goods,
        plan,
        vehicles,
        stations ->
            TripLink.of(stations).stream()
                .map(link -> visit.site().address(visit.context()) + link)
                .toList(),
        stops.stream().collect(Collectors.toMap(Stop::station, Stop::units)),
        needy.stream()
            .flatMap(stop -> Optional.ofNullable(onTheWay.get(stop.station())).stream())
            .toList(),
        "");
  }

  /** The district with the most stations below a minimum; nobody drives through a whole country. */
  private static String neediest(List<StationShelf> all) {
    return all.stream()
        .filter(shelf -> shelf.levels().stream().anyMatch(StockLevel::isBelowMinimum))
        .collect(Collectors.groupingBy(shelf -> district(shelf.place()), Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String district(UnionPlace place) {
    return Arrays.stream(place.toString().split("/"))
        .limit(DISTRICT_DEPTH)
        .collect(Collectors.joining("/"));
  }

  private static RestockPlan plan(Visit visit, List<Stop> stops, List<Carrier> carriers) {
    PlanTurn turn = visit.site().planning();
    return turn.take(() -> RestockPlanner.plan(stops, carriers, PlanRules.USUAL))
        .orElseThrow(() -> AskLater.busy(visit.texts().say("plan.wrong.busy"), turn.patience()));
  }
}
