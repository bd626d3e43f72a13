package org.yizhan.edge.station;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yizhan.edge.occupancy.Occupancy;
import org.yizhan.edge.station.FaultBoard.Name;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence.DoorState;

/** What of presence is worth sending anew when it differs. */
record Glance(
    DoorState door,
    Optional<Integer> people,
    Optional<Long> degrees,
    Set<Name> faults,
    Map<OrderKind, Long> applied) {

  static Glance at(StationState state) {
    return new Glance(
        doorState(state),
        Occupancy.isKnowable(state.profile())
            ? Optional.of(state.occupancy().people())
            : Optional.empty(),
        state.climate().told().map(told -> Math.round(told.temperature().degrees())),
        state.faults().since().keySet(),
        worthSending(state.orders().applied()));
  }

  /** Levels change many times a day, and the next presence tells that they came. */
  private static Map<OrderKind, Long> worthSending(Map<OrderKind, Long> applied) {
    Map<OrderKind, Long> others = new HashMap<>(applied);
    others.remove(OrderKind.STOCK);
    return others;
  }

  static DoorState doorState(StationState state) {
    if (state.door().open().isEmpty()) {
      return DoorState.UNKNOWN;
    }
    if (state.door().isShut()) {
      return DoorState.CLOSED;
    }
    return state.door().heldOpen() ? DoorState.HELD_OPEN : DoorState.OPEN;
  }
}
