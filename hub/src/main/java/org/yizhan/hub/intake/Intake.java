package org.yizhan.hub.intake;

import java.util.ArrayList;
import java.util.List;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Sequence;

/**
 * Judges an envelope against a journal's cursor: the number below which everything is held, {@link
 * Sequence#FIRST} for a journal never heard of. The cursor must come from the database, in the
 * transaction that will move it.
 */
public final class Intake {
  private Intake() {}

  /** By the label alone, which is enough to tell what is new. */
  public static Verdict judge(Sequence cursor, EnvelopeLabel label) {
    if (cursor.isBefore(label.first())) {
      return new Verdict.Gap(cursor);
    }
    if (!cursor.isBefore(label.next())) {
      return new Verdict.Duplicate(cursor);
    }
    return new Verdict.Accepted(cursor.value() - label.first().value(), label.next());
  }

  /** An accepted label once its body is read: the two must tell the same story. */
  public static Verdict judge(Verdict.Accepted accepted, EnvelopeLabel label, Envelope envelope) {
    if (!envelope.journal().equals(label.journal())) {
      return new Verdict.Rejected(
          "the body is of journal " + envelope.journal() + ", the label says otherwise",
          accepted.next());
    }
    if (!envelope.first().equals(label.first()) || !envelope.next().equals(label.next())) {
      return new Verdict.Rejected(
          "the body has the numbers "
              + envelope.first()
              + " to below "
              + envelope.next()
              + ", the label says otherwise",
          accepted.next());
    }
    return accepted;
  }

  /**
   * The entries that are new: the first {@code skip} numbers are left off. A gap that is half held
   * keeps the numbers that are not.
   */
  public static List<Numbered> fresh(Envelope envelope, long skip) {
    List<Numbered> fresh = new ArrayList<>(envelope.entries().size());
    long number = envelope.first().value();
    long from = number + skip;
    for (int i = 0; i < envelope.entries().size(); i++) {
      Entry entry = envelope.entries().get(i);
      long next = number + entry.numbers();
      if (number >= from) {
        fresh.add(new Numbered(new Sequence(number), i, entry));
      } else if (next > from && entry.fact() instanceof Fact.Missing missing) {
        Entry rest = new Entry(entry.at(), new Fact.Missing(next - from, missing.reason()));
        fresh.add(new Numbered(new Sequence(from), Numbered.REWRITTEN, rest));
      }
      number = next;
    }
    return fresh;
  }

  /**
   * A new entry with its number.
   *
   * @param index its place in the envelope, or {@link #REWRITTEN} when it stands in none
   */
  public record Numbered(Sequence sequence, int index, Entry entry) {
    public static final int REWRITTEN = -1;
  }
}
