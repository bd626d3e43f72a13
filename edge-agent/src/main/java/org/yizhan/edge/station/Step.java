package org.yizhan.edge.station;

import java.util.ArrayList;
import java.util.List;
import org.yizhan.edge.station.StationEffect.AppendFact;
import org.yizhan.wire.Fact;

/** What one event leads to: the next state, and what to do, in this order. */
public record Step(StationState state, List<StationEffect> effects) {
  public Step {
    effects = List.copyOf(effects);
  }

  static Step of(StationState state, StationEffect... effects) {
    return new Step(state, List.of(effects));
  }

  static Step facts(StationState state, List<Fact> facts) {
    return of(state).append(facts);
  }

  Step append(List<Fact> facts) {
    if (facts.isEmpty()) {
      return this;
    }
    List<StationEffect> all = new ArrayList<>(effects);
    facts.forEach(fact -> all.add(new AppendFact(fact)));
    return new Step(state, all);
  }

  Step and(StationEffect effect) {
    List<StationEffect> all = new ArrayList<>(effects);
    all.add(effect);
    return new Step(state, all);
  }

  Step in(StationState next) {
    return new Step(next, effects);
  }
}
