package org.yizhan.hub.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;

/**
 * Puts one journal's readings of scales in time: they wait until the journal's wall time is known.
 */
public final class StockFold {
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
    return new Step(new StockState(waiting), List.of());
  }

  /**
   * The journal's time is known now: what waited is told, by item.
   *
   * @param factNumber of the fact that told the time
   */
  public static Step resolve(StockState state, long factNumber, long journalBeganMs) {
    List<Movement> movements =
        state.waiting().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    new Movement(
                        factNumber,
                        entry.getKey(),
                        journalBeganMs + entry.getValue().sinceMs(),
                        new Movement.Measured(entry.getValue().units())))
            .toList();
    return new Step(StockState.EMPTY, movements);
  }
}
