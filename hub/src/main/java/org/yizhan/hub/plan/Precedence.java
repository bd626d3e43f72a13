package org.yizhan.hub.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who comes first when not all stations fit in: nobody with fewer days left stays behind for one
 * with more, if the one could take the other's place.
 */
final class Precedence {
  /** Each pass moves a more urgent station in or ends, so that there are few. */
  private static final int PASSES_MAX = 20;

  private final List<Round> rounds;
  private final Roads roads;

  private Precedence(List<Round> rounds, Roads roads) {
    this.rounds = new ArrayList<>(rounds);
    this.roads = roads;
  }

  /** The rounds with as many of the most urgent stations in them as single exchanges bring in. */
  static List<Round> settled(List<Round> rounds, List<Errand> all, Roads roads) {
    Precedence precedence = new Precedence(rounds, roads);
    for (int pass = 0; pass < PASSES_MAX; pass++) {
      boolean moved = false;
      for (Errand waiting : precedence.leftOut(all)) {
        moved |= precedence.bringIn(waiting);
      }
      if (!moved) {
        break;
      }
    }
    return List.copyOf(precedence.rounds);
  }

  private List<Errand> leftOut(List<Errand> all) {
    List<Errand> out = new ArrayList<>(all);
    rounds.forEach(round -> out.removeAll(round.errands()));
    out.sort(Errand.MOST_URGENT_FIRST);
    return out;
  }

  private boolean bringIn(Errand waiting) {
    for (int index = 0; index < rounds.size(); index++) {
      Optional<Round> longer = rounds.get(index).withCheapest(waiting, roads);
      if (longer.isPresent()) {
        rounds.set(index, longer.get());
        return true;
      }
    }
    List<Place> places = new ArrayList<>();
    for (int round = 0; round < rounds.size(); round++) {
      List<Errand> errands = rounds.get(round).errands();
      for (int index = 0; index < errands.size(); index++) {
        if (waiting.isMoreUrgentThan(errands.get(index))) {
          places.add(new Place(round, index, errands.get(index)));
        }
      }
    }
    places.sort(Comparator.comparing(Place::errand, Errand.MOST_URGENT_FIRST).reversed());
    for (Place place : places) {
      Optional<Round> other =
          rounds.get(place.round).without(place.index).withCheapest(waiting, roads);
      if (other.isPresent()) {
        rounds.set(place.round, other.get());
        return true;
      }
    }
    return false;
  }

  /** Where an errand is that might give way. */
  private record Place(int round, int index, Errand errand) {}
}
