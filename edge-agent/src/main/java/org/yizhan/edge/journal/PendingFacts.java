package org.yizhan.edge.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact.Missing;
import org.yizhan.wire.MissingReason;
import org.yizhan.wire.Sequence;

/**
 * Facts that have a number and wait for the card. At most {@code factsMax} of them: beyond that the
 * least dear and oldest becomes a gap, and neighbouring gaps become one. Not thread-safe.
 */
final class PendingFacts {
  /** One entry with the first number it fills. */
  record Numbered(long sequence, Entry entry) {
    long next() {
      return sequence + entry.numbers();
    }

    boolean isGap() {
      return entry.fact() instanceof Missing;
    }
  }

  private final int factsMax;
  private final TreeMap<Long, Numbered> waiting = new TreeMap<>();

  /** Sequence numbers of what is no gap, in the order of {@link Worth}. */
  private final Map<Worth, Deque<Long>> byWorth = new EnumMap<>(Worth.class);

  private long next = Sequence.FIRST.value();

  PendingFacts(int factsMax) {
    this.factsMax = factsMax;
  }

  /** Numbers the entry and keeps it, if need be at the cost of a less dear one. */
  Sequence add(Entry entry) {
    var numbered = new Numbered(next, entry);
    waiting.put(next, numbered);
    next = numbered.next();
    if (!numbered.isGap()) {
      byWorth
          .computeIfAbsent(Worth.of(entry.fact()), _ -> new ArrayDeque<>())
          .add(numbered.sequence());
    }
    if (facts() > factsMax) {
      shedOne();
    }
    return new Sequence(numbered.sequence());
  }

  /** The oldest entries, at most so many. */
  List<Numbered> first(int entriesMax) {
    var oldest = new ArrayList<Numbered>(Math.min(entriesMax, waiting.size()));
    for (Numbered numbered : waiting.values()) {
      if (oldest.size() == entriesMax) {
        break;
      }
      oldest.add(numbered);
    }
    return oldest;
  }

  /** Forgets all numbers below: they are on the card. */
  void removeBelow(long kept) {
    while (!waiting.isEmpty() && waiting.firstKey() < kept) {
      Numbered first = waiting.pollFirstEntry().getValue();
      if (first.next() > kept) { // a gap that grew while its beginning was being written
        put(kept, first.next(), first);
      }
    }
    for (Deque<Long> sequences : byWorth.values()) {
      while (!sequences.isEmpty() && sequences.element() < kept) {
        sequences.remove();
      }
    }
  }

  /** The number the next fact will get. */
  long next() {
    return next;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  int facts() {
    return byWorth.values().stream().mapToInt(Deque::size).sum();
  }

  private void shedOne() {
    for (Deque<Long> sequences : byWorth.values()) {
      if (!sequences.isEmpty()) {
        Numbered shed = waiting.get(sequences.remove());
        if (shed != null) {
          becomeGap(shed);
        }
        return;
      }
    }
  }

  private void becomeGap(Numbered shed) {
    long from = shed.sequence();
    long to = shed.next();
    Numbered earliest = shed;
    var before = waiting.lowerEntry(from);
    if (before != null && before.getValue().isGap()) {
      earliest = before.getValue();
      from = earliest.sequence();
    }
    var after = waiting.get(to);
    if (after != null && after.isGap()) {
      waiting.remove(to);
      to = after.next();
    }
    waiting.remove(shed.sequence());
    put(from, to, earliest);
  }

  private void put(long from, long to, Numbered like) {
    var gap = new Missing(to - from, MissingReason.SHED);
    waiting.put(from, new Numbered(from, new Entry(like.entry().at(), gap)));
  }
}
