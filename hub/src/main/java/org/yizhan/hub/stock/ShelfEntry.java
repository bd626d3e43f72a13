package org.yizhan.hub.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;
import org.yizhan.wire.LotCode;
import org.yizhan.wire.WriteOffReason;

/**
 * What a person at a shelf says of one item.
 *
 * @param found units found there before anything was done; empty when not counted
 * @param now units there afterwards; empty when nothing was put in
 * @param removed units taken off the shelf for good, before counting; 0 for none
 * @param reason why they were
 * @param lot of what was put in or taken off
 * @param expires the last day printed on what was put in
 * @param known units the shelf had as far as anybody knew
 */
public record ShelfEntry(
    ItemCode item,
    OptionalInt found,
    OptionalInt now,
    int removed,
    WriteOffReason reason,
    Optional<LotCode> lot,
    Optional<LocalDate> expires,
    OptionalInt known) {
  /** A shelf holds no more of one thing than this, whatever its target. */
  public static final int UNITS_MAX = 10_000;

  private static final int ABSURD_TIMES_TARGET = 10;
  private static final int ABSURD_LEAST = 200;

  /** Facts, or what is wrong with what was said. */
  public sealed interface Judged {
    record Facts(List<Fact> facts) implements Judged {
      public Facts {
        facts = List.copyOf(facts);
      }
    }

    record Wrong(Problem problem) implements Judged {}
  }

  /** Why an entry cannot be what happened. */
  public enum Problem {
    NOTHING_SAID,
    NEGATIVE,
    /** Far more than ever stands there: a slip of the finger. */
    TOO_MANY,
    /** Fewer afterwards than before, and nothing was taken off. */
    FEWER_THAN_FOUND,
    /** What was put in is past its day already. */
    EXPIRED_ALREADY
  }

  /**
   * What it comes to, in the order it happened: taken off, counted, put in. "Filled to the target"
   * without a count is a count of what stands there now; what was used meanwhile then stays
   * unknown. When a lot or a last day was given with it, what was put in is taken for what the
   * shelf had fewer as far as anybody knew, or all of it: a lot called back must be found.
   *
   * @param target of the item here; 0 when it has none
   * @param day when it was entered, by the station's calendar
   */
  public Judged judge(int target, LocalDate day) {
    int absurd = Math.min(UNITS_MAX, Math.max(ABSURD_LEAST, ABSURD_TIMES_TARGET * target));
    if (found.isEmpty() && now.isEmpty() && removed == 0) {
      return new Judged.Wrong(Problem.NOTHING_SAID);
    }
    if (found.orElse(0) < 0 || now.orElse(0) < 0 || removed < 0) {
      return new Judged.Wrong(Problem.NEGATIVE);
    }
    if (found.orElse(0) > absurd || now.orElse(0) > absurd || removed > absurd) {
      return new Judged.Wrong(Problem.TOO_MANY);
    }
    if (found.isPresent() && now.isPresent() && now.getAsInt() < found.getAsInt()) {
      return new Judged.Wrong(Problem.FEWER_THAN_FOUND);
    }
    if (expires.filter(last -> last.isBefore(day)).isPresent()) {
      return new Judged.Wrong(Problem.EXPIRED_ALREADY);
    }
    return new Judged.Facts(facts());
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    if (removed > 0) {
      facts.add(new Fact.StockWrittenOff(item, removed, reason, lot));
    }
    if (found.isPresent()) {
      facts.add(new Fact.StockCounted(item, found.getAsInt()));
      int putIn = now.orElse(found.getAsInt()) - found.getAsInt();
      if (putIn > 0) {
        facts.add(new Fact.StockRestocked(item, putIn, lot, expires));
      }
    } else if (now.isPresent()) {
      if (now.getAsInt() > 0 && (lot.isPresent() || expires.isPresent())) {
        int putIn = Math.max(1, now.getAsInt() - known.orElse(0));
        facts.add(new Fact.StockRestocked(item, putIn, lot, expires));
      }
      facts.add(new Fact.StockCounted(item, now.getAsInt()));
    }
    return facts;
  }
}
