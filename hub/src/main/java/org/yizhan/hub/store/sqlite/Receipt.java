package org.yizhan.hub.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Intake;
import org.yizhan.hub.intake.Intake.Numbered;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.hub.store.JournalFolds;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.WireCodec;
import org.yizhan.wire.WireException;

/** Takes one envelope in, within the transaction its caller holds. */
final class Receipt {
  private final JournalTable journals;
  private final FactRows facts;
  private final FoldedRows folded;

  Receipt(JournalTable journals, FactRows facts, FoldedRows folded) {
    this.journals = journals;
    this.facts = facts;
    this.folded = folded;
  }

  Verdict take(Arrival arrival, long nowMs) throws SQLException {
    JournalTable.Key key = new JournalTable.Key(arrival.station(), arrival.label().journal());
    JournalRow recalled = journals.recall(key, nowMs);
    if (Intake.judge(recalled.next(), arrival.label()) instanceof Verdict.Accepted accepted) {
      Verdict kept = keep(arrival, key, recalled, accepted, nowMs);
      if (kept != null) {
        return kept;
      }
    }
    // not simply the next one, or not what was remembered: only the database can tell
    JournalRow row = journals.read(key, nowMs);
    return switch (Intake.judge(row.next(), arrival.label())) {
      case Verdict.Accepted accepted -> {
        Verdict kept = keep(arrival, key, row, accepted, nowMs);
        if (kept == null) {
          throw new SQLException("the cursor of journal " + row.number() + " moved by itself");
        }
        yield kept;
      }
      case Verdict.Duplicate duplicate -> duplicate;
      case Verdict.Gap gap -> gap;
      case Verdict.Rejected rejected -> rejected;
    };
  }

  /**
   * Keeps and folds; answers null, with nothing done, when the cursor is not where the row says.
   */
  private @Nullable Verdict keep(
      Arrival arrival, JournalTable.Key key, JournalRow row, Verdict.Accepted accepted, long nowMs)
      throws SQLException {
    Slices slices = new Slices(arrival.body());
    try {
      Envelope envelope = WireCodec.readEnvelope(arrival.body(), slices);
      return switch (Intake.judge(accepted, arrival.label(), envelope)) {
        case Verdict.Rejected rejected -> keepUnreadable(arrival, key, row, rejected, nowMs);
        default -> {
          List<Numbered> fresh = Intake.fresh(envelope, accepted.skip());
          yield keepFacts(fresh, slices, key, row, accepted, nowMs);
        }
      };
    } catch (WireException e) {
      Verdict.Rejected rejected = new Verdict.Rejected(message(e), accepted.next());
      return keepUnreadable(arrival, key, row, rejected, nowMs);
    }
  }

  private @Nullable Verdict keepFacts(
      List<Numbered> fresh,
      Slices slices,
      JournalTable.Key key,
      JournalRow row,
      Verdict.Accepted accepted,
      long nowMs)
      throws SQLException {
    JournalFolds folds = new JournalFolds(row.rules(), row.state());
    long id = facts.nextId();
    for (Numbered numbered : fresh) {
      folds.fold(id++, numbered.entry());
    }
    long lastFact = id - 1;
    JournalRow after = row.moved(accepted.next(), lastFact, folds.state());
    if (!journals.move(key, row, after, folds.stateChanged(), nowMs)) {
      return null;
    }
    long previous = row.lastFact();
    for (Numbered numbered : fresh) {
      previous = facts.append(row.number(), numbered.sequence(), previous, slices.bodyOf(numbered));
    }
    folded.take(row, folds.takeChanges());
    return accepted;
  }

  private @Nullable Verdict keepUnreadable(
      Arrival arrival, JournalTable.Key key, JournalRow row, Verdict.Rejected rejected, long nowMs)
      throws SQLException {
    JournalRow after = row.moved(rejected.next(), facts.nextId(), row.state());
    if (!journals.move(key, row, after, false, nowMs)) {
      return null;
    }
    EnvelopeLabel label = arrival.label();
    Sequence from = row.next();
    facts.appendUnreadable(
        row.number(), from, row.lastFact(), label, arrival.body(), rejected.reason());
    return rejected;
  }

  private static String message(WireException e) {
    String message = e.getMessage();
    return message == null ? "unreadable" : message;
  }

  /** Remembers where in the body each entry stands, to keep exactly the bytes that came. */
  private static final class Slices implements WireCodec.EntrySink {
    private final byte[] body;
    private final List<Long> places = new ArrayList<>();

    Slices(byte[] body) {
      this.body = body;
    }

    @Override
    public void take(Entry entry, int from, int to) {
      places.add(((long) from << 32) | to);
    }

    byte[] bodyOf(Numbered numbered) {
      // a fact that could not be understood is written again, since what came may be no object
      if (numbered.index() == Numbered.REWRITTEN
          || numbered.entry().fact() instanceof Fact.Unknown) {
        return WireCodec.writeEntry(numbered.entry());
      }
      long place = places.get(numbered.index());
      return Arrays.copyOfRange(body, (int) (place >>> 32), (int) place);
    }
  }
}
