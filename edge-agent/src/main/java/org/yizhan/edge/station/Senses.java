package org.yizhan.edge.station;

import org.yizhan.edge.climate.ClimateState;
import org.yizhan.edge.entry.Door;
import org.yizhan.edge.occupancy.OccupancyState;
import org.yizhan.edge.supply.SupplyState;
import org.yizhan.wire.Moment;

/** What the fixtures have told of the door, the people, the air and the shelves. */
record Senses(Door door, OccupancyState occupancy, ClimateState climate, SupplyState supply) {
  /** Nothing has been heard yet. */
  static Senses unknownAt(Moment at) {
    return new Senses(
        Door.unknownAt(at), OccupancyState.UNKNOWN, ClimateState.UNKNOWN, SupplyState.UNKNOWN);
  }

  Senses withDoor(Door next) {
    return new Senses(next, occupancy, climate, supply);
  }

  Senses withOccupancy(OccupancyState next) {
    return new Senses(door, next, climate, supply);
  }

  Senses withClimate(ClimateState next) {
    return new Senses(door, occupancy, next, supply);
  }

  Senses withSupply(SupplyState next) {
    return new Senses(door, occupancy, climate, next);
  }
}
