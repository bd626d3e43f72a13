package org.yizhan.hub.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yizhan.hub.plan.LeftOut.Reason;
import org.yizhan.station.Position;
import org.yizhan.station.StationId;

/**
 * Plans a day's rounds in a district. Every station below its minimum is visited as far as room and
 * time allow, those with the fewest days left first; then what lies on the way is taken along, by
 * the {@link PlanRules}. What is loaded is what brings the visited stations to their targets; that
 * the store has it is not looked at.
 *
 * <p>The plan depends on its input alone, not on the order of stations or carriers, nor on clock or
 * machine.
 */
public final class RestockPlanner {
  public static final int STOPS_MAX = 1_000;
  public static final int CARRIERS_MAX = 100;

  private final PlanRules rules;
  private final List<Stop> stops;
  private final List<Round> empty;
  private final List<Errand> errands;
  private final Roads roads;

  private RestockPlanner(List<Stop> stops, List<Carrier> carriers, PlanRules rules) {
    this.rules = rules;
    this.stops = stops.stream().sorted(Comparator.comparing(Stop::station)).toList();
    List<Position> places = new ArrayList<>();
    this.empty =
        carriers.stream()
            .sorted(Comparator.comparing(Carrier::name))
            .map(carrier -> new Round(carrier, added(places, carrier.start()), List.of()))
            .toList();
    this.errands =
        this.stops.stream()
            .filter(stop -> stop.at().isPresent() && stop.opensLongEnough())
            .map(stop -> new Errand(stop, added(places, stop.at().orElseThrow())))
            .toList();
    this.roads = new Roads(places, rules.detourFactor());
  }

  private static int added(List<Position> places, Position place) {
    places.add(place);
    return places.size() - 1;
  }

  /**
   * Plans one day.
   *
   * @param stops at most 1,000, each station once
   * @param carriers at most 100, each name once
   * @throws IllegalArgumentException if there are more, or one stands twice
   */
  public static RestockPlan plan(List<Stop> stops, List<Carrier> carriers, PlanRules rules) {
    if (stops.size() > STOPS_MAX || carriers.size() > CARRIERS_MAX) {
      throw new IllegalArgumentException(
          "a plan takes at most "
              + STOPS_MAX
              + " stations and "
              + CARRIERS_MAX
              + " carriers; plan each district by itself");
    }
    Set<Object> seen = new HashSet<>();
    for (Stop stop : stops) {
      if (!seen.add(stop.station())) {
        throw new IllegalArgumentException("station " + stop.station() + " stands twice");
      }
    }
    for (Carrier carrier : carriers) {
      if (!seen.add(carrier.name())) {
        throw new IllegalArgumentException("carrier " + carrier.name() + " stands twice");
      }
    }
    return new RestockPlanner(stops, carriers, rules).plan();
  }

  private RestockPlan plan() {
    List<Errand> mandatory =
        errands.stream()
            .filter(errand -> errand.stop().belowMinimum() && someoneCouldGo(errand))
            .toList();
    List<Round> rounds = empty;
    if (!mandatory.isEmpty()) {
      rounds = new RouteSearch(mandatory, empty, roads).rounds(rules);
      rounds = Precedence.settled(rounds, mandatory, roads);
    }
    OnTheWay onTheWay = new OnTheWay(roads, rules);
    List<Errand> soon = errands.stream().filter(each -> onTheWay.isSoon(each.stop())).toList();
    rounds = onTheWay.takenAlong(rounds, soon);
    return plan(rounds.stream().map(round -> round.inQuickerDirection(roads)).toList());
  }

  private RestockPlan plan(List<Round> rounds) {
    Set<StationId> visited = new HashSet<>();
    List<Route> routes = new ArrayList<>();
    for (Round round : rounds) {
      round.errands().forEach(errand -> visited.add(errand.stop().station()));
      if (!round.errands().isEmpty()) {
        routes.add(round.route(roads));
      }
    }
    return new RestockPlan(
        routes,
        stops.stream()
            .filter(stop -> !visited.contains(stop.station()))
            .map(stop -> new LeftOut(stop.station(), reason(stop)))
            .toList());
  }

  private boolean someoneCouldGo(Errand errand) {
    return empty.stream().anyMatch(round -> round.with(0, errand).isPossible(roads));
  }

  private Reason reason(Stop stop) {
    if (!stop.belowMinimum()) {
      return Reason.ABOVE_MINIMUM;
    }
    if (stop.at().isEmpty()) {
      return Reason.NO_POSITION;
    }
    if (!stop.opensLongEnough()) {
      return Reason.NOT_OPEN;
    }
    if (empty.isEmpty()) {
      return Reason.NO_CARRIER;
    }
    if (empty.stream().allMatch(round -> stop.millilitres() > round.carrier().millilitres())) {
      return Reason.TOO_LARGE;
    }
    return errands.stream()
            .filter(errand -> errand.stop().equals(stop))
            .anyMatch(this::someoneCouldGo)
        ? Reason.LESS_URGENT
        : Reason.OUT_OF_REACH;
  }
}
