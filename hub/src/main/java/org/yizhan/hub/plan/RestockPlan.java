package org.yizhan.hub.plan;

import java.util.List;

/**
 * A day's rounds in a district. Every station asked about is in exactly one route or left out.
 *
 * @param routes by the carriers' names; carriers without a round are not in it
 * @param leftOut by station
 */
public record RestockPlan(List<Route> routes, List<LeftOut> leftOut) {
  public RestockPlan {
    routes = List.copyOf(routes);
    leftOut = List.copyOf(leftOut);
  }

  /** The length of all rounds. */
  public double km() {
    return routes.stream().mapToDouble(Route::km).sum();
  }
}
