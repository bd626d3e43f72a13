package org.yizhan.wire;

/** One fact with its time, as it stands in a journal. */
public record Entry(Moment at, Fact fact) {
  /** How many sequence numbers this entry fills: 1, or the length of the gap it stands for. */
  public long numbers() {
    return fact instanceof Fact.Missing missing ? missing.count() : 1;
  }
}
