package org.yizhan.hub.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes stations above their minimum along, where a round passes by that goes anyway and a trip
 * soon is saved: the first item may run out within the soon-days, and the detour is a small share
 * of the way there and back. Never starts a round for one.
 */
final class OnTheWay {
  private final Roads roads;
  private final PlanRules rules;

  OnTheWay(Roads roads, PlanRules rules) {
    this.roads = roads;
    this.rules = rules;
  }

  boolean isSoon(Stop stop) {
    return !stop.belowMinimum()
        && !stop.needs().isEmpty()
        && stop.daysLeftP10().isPresent()
        && stop.daysLeftP10().getAsDouble() <= rules.soonDays();
  }

  /** The rounds with those in them that fit; of several the one with the smallest share first. */
  List<Round> takenAlong(List<Round> finished, List<Errand> soon) {
    List<Round> rounds = new ArrayList<>(finished);
    List<Errand> waiting = new ArrayList<>(soon);
    Optional<Offer> best = best(rounds, waiting);
    while (best.isPresent()) { // each turn takes one of them
      Offer offer = best.get();
      rounds.set(offer.round, rounds.get(offer.round).with(offer.index, offer.errand));
      waiting.remove(offer.errand);
      best = best(rounds, waiting);
    }
    return List.copyOf(rounds);
  }

  private Optional<Offer> best(List<Round> rounds, List<Errand> waiting) {
    Offer best = null;
    for (int number = 0; number < rounds.size(); number++) {
      Round round = rounds.get(number);
      for (int index = 0; !round.errands().isEmpty() && index <= round.errands().size(); index++) {
        for (Errand errand : waiting) {
          double share = share(round, index, errand);
          if (share < (best == null ? rules.detourShareMax() : best.share)
              && round.with(index, errand).isPossible(roads)) {
            best = new Offer(number, index, errand, share);
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The detour as a share of a trip of its own; where that is no way at all, nothing is saved. */
  private double share(Round round, int index, Errand errand) {
    double own = 2 * roads.km(round.start(), errand.place());
    double detour = roads.detourKm(round.placeBefore(index), errand.place(), round.placeAt(index));
    return own > 0 ? Math.max(0, detour) / own : Double.POSITIVE_INFINITY;
  }

  /** An errand at this place of a round. */
  private record Offer(int round, int index, Errand errand, double share) {}
}
