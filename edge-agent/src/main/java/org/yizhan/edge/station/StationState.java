package org.yizhan.edge.station;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yizhan.edge.climate.ClimateState;
import org.yizhan.edge.entry.Door;
import org.yizhan.edge.entry.EntryState;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.occupancy.OccupancyState;
import org.yizhan.edge.station.FaultBoard.Name;
import org.yizhan.edge.supply.SupplyState;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Moment;
import org.yizhan.wire.OrderKind;

/**
 * Everything a station knows, one record for each concern. Immutable and bounded; {@link
 * Station#step} makes the next one.
 *
 * @param applied the revision of each desired state the station is in
 * @param visitorKey this month's secret
 * @param unlocked the momentary orders that were carried out lately, so that each is carried out
 *     once
 * @param reported faults that adapters, journal and clock told of, with their details
 */
public record StationState(
    StationProfile profile,
    TrustedPassState trusted,
    Map<OrderKind, Long> applied,
    VisitorKey visitorKey,
    EntryState entry,
    Door door,
    OccupancyState occupancy,
    ClimateState climate,
    SupplyState supply,
    RecentOrders unlocked,
    SortedMap<Name, String> reported,
    FaultBoard faults) {

  public StationState {
    applied = Map.copyOf(applied);
    reported = Collections.unmodifiableSortedMap(reported);
  }

  /** A station that has just started and has heard of none of its fixtures yet. */
  public static StationState atStart(
      Moment at,
      StationProfile profile,
      TrustedPassState trusted,
      Map<OrderKind, Long> applied,
      VisitorKey visitorKey) {
    return new StationState(
        profile,
        trusted,
        applied,
        visitorKey,
        EntryState.FRESH,
        Door.unknownAt(at),
        OccupancyState.UNKNOWN,
        ClimateState.UNKNOWN,
        SupplyState.UNKNOWN,
        RecentOrders.NONE,
        new TreeMap<>(),
        FaultBoard.CLEAR);
  }

  /** The revision of the profile in force, 0 for the one the station was delivered with. */
  public long profileRevision() {
    return applied.getOrDefault(OrderKind.PROFILE, 0L);
  }

  StationState withEntry(EntryState next, Door nextDoor) {
    return new StationState(
        profile,
        trusted,
        applied,
        visitorKey,
        next,
        nextDoor,
        occupancy,
        climate,
        supply,
        unlocked,
        reported,
        faults);
  }

  StationState withDoor(Door next) {
    return withEntry(entry, next);
  }

  StationState withOccupancy(OccupancyState next) {
    return new StationState(
        profile,
        trusted,
        applied,
        visitorKey,
        entry,
        door,
        next,
        climate,
        supply,
        unlocked,
        reported,
        faults);
  }

  StationState withClimate(ClimateState next) {
    return new StationState(
        profile,
        trusted,
        applied,
        visitorKey,
        entry,
        door,
        occupancy,
        next,
        supply,
        unlocked,
        reported,
        faults);
  }

  StationState withSupply(SupplyState next) {
    return new StationState(
        profile,
        trusted,
        applied,
        visitorKey,
        entry,
        door,
        occupancy,
        climate,
        next,
        unlocked,
        reported,
        faults);
  }

  StationState withUnlocked(RecentOrders next) {
    return new StationState(
        profile,
        trusted,
        applied,
        visitorKey,
        entry,
        door,
        occupancy,
        climate,
        supply,
        next,
        reported,
        faults);
  }

  StationState withReported(SortedMap<Name, String> next) {
    return new StationState(
        profile,
        trusted,
        applied,
        visitorKey,
        entry,
        door,
        occupancy,
        climate,
        supply,
        unlocked,
        next,
        faults);
  }

  StationState withFaults(FaultBoard next) {
    return new StationState(
        profile,
        trusted,
        applied,
        visitorKey,
        entry,
        door,
        occupancy,
        climate,
        supply,
        unlocked,
        reported,
        next);
  }

  StationState withVisitorKey(VisitorKey next) {
    return new StationState(
        profile,
        trusted,
        applied,
        next,
        EntryState.FRESH,
        door,
        occupancy,
        climate,
        supply,
        unlocked,
        reported,
        faults);
  }

  StationState withTrusted(TrustedPassState next, OrderKind kind, long revision) {
    return new StationState(
        profile,
        next,
        with(kind, revision),
        visitorKey,
        entry,
        door,
        occupancy,
        climate,
        supply,
        unlocked,
        reported,
        faults);
  }

  StationState withProfile(StationProfile next, long revision) {
    return new StationState(
        next,
        trusted,
        with(OrderKind.PROFILE, revision),
        visitorKey,
        entry,
        door,
        occupancy,
        climate,
        supply,
        unlocked,
        reported,
        faults);
  }

  private Map<OrderKind, Long> with(OrderKind kind, long revision) {
    Map<OrderKind, Long> next = new EnumMap<>(OrderKind.class);
    next.putAll(applied);
    next.put(kind, revision);
    return next;
  }
}
