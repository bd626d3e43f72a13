package org.yizhan.edge.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.yizhan.wire.Visitor;

/**
 * How many units each visitor took on one local day, those who came first first. Kept in memory
 * only: after a restart somebody may take once more, which is better than that anybody may not.
 *
 * @param day since 1970-01-01
 */
record Takings(long day, Map<Visitor, Integer> units) {
  static final int VISITORS_MAX = 2_000;
  static final Takings NONE = new Takings(0, Map.of());

  /** The same on this day; another day begins with nothing taken. */
  Takings on(long today) {
    return today == day ? this : new Takings(today, Map.of());
  }

  int of(Visitor visitor) {
    return units.getOrDefault(visitor, 0);
  }

  /** One more; of too many visitors the first are forgotten. */
  Takings with(Visitor visitor) {
    SequencedMap<Visitor, Integer> next = new LinkedHashMap<>(units);
    next.merge(visitor, 1, Integer::sum);
    while (next.size() > VISITORS_MAX) {
      next.pollFirstEntry();
    }
    return new Takings(day, next);
  }
}
