package org.yizhan.hub.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;

/** Folds one journal's readings of scales into levels, by the time they happened. */
public final class StockFold {
  private StockFold() {}

  /** The next state, and the readings whose time is known now. */
  public record Step(StockState state, List<StockReading> readings) {}

  /** Folds one reading; {@code atMs} is empty while the journal's time is unknown. */
  public static Step fold(
      StockState state, long sinceMs, OptionalLong atMs, Fact.StockMeasured fact) {
    if (atMs.isPresent()) {
      return new Step(
          state, List.of(new StockReading(fact.item(), fact.units(), atMs.getAsLong())));
    }
    Map<ItemCode, StockState.Untimed> waiting = new HashMap<>(state.waiting());
    if (waiting.size() < StockState.WAITING_MAX || waiting.containsKey(fact.item())) {
      waiting.put(fact.item(), new StockState.Untimed(fact.units(), sinceMs));
    }
    return new Step(new StockState(waiting), List.of());
  }

  /** The journal's time is known now: what waited is told, by item. */
  public static Step resolve(StockState state, long journalBeganMs) {
    List<StockReading> readings =
        state.waiting().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    new StockReading(
                        entry.getKey(),
                        entry.getValue().units(),
                        journalBeganMs + entry.getValue().sinceMs()))
            .toList();
    return new Step(StockState.EMPTY, readings);
  }
}
