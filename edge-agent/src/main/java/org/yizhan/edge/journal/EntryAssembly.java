package org.yizhan.edge.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact.Missing;
import org.yizhan.wire.MissingReason;
import org.yizhan.wire.Moment;

/**
 * Turns rows into consecutive entries: every number that no sound row fills becomes part of a
 * {@code Missing}, so that nothing can wait for it.
 */
final class EntryAssembly {
  private final Book book;
  private final List<Entry> entries = new ArrayList<>();
  private long at;
  private long gapUntil;
  private MissingReason gapReason = MissingReason.UNREADABLE;
  private Moment moment = new Moment(0, 0, false);
  private boolean momentKnown;

  private EntryAssembly(Book book) {
    this.book = book;
    this.at = book.watermark();
  }

  /**
   * @param rows of the book in order, from the last one at or below its watermark
   * @param complete whether no further row follows
   */
  static List<Entry> of(Book book, List<FactRow> rows, boolean complete) {
    var assembly = new EntryAssembly(book);
    for (FactRow row : rows) {
      assembly.take(row);
    }
    if (complete) {
      assembly.fillUpTo(book.next());
    } else if (!rows.isEmpty()) {
      assembly.fillUpTo(Math.min(rows.getLast().sequence(), book.next()));
    }
    return assembly.entries;
  }

  private void take(FactRow row) {
    Optional<Entry> read =
        row.isSound() && row.journalId().equals(book.id()) ? row.read() : Optional.empty();
    if (read.isEmpty()) {
      return;
    }
    Entry entry = read.get();
    if (!momentKnown) {
      moment = entry.at();
      momentKnown = true;
    }
    fillUpTo(row.sequence());
    moment = entry.at();
    if (entry.fact() instanceof Missing missing) {
      gapUntil = row.next();
      gapReason = missing.reason();
    } else if (row.sequence() == at) {
      entries.add(entry);
      at++;
    }
  }

  private void fillUpTo(long next) {
    fill(Math.min(next, book.first()), MissingReason.EXPIRED);
    fill(Math.min(next, gapUntil), gapReason);
    fill(next, MissingReason.UNREADABLE);
  }

  private void fill(long next, MissingReason reason) {
    if (next <= at) {
      return;
    }
    @Nullable Entry last = entries.isEmpty() ? null : entries.getLast();
    if (last != null && last.fact() instanceof Missing gap && gap.reason() == reason) {
      entries.removeLast();
      entries.add(new Entry(last.at(), new Missing(gap.count() + next - at, reason)));
    } else {
      entries.add(new Entry(moment, new Missing(next - at, reason)));
    }
    at = next;
  }
}
