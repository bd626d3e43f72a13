package org.yizhan.hub.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yizhan.station.Position;

/**
 * What somebody without a program does: from where the carrier is, to the nearest station that
 * still fits in, and home when none does; then the next carrier. The same roads, room, windows and
 * hours as the planner's; only stations below their minimum.
 */
public final class NearestNeighbour {
  private NearestNeighbour() {}

  /**
   * What came of it.
   *
   * @param km of all rounds
   * @param stations how many are visited
   */
  public record Result(double km, int stations) {}

  public static Result plan(List<Stop> stops, List<Carrier> carriers, double detourFactor) {
    List<Position> places = new ArrayList<>();
    carriers.forEach(carrier -> places.add(carrier.start()));
    List<Errand> waiting = new ArrayList<>();
    for (Stop stop : stops) {
      if (stop.belowMinimum() && stop.at().isPresent()) {
        waiting.add(new Errand(stop, places.size()));
        places.add(stop.at().get());
      }
    }
    Roads roads = new Roads(places, detourFactor);
    double km = 0;
    int stations = 0;
    for (int start = 0; start < carriers.size(); start++) {
      Round round = filled(new Round(carriers.get(start), start, List.of()), waiting, roads);
      km += round.km(roads);
      stations += round.errands().size();
    }
    return new Result(km, stations);
  }

  private static Round filled(Round round, List<Errand> waiting, Roads roads) {
    int end = round.errands().size();
    int here = round.placeBefore(end);
    Optional<Errand> nearest =
        waiting.stream()
            .filter(errand -> round.with(end, errand).isPossible(roads))
            .min(Comparator.comparingDouble(errand -> roads.km(here, errand.place())));
    if (nearest.isEmpty()) {
      return round;
    }
    waiting.remove(nearest.get());
    return filled(round.with(end, nearest.get()), waiting, roads);
  }
}
