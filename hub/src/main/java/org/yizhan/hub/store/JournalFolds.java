package org.yizhan.hub.store;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.yizhan.hub.stock.Movements;
import org.yizhan.hub.stock.StockFold;
import org.yizhan.hub.stock.StockState;
import org.yizhan.hub.visits.VisitFold;
import org.yizhan.hub.visits.VisitRules;
import org.yizhan.hub.visits.VisitState;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Moment;

/**
 * Folds one journal's facts, one by one in their order, and gathers what changes. Values in, values
 * out: any store can use it, and folding the same facts again gives the same changes.
 */
public final class JournalFolds {
  private final VisitRules rules;
  private final List<FoldedChange> changes = new ArrayList<>();
  private State state;
  private boolean stateChanged;

  public JournalFolds(VisitRules rules, State state) {
    this.rules = rules;
    this.state = state;
  }

  /**
   * What is remembered of a journal between its facts.
   *
   * @param beganMs wall time of its beginning, from the first fact whose clock was trusted
   */
  public record State(OptionalLong beganMs, VisitState visits, StockState stock) {
    public static final State EMPTY =
        new State(OptionalLong.empty(), VisitState.EMPTY, StockState.EMPTY);

    /** When a moment of this journal was by the wall, empty while that is unknown. */
    public OptionalLong wallMsOf(Moment at) {
      if (at.clockTrusted()) {
        return OptionalLong.of(at.wallMs());
      }
      return beganMs.isPresent()
          ? OptionalLong.of(beganMs.getAsLong() + at.sinceStartMs())
          : OptionalLong.empty();
    }
  }

  /**
   * Folds the journal's next fact.
   *
   * @param factNumber a number no other fact at this hub has, the same when folded again
   */
  public void fold(long factNumber, Entry entry) {
    Moment at = entry.at();
    if (at.clockTrusted() && state.beganMs().isEmpty()) {
      learnTime(factNumber, at.wallMs() - at.sinceStartMs());
    }
    Fact fact = entry.fact();
    if (VisitFold.concerns(fact)) {
      VisitFold.Step step =
          VisitFold.fold(
              state.visits(), rules, factNumber, at.sinceStartMs(), state.wallMsOf(at), fact);
      step.changed().forEach(visit -> changes.add(new FoldedChange.VisitChanged(visit)));
      step.counted().forEach(visit -> changes.add(new FoldedChange.VisitCounted(visit)));
      become(new State(state.beganMs(), step.state(), state.stock()));
    } else if (fact instanceof Fact.StockMeasured measured) {
      foldStock(
          StockFold.fold(
              state.stock(), factNumber, at.sinceStartMs(), state.wallMsOf(at), measured));
    } else if (fact instanceof Fact.StockTaken taken && state.wallMsOf(at).isEmpty()) {
      foldStock(StockFold.fold(state.stock(), at.sinceStartMs(), taken));
    } else if (fact instanceof Fact.Told told) {
      long atMs = state.wallMsOf(at).orElse(at.wallMs());
      changes.add(new FoldedChange.PeopleTold(factNumber, atMs, told));
      move(factNumber, at, told); // what is lent is off the shelf
    } else {
      move(factNumber, at, fact);
    }
  }

  private void move(long factNumber, Moment at, Fact fact) {
    Movements.of(factNumber, state.wallMsOf(at), fact)
        .ifPresent(movement -> changes.add(new FoldedChange.StockMoved(movement)));
  }

  private void learnTime(long factNumber, long beganMs) {
    boolean anyVisits = state.visits().begun();
    StockFold.Step step = StockFold.resolve(state.stock(), factNumber, beganMs);
    become(
        new State(
            OptionalLong.of(beganMs), VisitFold.resolve(state.visits(), beganMs), state.stock()));
    if (anyVisits) {
      changes.add(new FoldedChange.TimeKnown(beganMs));
    }
    foldStock(step);
  }

  private void foldStock(StockFold.Step step) {
    step.movements().forEach(movement -> changes.add(new FoldedChange.StockMoved(movement)));
    if (!step.state().equals(state.stock())) {
      become(new State(state.beganMs(), state.visits(), step.state()));
    }
  }

  private void become(State next) {
    state = next;
    stateChanged = true;
  }

  public State state() {
    return state;
  }

  /** Whether the state must be kept anew. */
  public boolean stateChanged() {
    return stateChanged;
  }

  /** What changed since this was last asked, in order. */
  public List<FoldedChange> takeChanges() {
    List<FoldedChange> taken = List.copyOf(changes);
    changes.clear();
    return taken;
  }
}
