package org.yizhan.wire;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yizhan.pass.PassKind;
import org.yizhan.pass.RefusalReason;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.station.RelativeHumidity;

/** Something that happened at a station. Facts go up, in the past tense, and are never changed. */
public sealed interface Fact {
  /** 2000-01-01 in days since 1970-01-01: nothing on a shelf expires before. */
  long EXPIRY_DAY_LEAST = 10957;

  /** 2199-12-31. */
  long EXPIRY_DAY_MOST = 84005;

  /** The agent started; always number 1 of its journal. */
  record JournalOpened(String agentVersion, HardwareKind hardware, long profileRevision)
      implements Fact {
    public JournalOpened {
      requireText("agent version", agentVersion, 40);
      requireWithin("profile revision", profileRevision, 0, Sequence.MAX);
    }
  }

  /**
   * A valid pass was shown and the lock, if there is one, was released.
   *
   * @param doorWatched whether a contact or beams can see that somebody comes in by it; where
   *     nothing can, the pass is all the evidence there will be
   * @param decisionMicros from bytes to decision
   */
  record PassAdmitted(Visitor visitor, PassKind pass, boolean doorWatched, int decisionMicros)
      implements Fact {
    public PassAdmitted {
      requireNotNegative("decision time", decisionMicros);
    }
  }

  /** The door stayed shut; the visitor is known only when the pass itself was genuine. */
  record PassRefused(RefusalReason reason, Optional<Visitor> visitor) implements Fact {}

  /** An order from the hub released the lock. */
  record DoorUnlockedByOrder(String orderId) implements Fact {
    public DoorUnlockedByOrder {
      requireText("order id", orderId, 64);
    }
  }

  record DoorOpened() implements Fact {}

  record DoorClosed() implements Fact {}

  record ExitPressed() implements Fact {}

  /** The beams saw somebody go in ({@code people} at once, 1 to 10). */
  record PersonEntered(int people) implements Fact {
    public PersonEntered {
      requireWithin("people", people, 1, 10);
    }
  }

  record PersonLeft(int people) implements Fact {
    public PersonLeft {
      requireWithin("people", people, 1, 10);
    }
  }

  /**
   * The estimate was corrected by other evidence (door shut, nobody sensed): so many are inside.
   */
  record OccupancyCorrected(int people) implements Fact {
    public OccupancyCorrected {
      requireWithin("people", people, 0, 500);
    }
  }

  record ClimateMeasured(Celsius temperature, RelativeHumidity humidity) implements Fact {}

  /** A scale's reading turned into whole units. */
  record StockMeasured(ItemCode item, int units) implements Fact {
    public StockMeasured {
      requireWithin("units", units, 0, 10_000);
    }
  }

  /** Somebody counted so many on the shelf, 0 to 10,000. */
  record StockCounted(ItemCode item, int units) implements Fact {
    public StockCounted {
      requireWithin("units", units, 0, 10_000);
    }
  }

  /**
   * Somebody put so many more on the shelf, 1 to 10,000, of one lot if it is known.
   *
   * @param expires the last day printed on the package, 2000 to 2199
   */
  record StockRestocked(
      ItemCode item, int units, Optional<LotCode> lot, Optional<LocalDate> expires)
      implements Fact {
    public StockRestocked {
      requireWithin("units", units, 1, 10_000);
      expires.ifPresent(
          day -> requireWithin("expiry", day.toEpochDay(), EXPIRY_DAY_LEAST, EXPIRY_DAY_MOST));
    }
  }

  /** So many were handed out by a dispenser or on an entitlement, 1 to 10,000. */
  record StockTaken(ItemCode item, int units) implements Fact {
    public StockTaken {
      requireWithin("units", units, 1, 10_000);
    }
  }

  /** So many were taken off the shelf for good, 1 to 10,000. */
  record StockWrittenOff(ItemCode item, int units, WriteOffReason reason, Optional<LotCode> lot)
      implements Fact {
    public StockWrittenOff {
      requireWithin("units", units, 1, 10_000);
    }
  }

  /** What people say and do besides the stock; written by the hub, for what they enter. */
  sealed interface Told extends Fact {
    /** Characters of what somebody writes. */
    int WORDS_MAX = 200;
  }

  /**
   * Somebody raised a matter.
   *
   * @param thing what is meant, by an amenity's word, a fixture's name or an item's code
   * @param words theirs, at most 200 characters; empty when the kind says it all
   */
  record MatterRaised(MatterId matter, MatterKind kind, Optional<ItemCode> thing, String words)
      implements Told {
    public MatterRaised {
      requireAtMost("words", words, Told.WORDS_MAX);
    }
  }

  /** Who answers for the station said something to a matter, 1 to 200 characters. */
  record MatterAnswered(MatterId matter, MatterStep step, String words) implements Told {
    public MatterAnswered {
      requireText("answer", words, Told.WORDS_MAX);
    }
  }

  /** Who raised a matter rated its answer, with at most 200 characters. */
  record MatterRated(MatterId matter, Satisfaction rating, String words) implements Told {
    public MatterRated {
      requireAtMost("words", words, Told.WORDS_MAX);
    }
  }

  /** A thing with this tag was taken along; {@code backByMs} is wall time. */
  record ThingLent(ItemCode item, TagCode tag, long backByMs) implements Told {
    public ThingLent {
      requireWithin("time to bring it back", backByMs, 0, Moment.WALL_MS_MAX);
    }
  }

  /** It is back. */
  record ThingReturned(ItemCode item, TagCode tag) implements Told {}

  /**
   * Somebody on duty signed what they looked after.
   *
   * @param group whose turn it is, at most 20 characters; empty without a rota
   * @param note at most 200 characters
   */
  record DutySigned(DutyMoment moment, Set<DutyTask> done, String group, String note)
      implements Told {
    public static final int GROUP_MAX = 20;

    public DutySigned {
      // in one order, so that its text is the same in every run of the program
      done = Collections.unmodifiableSortedSet(new TreeSet<>(done));
      requireAtMost("group", group, GROUP_MAX);
      requireAtMost("note", note, Told.WORDS_MAX);
    }
  }

  /** A fault began; {@code detail} is for technicians, at most 200 characters. */
  record FaultRaised(FaultKind kind, FixtureName fixture, String detail) implements Fact {
    public FaultRaised {
      requireAtMost("detail", detail, 200);
    }
  }

  record FaultCleared(FaultKind kind, FixtureName fixture) implements Fact {}

  /**
   * The wall clock was set: positive is forward. From here on it is trusted if the moment says so.
   */
  record ClockStepped(long byMs) implements Fact {
    public ClockStepped {
      requireWithin("step", byMs, -Moment.WALL_MS_MAX, Moment.WALL_MS_MAX);
    }
  }

  record OrderApplied(OrderKind kind, long revision) implements Fact {
    public OrderApplied {
      requireWithin("revision", revision, 0, Sequence.MAX);
    }
  }

  record OrderRefused(OrderKind kind, long revision, String why) implements Fact {
    public OrderRefused {
      requireWithin("revision", revision, 0, Sequence.MAX);
      requireText("reason", why, 200);
    }
  }

  /** Stands for {@code count} numbers, its own included, that carry no facts. */
  record Missing(long count, MissingReason reason) implements Fact {
    public Missing {
      if (count < 1 || count > Sequence.MAX) {
        throw new IllegalArgumentException("a gap has at least one number");
      }
    }
  }

  /**
   * A fact of a newer program: kept as it came (a JSON object), shown raw, folded after an upgrade.
   */
  record Unknown(String type, String json) implements Fact {
    public Unknown {
      requireText("type", type, 64);
    }
  }

  private static void requireAtMost(String what, String text, int lengthMax) {
    if (text.length() > lengthMax) {
      throw new IllegalArgumentException(
          "the " + what + " has at most " + lengthMax + " characters");
    }
  }

  private static void requireText(String what, String text, int lengthMax) {
    if (text.isEmpty() || text.length() > lengthMax) {
      throw new IllegalArgumentException("the " + what + " has 1 to " + lengthMax + " characters");
    }
  }

  private static void requireNotNegative(String what, int value) {
    if (value < 0) {
      throw new IllegalArgumentException("the " + what + " is not negative");
    }
  }

  private static void requireWithin(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " lies between " + least + " and " + most + ", not " + value);
    }
  }
}
