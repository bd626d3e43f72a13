package org.yizhan.hub.store.sqlite;

import org.yizhan.hub.store.JournalFolds;
import org.yizhan.hub.visits.VisitRules;
import org.yizhan.wire.Sequence;

/** A row of table {@code journal}, as far as the writer needs it. */
record JournalRow(
    long number,
    int station,
    Sequence next,
    long lastFact,
    VisitRules rules,
    JournalFolds.State state) {

  JournalRow moved(Sequence toNext, long toLastFact, JournalFolds.State toState) {
    return new JournalRow(number, station, toNext, toLastFact, rules, toState);
  }
}
