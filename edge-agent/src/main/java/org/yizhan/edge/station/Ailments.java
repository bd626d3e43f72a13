package org.yizhan.edge.station;

import java.util.SortedMap;
import java.util.TreeMap;
import org.yizhan.edge.climate.Climate;
import org.yizhan.edge.occupancy.Occupancy;
import org.yizhan.edge.station.FaultBoard.Name;
import org.yizhan.edge.station.StationEvent.FixtureFailed;
import org.yizhan.edge.station.StationEvent.FixtureRecovered;
import org.yizhan.edge.supply.Supply;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;

/** Parts that told of their own failure, and what is no longer known without them. */
final class Ailments {
  private static final int DETAIL_MAX = 200;

  private Ailments() {}

  static StationState failed(StationState state, FixtureFailed event) {
    SortedMap<Name, String> reported = new TreeMap<>(state.health().reported());
    if (reported.size() < Presence.Snapshot.FAULTS_MAX) {
      reported.putIfAbsent(new Name(event.kind(), event.fixture()), shortened(event.detail()));
    }
    StationState next = state.withReported(reported);
    return switch (event.kind()) {
      case SENSOR_FAILED -> unknowing(next, event.fixture(), event.at());
      case NODE_SILENT -> next.withSupply(Supply.without(next.supply(), event.fixture()));
      default -> next;
    };
  }

  static StationState recovered(StationState state, FixtureRecovered event) {
    SortedMap<Name, String> reported = new TreeMap<>(state.health().reported());
    reported.remove(new Name(event.kind(), event.fixture()));
    return state.withReported(reported);
  }

  static String shortened(String text) {
    return text.length() <= DETAIL_MAX ? text : text.substring(0, DETAIL_MAX - 1) + '…';
  }

  private static StationState unknowing(StationState state, FixtureName sensor, Moment at) {
    boolean isContact =
        state.profile().fixtures(Fixture.DoorContact.class).stream()
            .anyMatch(contact -> contact.name().equals(sensor));
    StationState next =
        state
            .withOccupancy(Occupancy.without(state.occupancy(), sensor))
            .withClimate(Climate.without(state.climate(), sensor))
            .withSupply(Supply.without(state.supply(), sensor));
    return isContact ? next.withDoor(next.door().afterContactLost(at)) : next;
  }
}
