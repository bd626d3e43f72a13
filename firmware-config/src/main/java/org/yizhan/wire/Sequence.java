package org.yizhan.wire;

/**
 * A fact's number within its journal: dense, from 1, at most 2⁵³ − 1 (exact in JSON, RFC 8259
 * section 6).
 */
public record Sequence(long value) implements Comparable<Sequence> {
  public static final long MAX = (1L << 53) - 1;
  public static final Sequence FIRST = new Sequence(1);

  public Sequence {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException(
          "a sequence number lies between 1 and 2^53-1, not " + value);
    }
  }

  public Sequence plus(long count) {
    return new Sequence(Math.addExact(value, count));
  }

  public boolean isBefore(Sequence other) {
    return value < other.value;
  }

  @Override
  public int compareTo(Sequence other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
