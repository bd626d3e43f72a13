package org.yizhan.edge.station;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.yizhan.edge.climate.ClimateState;
import org.yizhan.edge.entry.Door;
import org.yizhan.edge.entry.EntryState;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.occupancy.OccupancyState;
import org.yizhan.edge.power.PowerState;
import org.yizhan.edge.station.FaultBoard.Name;
import org.yizhan.edge.supply.SupplyState;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Moment;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.ShelfLevel;

/** Everything a station knows. Immutable and bounded; {@link Station#step} makes the next one. */
public record StationState(
    StandingOrders orders, Entrance entrance, Senses senses, PowerState power, Health health) {

  /** A station that has just started and has heard of none of its fixtures yet. */
  public static StationState atStart(
      Moment at,
      StationProfile profile,
      TrustedPassState trusted,
      Map<OrderKind, Long> applied,
      VisitorKey visitorKey) {
    return new StationState(
        new StandingOrders(profile, trusted, List.of(), applied, RecentOrders.NONE),
        new Entrance(visitorKey, EntryState.FRESH),
        Senses.unknownAt(at),
        PowerState.atStart(at),
        Health.SOUND);
  }

  public StationProfile profile() {
    return orders.profile();
  }

  /** The revision of the profile in force, 0 for the one the station was delivered with. */
  public long profileRevision() {
    return orders.applied().getOrDefault(OrderKind.PROFILE, 0L);
  }

  /** What the hub says stands on the shelves. */
  public List<ShelfLevel> levels() {
    return orders.levels();
  }

  public Door door() {
    return senses.door();
  }

  public OccupancyState occupancy() {
    return senses.occupancy();
  }

  public ClimateState climate() {
    return senses.climate();
  }

  public SupplyState supply() {
    return senses.supply();
  }

  FaultBoard faults() {
    return health.faults();
  }

  StationState withEntry(EntryState next, Door door) {
    return new StationState(
        orders, new Entrance(entrance.key(), next), senses.withDoor(door), power, health);
  }

  StationState withDoor(Door next) {
    return with(senses.withDoor(next));
  }

  StationState withOccupancy(OccupancyState next) {
    return with(senses.withOccupancy(next));
  }

  StationState withClimate(ClimateState next) {
    return with(senses.withClimate(next));
  }

  StationState withSupply(SupplyState next) {
    return with(senses.withSupply(next));
  }

  StationState withUnlocked(RecentOrders next) {
    return with(orders.withUnlocked(next));
  }

  /** The same station, knowing what the hub said of its shelves before it started. */
  public StationState withLevels(List<ShelfLevel> next) {
    return with(orders.withLevels(next));
  }

  StationState withLevels(List<ShelfLevel> next, long revision) {
    return with(orders.withLevels(next, revision));
  }

  StationState withTrusted(TrustedPassState next, OrderKind kind, long revision) {
    return with(orders.withTrusted(next, kind, revision));
  }

  StationState withProfile(StationProfile next, long revision) {
    return with(orders.withProfile(next, revision));
  }

  /** A new month: who came under the old secret cannot be told any more. */
  StationState withVisitorKey(VisitorKey next) {
    return new StationState(orders, new Entrance(next, EntryState.FRESH), senses, power, health);
  }

  StationState withPower(PowerState next) {
    return new StationState(orders, entrance, senses, next, health);
  }

  StationState withReported(SortedMap<Name, String> next) {
    return with(new Health(next, health.faults()));
  }

  StationState withFaults(FaultBoard next) {
    return with(new Health(health.reported(), next));
  }

  private StationState with(StandingOrders next) {
    return new StationState(next, entrance, senses, power, health);
  }

  private StationState with(Senses next) {
    return new StationState(orders, entrance, next, power, health);
  }

  private StationState with(Health next) {
    return new StationState(orders, entrance, senses, power, next);
  }
}
