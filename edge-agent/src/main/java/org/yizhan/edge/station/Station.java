package org.yizhan.edge.station;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.edge.climate.Climate;
import org.yizhan.edge.climate.Reading;
import org.yizhan.edge.entry.Door;
import org.yizhan.edge.occupancy.Occupancy;
import org.yizhan.edge.power.Power;
import org.yizhan.edge.station.StationEffect.RefreshPresence;
import org.yizhan.edge.station.StationEffect.ReleaseLock;
import org.yizhan.edge.station.StationEffect.Signal;
import org.yizhan.edge.station.StationEffect.SwitchPower;
import org.yizhan.edge.station.StationEvent.BeamChanged;
import org.yizhan.edge.station.StationEvent.ClimateRead;
import org.yizhan.edge.station.StationEvent.ClockSet;
import org.yizhan.edge.station.StationEvent.DoorMoved;
import org.yizhan.edge.station.StationEvent.ExitButtonPressed;
import org.yizhan.edge.station.StationEvent.FixtureFailed;
import org.yizhan.edge.station.StationEvent.FixtureRecovered;
import org.yizhan.edge.station.StationEvent.LevelsTold;
import org.yizhan.edge.station.StationEvent.OrderTurnedDown;
import org.yizhan.edge.station.StationEvent.PassScanned;
import org.yizhan.edge.station.StationEvent.PresenceSensed;
import org.yizhan.edge.station.StationEvent.ProfileChanged;
import org.yizhan.edge.station.StationEvent.ShelfWeighed;
import org.yizhan.edge.station.StationEvent.Tick;
import org.yizhan.edge.station.StationEvent.TrustChanged;
import org.yizhan.edge.station.StationEvent.UnlockOrdered;
import org.yizhan.edge.station.StationEvent.VisitorKeyDrawn;
import org.yizhan.edge.supply.Supply;
import org.yizhan.station.FixtureName;
import org.yizhan.wire.Fact;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence;

/** The station's mind: what it does when something happens, and what it knows of itself. */
public final class Station {
  private Station() {}

  /**
   * The next state and the effects, door first. Faults and presence follow from the states before
   * and after, so no event has to think of them.
   */
  public static Step step(StationState state, StationEvent event) {
    Step step = NewProfile.isOfFormerFixture(state, event) ? Step.of(state) : concern(state, event);
    FaultBoard.Step judged =
        state.faults().judged(Conditions.of(step.state(), event.at()), event.at());
    Step whole = step.in(step.state().withFaults(judged.next())).append(judged.facts());
    whole = power(whole, event.at());
    return Glance.at(whole.state()).equals(Glance.at(state))
        ? whole
        : whole.and(new RefreshPresence());
  }

  /** Whoever the lock is released for finds light and warmth. */
  private static Step power(Step step, Moment at) {
    StationState state = step.state();
    boolean inUse =
        step.effects().stream().anyMatch(ReleaseLock.class::isInstance)
            || Occupancy.isInUse(state.occupancy(), state.door(), at);
    Power.Step decided = Power.decide(state.power(), state.profile(), inUse, at);
    Step next = step.in(state.withPower(decided.next()));
    for (Map.Entry<FixtureName, Boolean> relay : decided.switched().entrySet()) {
      next = next.and(new SwitchPower(relay.getKey(), relay.getValue()));
    }
    return next;
  }

  private static Step concern(StationState state, StationEvent event) {
    return switch (event) {
      case PassScanned scan -> AtTheDoor.decide(state, scan);
      case DoorMoved moved -> AtTheDoor.leafMoved(state, moved.at(), moved.open());
      case ExitButtonPressed _ -> AtTheDoor.letOut(state);
      case UnlockOrdered order -> AtTheDoor.unlock(state, order);
      case BeamChanged beam -> count(state, beam);
      case PresenceSensed sensed -> sense(state, sensed);
      case ClimateRead read -> measure(state, read);
      case ShelfWeighed weighed -> weigh(state, weighed);
      case FixtureFailed failed -> Step.of(Ailments.failed(state, failed));
      case FixtureRecovered recovered -> Step.of(Ailments.recovered(state, recovered));
      case ClockSet set -> Step.facts(state, List.of(new Fact.ClockStepped(set.steppedByMs())));
      case VisitorKeyDrawn drawn -> Step.of(state.withVisitorKey(drawn.key()));
      case Tick tick -> passTime(state, tick.at());
      case ProfileChanged changed -> NewProfile.begin(state, changed);
      case TrustChanged(_, var kind, var revision, var trusted) ->
          Step.facts(
              state.withTrusted(trusted, kind, revision),
              revision > state.orders().applied().getOrDefault(kind, 0L)
                  ? List.of(new Fact.OrderApplied(kind, revision))
                  : List.of());
      // no fact: a change of stock is a fact already, where it was entered
      case LevelsTold(_, var revision, var levels) -> Step.of(state.withLevels(levels, revision));
      case OrderTurnedDown(_, var kind, var revision, var why) ->
          Step.facts(
              state, List.of(new Fact.OrderRefused(kind, revision, Ailments.shortened(why))));
    };
  }

  private static Step count(StationState state, BeamChanged beam) {
    Occupancy.Step step =
        Occupancy.afterBeam(
            state.occupancy(),
            beam.beams(),
            beam.side() == BeamChanged.Side.OUTER,
            beam.interrupted(),
            state.door(),
            beam.at());
    return Step.facts(state.withOccupancy(step.next()), step.facts());
  }

  private static Step sense(StationState state, PresenceSensed sensed) {
    Occupancy.Step step =
        Occupancy.afterPresence(state.occupancy(), sensed.sensor(), sensed.somebody(), sensed.at());
    return Step.facts(state.withOccupancy(step.next()), step.facts());
  }

  private static Step measure(StationState state, ClimateRead read) {
    Climate.Step step =
        Climate.afterReading(
            state.climate(),
            read.sensor(),
            new Reading(read.at(), read.temperature(), read.humidity()),
            state.profile());
    return Step.facts(state.withClimate(step.next()), step.facts());
  }

  private static Step weigh(StationState state, ShelfWeighed weighed) {
    Supply.Step step =
        Supply.afterWeight(
            state.supply(), weighed.scale(), weighed.grams(), weighed.at(), state.profile());
    return Step.facts(state.withSupply(step.next()), step.facts());
  }

  private static Step passTime(StationState state, Moment at) {
    Door.Step door = state.door().afterTime(at, state.profile().door());
    Occupancy.Step occupancy =
        Occupancy.afterTime(state.occupancy(), door.next(), at, state.profile());
    Supply.Step supply = Supply.afterTime(state.supply(), at, state.profile());
    StationState next =
        state.withDoor(door.next()).withOccupancy(occupancy.next()).withSupply(supply.next());
    Step step =
        door.callAttention()
            ? Step.of(next, new Signal(Signal.Pattern.DOOR_HELD_OPEN))
            : Step.of(next);
    return step.append(door.facts()).append(occupancy.facts()).append(supply.facts());
  }

  /**
   * What presence says of the station at this time; whatever is not known is absent.
   *
   * @param held which numbers of which journals the card holds, oldest first; the oldest are left
   *     out when they are too many to name
   */
  public static Presence.Snapshot snapshot(
      StationState state,
      Moment at,
      String agentVersion,
      HardwareKind hardware,
      List<JournalRange> held,
      long backlog) {
    int tooMany = Math.max(0, held.size() - Presence.Snapshot.HELD_MAX);
    return new Presence.Snapshot(
        at,
        agentVersion,
        hardware,
        Glance.doorState(state),
        Occupancy.isKnowable(state.profile())
            ? Optional.of(
                new Presence.Occupancy(
                    state.occupancy().people(), state.occupancy().confidencePercent()))
            : Optional.empty(),
        Climate.room(state.climate(), state.profile(), at)
            .map(room -> new Presence.Climate(room.at(), room.temperature(), room.humidity())),
        state.faults().list(),
        applied(state),
        held.subList(tooMany, held.size()),
        backlog);
  }

  /** Names the shelves even while nothing was said of them: a hub tells only those who ask. */
  private static Map<OrderKind, Long> applied(StationState state) {
    Map<OrderKind, Long> applied = new EnumMap<>(OrderKind.class);
    applied.put(OrderKind.STOCK, 0L);
    applied.putAll(state.orders().applied());
    return applied;
  }
}
