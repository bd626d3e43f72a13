package org.yizhan.hub.plan;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import org.jspecify.annotations.Nullable;

/** Roads as jsprit asks for them: a way costs its kilometres, its time depends on the vehicle. */
final class RoadCosts extends AbstractForwardVehicleRoutingTransportCosts {
  private final Roads roads;

  RoadCosts(Roads roads) {
    this.roads = roads;
  }

  @Override
  public double getDistance(Location from, Location to, double at, @Nullable Vehicle vehicle) {
    return roads.km(from.getIndex(), to.getIndex());
  }

  @Override
  public double getTransportTime(
      Location from, Location to, double at, @Nullable Driver driver, @Nullable Vehicle vehicle) {
    return vehicle == null
        ? 0
        : roads.minutes(from.getIndex(), to.getIndex(), vehicle.getType().getMaxVelocity());
  }

  @Override
  public double getTransportCost(
      Location from, Location to, double at, @Nullable Driver driver, @Nullable Vehicle vehicle) {
    return roads.km(from.getIndex(), to.getIndex());
  }
}
