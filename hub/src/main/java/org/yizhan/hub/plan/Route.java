package org.yizhan.hub.plan;

import java.util.List;

/**
 * One carrier's round.
 *
 * @param depart minutes since local midnight, as late as the first station allows
 * @param legs in order, at least one
 * @param load what to load at the start, by item, for all legs together
 * @param litres the room the load takes
 * @param km there and back
 * @param back minutes since local midnight
 */
public record Route(
    Carrier carrier,
    int depart,
    List<Leg> legs,
    List<Load> load,
    double litres,
    double km,
    int back) {
  public Route {
    legs = List.copyOf(legs);
    load = List.copyOf(load);
  }

  /** How long the carrier is under way. */
  public int minutes() {
    return back - depart;
  }
}
