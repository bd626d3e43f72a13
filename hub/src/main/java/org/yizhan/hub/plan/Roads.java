package org.yizhan.hub.plan;

import java.util.List;
import org.yizhan.station.Position;

/**
 * How far it is between the places of a plan, known by their index: the great circle times a detour
 * factor, since there is no map.
 */
final class Roads {
  private final double[][] km;

  Roads(List<Position> places, double detourFactor) {
    km = new double[places.size()][places.size()];
    for (int from = 0; from < km.length; from++) {
      for (int to = 0; to < from; to++) {
        km[from][to] = detourFactor * places.get(from).kilometresTo(places.get(to));
        km[to][from] = km[from][to];
      }
    }
  }

  double km(int from, int to) {
    return km[from][to];
  }

  /** Rounded up to whole minutes. */
  int minutes(int from, int to, double kmPerHour) {
    return (int) Math.ceil(km[from][to] / kmPerHour * 60);
  }

  /** How much longer a way becomes by a place between two others of it. */
  double detourKm(int before, int place, int after) {
    return km[before][place] + km[place][after] - km[before][after];
  }
}
