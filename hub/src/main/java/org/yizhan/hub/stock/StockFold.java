package org.yizhan.hub.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;

/**
 * Puts what one journal's scales said, and what was handed out, in time: it waits until the
 * journal's wall time is known.
 */
public final class StockFold {
  private static final long HOUR_MS = 3_600_000;

  private StockFold() {}

  /** The next state, and the movements whose time is known now. */
  public record Step(StockState state, List<Movement> movements) {}

  /** Folds one reading; {@code atMs} is empty while the journal's time is unknown. */
  public static Step fold(
      StockState state, long factNumber, long sinceMs, OptionalLong atMs, Fact.StockMeasured fact) {
    if (atMs.isPresent()) {
      return new Step(
          state,
          List.of(
              new Movement(
                  factNumber, fact.item(), atMs.getAsLong(), new Movement.Measured(fact.units()))));
    }
    Map<ItemCode, StockState.Untimed> waiting = new HashMap<>(state.waiting());
    if (waiting.size() < StockState.WAITING_MAX || waiting.containsKey(fact.item())) {
      waiting.put(fact.item(), new StockState.Untimed(fact.units(), sinceMs));
    }
    return new Step(new StockState(waiting, state.taken()), List.of());
  }

  /** Folds what was handed out while the journal's time is unknown. */
  public static Step fold(StockState state, long sinceMs, Fact.StockTaken fact) {
    int hour = (int) Math.min(Integer.MAX_VALUE, sinceMs / HOUR_MS);
    StockState.Hour key = new StockState.Hour(fact.item(), hour);
    if (state.taken().size() >= StockState.HOURS_MAX && !state.taken().containsKey(key)) {
      key = lastHour(state, fact.item()).orElse(key);
    }
    Map<StockState.Hour, StockState.Untimed> taken = new HashMap<>(state.taken());
    if (taken.size() < StockState.HOURS_MAX + StockState.WAITING_MAX || taken.containsKey(key)) {
      int before = taken.containsKey(key) ? taken.get(key).units() : 0;
      taken.put(key, new StockState.Untimed(before + fact.units(), sinceMs));
    }
    return new Step(new StockState(state.waiting(), taken), List.of());
  }

  private static Optional<StockState.Hour> lastHour(StockState state, ItemCode item) {
    return state.taken().keySet().stream()
        .filter(hour -> hour.item().equals(item))
        .max(Comparator.naturalOrder());
  }

  /**
   * The journal's time is known now: what waited is told, by item.
   *
   * @param factNumber of the fact that told the time
   */
  public static Step resolve(StockState state, long factNumber, long journalBeganMs) {
    List<Movement> movements = new ArrayList<>();
    state.waiting().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                new Movement(
                    factNumber,
                    entry.getKey(),
                    journalBeganMs + entry.getValue().sinceMs(),
                    new Movement.Measured(entry.getValue().units())))
        .forEach(movements::add);
    state.taken().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                new Movement(
                    factNumber,
                    entry.getKey().item(),
                    journalBeganMs + entry.getValue().sinceMs(),
                    new Movement.Taken(entry.getValue().units())))
        .forEach(movements::add);
    return new Step(StockState.EMPTY, movements);
  }
}
