package org.yizhan.edge.journal;

import org.yizhan.wire.Fact;

/** How dear a fact is when there is no room for all of them: the least goes first. */
public enum Worth {
  /** The next reading says nearly the same. */
  TELEMETRY(0),
  /** Explains what happened; the visits can be counted without it. */
  DETAIL(1),
  /** Entries and stock: visits and shelves are folded from these. */
  ENTRY(2);

  private final int code;

  Worth(int code) {
    this.code = code;
  }

  /** As the journal's file knows it. */
  int code() {
    return code;
  }

  /** The worth of a fact. */
  public static Worth of(Fact fact) {
    return switch (fact) {
      case Fact.ClimateMeasured _ -> TELEMETRY;
      case Fact.PassRefused _,
          Fact.ExitPressed _,
          Fact.DoorClosed _,
          Fact.FaultRaised _,
          Fact.FaultCleared _,
          Fact.OrderApplied _,
          Fact.OrderRefused _,
          Fact.Unknown _ ->
          DETAIL;
      case Fact.JournalOpened _,
          Fact.PassAdmitted _,
          Fact.DoorUnlockedByOrder _,
          Fact.DoorOpened _,
          Fact.PersonEntered _,
          Fact.PersonLeft _,
          Fact.OccupancyCorrected _,
          Fact.StockMeasured _,
          Fact.StockCounted _,
          Fact.StockRestocked _,
          Fact.StockTaken _,
          Fact.StockWrittenOff _,
          Fact.Told _,
          Fact.ClockStepped _,
          Fact.Missing _ ->
          ENTRY;
    };
  }

  /**
   * Whether a fact may wait up to a minute to share a commit on the card: measurements that come by
   * themselves again and again. How long it waits for the network is {@code Patience}'s to say.
   */
  public static boolean canWait(Fact fact) {
    return fact instanceof Fact.ClimateMeasured || fact instanceof Fact.StockMeasured;
  }
}
