package org.yizhan.hub.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One carrier's errands in order, while they are being planned.
 *
 * @param start the index of the carrier's start among the {@link Roads}
 */
record Round(Carrier carrier, int start, List<Errand> errands) {
  Round {
    errands = List.copyOf(errands);
  }

  Round with(int index, Errand errand) {
    List<Errand> more = new ArrayList<>(errands);
    more.add(index, errand);
    return new Round(carrier, start, more);
  }

  Round without(int index) {
    List<Errand> fewer = new ArrayList<>(errands);
    fewer.remove(index);
    return new Round(carrier, start, fewer);
  }

  /** The place before an errand, or at the end of the list before the way back. */
  int placeBefore(int index) {
    return index == 0 ? start : errands.get(index - 1).place();
  }

  /** The place an errand is at, or the start for the way back. */
  int placeAt(int index) {
    return index == errands.size() ? start : errands.get(index).place();
  }

  long millilitres() {
    return errands.stream().mapToLong(errand -> errand.stop().millilitres()).sum();
  }

  double km(Roads roads) {
    double km = 0;
    for (int index = 0; index <= errands.size(); index++) {
      km += roads.km(placeBefore(index), placeAt(index));
    }
    return km;
  }

  /** Whether the load fits and every errand can be done in its window, and the carrier be back. */
  boolean isPossible(Roads roads) {
    return millilitres() <= carrier.millilitres() && begins(roads).isPresent();
  }

  /** When the work of each errand begins, leaving at once; empty if there is no time for all. */
  Optional<int[]> begins(Roads roads) {
    int[] begins = new int[errands.size()];
    int now = carrier.hours().from();
    for (int index = 0; index < begins.length; index++) {
      Errand errand = errands.get(index);
      OptionalInt begin = errand.beginFrom(now + minutesTo(index, roads));
      if (begin.isEmpty()) {
        return Optional.empty();
      }
      begins[index] = begin.getAsInt();
      now = begins[index] + errand.stop().serviceMinutes();
    }
    return now + minutesTo(begins.length, roads) <= carrier.hours().to()
        ? Optional.of(begins)
        : Optional.empty();
  }

  private int minutesTo(int index, Roads roads) {
    return roads.minutes(placeBefore(index), placeAt(index), carrier.kmPerHour());
  }

  /** The shortest possible way to add an errand, wherever it fits in; empty where it does not. */
  Optional<Round> withCheapest(Errand errand, Roads roads) {
    if (millilitres() + errand.stop().millilitres() > carrier.millilitres()) {
      return Optional.empty();
    }
    Optional<Round> cheapest = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int index = 0; index <= errands.size(); index++) {
      double detour = roads.detourKm(placeBefore(index), errand.place(), placeAt(index));
      if (detour < least) {
        Round longer = with(index, errand);
        if (longer.begins(roads).isPresent()) {
          cheapest = Optional.of(longer);
          least = detour;
        }
      }
    }
    return cheapest;
  }

  /**
   * The same way in the other direction, where that is possible and keeps the carrier less long.
   */
  Round inQuickerDirection(Roads roads) {
    Round turned = new Round(carrier, start, errands.reversed());
    return !errands.isEmpty()
            && turned.isPossible(roads)
            && turned.route(roads).minutes() < route(roads).minutes()
        ? turned
        : this;
  }

  /** The finished route of a possible round with at least one errand. */
  Route route(Roads roads) {
    int[] begins =
        begins(roads).orElseThrow(() -> new IllegalStateException("an impossible round: " + this));
    int depart = begins[0] - minutesTo(0, roads);
    List<Leg> legs = new ArrayList<>();
    int now = depart;
    for (int index = 0; index < begins.length; index++) {
      Stop stop = errands.get(index).stop();
      int arrive = now + minutesTo(index, roads);
      now = begins[index] + stop.serviceMinutes();
      legs.add(
          new Leg(
              stop.station(),
              roads.km(placeBefore(index), placeAt(index)),
              arrive,
              begins[index],
              now,
              Load.of(stop.needs()),
              !stop.belowMinimum()));
    }
    List<Need> all = errands.stream().flatMap(errand -> errand.stop().needs().stream()).toList();
    return new Route(
        carrier,
        depart,
        legs,
        Load.of(all),
        millilitres() / 1_000.0,
        km(roads),
        now + minutesTo(begins.length, roads));
  }
}
