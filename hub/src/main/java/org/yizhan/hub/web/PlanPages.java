package org.yizhan.hub.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.plan.Carrier;
import org.yizhan.hub.plan.PlanRules;
import org.yizhan.hub.plan.RestockPlan;
import org.yizhan.hub.plan.RestockPlanner;
import org.yizhan.hub.plan.Stop;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.web.view.PlanView;
import org.yizhan.station.ItemCode;

/** The restocking rounds of a district today. */
final class PlanPages {
  /** A plan takes a core for seconds. */
  private final Semaphore planning = new Semaphore(1);

  void plan(Visit visit) {
    PlanWish wish = PlanWish.of(visit);
    HubWeb.Parts parts = visit.site().parts();
    List<StationShelf> here = parts.readings().shelves(wish.place(), visit.now());
    Map<ItemCode, CatalogueItem> goods = parts.shelves().catalogue().items();
    LocalDate today =
        visit
            .now()
            .atZone(here.isEmpty() ? NetworkReader.USUAL_ZONE : here.getFirst().zone())
            .toLocalDate();
    List<Stop> stops = wish.stops(here, goods, today);
    if (stops.size() > RestockPlanner.STOPS_MAX) {
      throw new BadRequest("place", visit.texts().say("plan.wrong.many", RestockPlanner.STOPS_MAX));
    }
    RestockPlan plan = plan(visit, stops, wish.carriers(here));
    PlanView view =
        PlanView.of(
            new PlanView.Read(here, parts.readings().places(), goods, plan),
            new PlanView.Wish(
                wish.place(),
                wish.people(),
                wish.vehicleWord(),
                wish.from().toString(),
                wish.to().toString(),
                wish.start()),
            visit.texts());
    visit.show(200, "plan.jte", visit.page("supplies"), Map.of("view", view));
  }

  private RestockPlan plan(Visit visit, List<Stop> stops, List<Carrier> carriers) {
    if (!planning.tryAcquire()) {
      throw new BadRequest("place", visit.texts().say("plan.wrong.busy"));
    }
    try {
      return RestockPlanner.plan(stops, carriers, PlanRules.USUAL);
    } finally {
      planning.release();
    }
  }
}
