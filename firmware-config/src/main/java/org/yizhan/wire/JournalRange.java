package org.yizhan.wire;

/** A station holds numbers {@code first} to just below {@code next} of this journal. */
public record JournalRange(JournalId journal, Sequence first, Sequence next) {
  public JournalRange {
    if (next.isBefore(first)) {
      throw new IllegalArgumentException("a range does not end before it begins");
    }
  }
}
