package org.yizhan.edge.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yizhan.station.FixtureName;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;

/**
 * The faults that last. Each is raised once and cleared once, because the board is told the whole
 * truth after every event and makes facts of the difference only.
 */
record FaultBoard(SortedMap<Name, Moment> since) {
  static final FaultBoard CLEAR = new FaultBoard(new TreeMap<>());

  /** One fault at one fixture. */
  record Name(FaultKind kind, FixtureName fixture) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : fixture.compareTo(other.fixture);
    }
  }

  /** The next board and the facts that lead to it. */
  record Step(FaultBoard next, List<Fact> facts) {}

  /** Makes the board say exactly this; {@code now} gives each fault its detail for technicians. */
  Step judged(SortedMap<Name, String> now, Moment at) {
    if (now.keySet().equals(since.keySet())) {
      return new Step(this, List.of());
    }
    SortedMap<Name, Moment> next = new TreeMap<>(since);
    List<Fact> facts = new ArrayList<>();
    for (Name old : since.keySet()) {
      if (!now.containsKey(old)) {
        next.remove(old);
        facts.add(new Fact.FaultCleared(old.kind(), old.fixture()));
      }
    }
    for (Map.Entry<Name, String> fault : now.entrySet()) {
      Name name = fault.getKey();
      if (!next.containsKey(name) && next.size() < Presence.Snapshot.FAULTS_MAX) {
        next.put(name, at);
        facts.add(new Fact.FaultRaised(name.kind(), name.fixture(), fault.getValue()));
      }
    }
    return new Step(new FaultBoard(next), facts);
  }

  List<Presence.Fault> list() {
    return since.entrySet().stream()
        .map(
            fault ->
                new Presence.Fault(
                    fault.getKey().kind(), fault.getKey().fixture(), fault.getValue()))
        .toList();
  }
}
