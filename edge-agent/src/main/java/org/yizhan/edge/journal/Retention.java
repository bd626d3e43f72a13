package org.yizhan.edge.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact.Missing;
import org.yizhan.wire.MissingReason;
import org.yizhan.wire.Moment;

/**
 * Keeps the file within its limits. Acknowledged facts go after 30 days; when space is short after
 * 8 days, then unacknowledged measurements, then all acknowledged facts, then other unacknowledged
 * ones, entries and stock last, oldest first. An unacknowledged fact that goes leaves a {@code
 * Missing} behind.
 *
 * <p>Age is told by marks of trusted wall time set every few hours: what stands below a mark was
 * written before it, whatever the clock said at that time.
 */
final class Retention {
  private static final Duration MARK_EVERY = Duration.ofHours(6);
  private static final int ROWS_PER_STEP = 256;
  private static final int CHECK_EVERY_ROWS = 64;

  private final JournalFile file;
  private final Books books;
  private final JournalLimits limits;
  private final Map<Worth, Long> shedFrom = new EnumMap<>(Worth.class);
  private OptionalLong lastMarkMs;
  private int rowsSinceCheck = CHECK_EVERY_ROWS;

  Retention(JournalFile file, Books books, JournalLimits limits) throws SQLException {
    this.file = file;
    this.books = books;
    this.limits = limits;
    this.lastMarkMs = file.lastMark();
  }

  /**
   * Within the transaction of a commit that wrote so many rows, the last of them at this moment.
   */
  void tend(int rows, Moment latest, long nextPlace) throws SQLException {
    if (latest.clockTrusted() && markIsDue(latest.wallMs())) {
      expire(latest.wallMs() - limits.keep().toMillis());
      file.mark(latest.wallMs(), nextPlace);
      lastMarkMs = OptionalLong.of(latest.wallMs());
    }
    rowsSinceCheck += rows;
    if (rowsSinceCheck >= CHECK_EVERY_ROWS) {
      rowsSinceCheck = 0;
      makeRoom();
    }
  }

  private boolean markIsDue(long wallMs) {
    return lastMarkMs.isEmpty()
        || wallMs >= lastMarkMs.getAsLong() + MARK_EVERY.toMillis()
        || wallMs < lastMarkMs.getAsLong() - MARK_EVERY.toMillis();
  }

  private void expire(long beforeMs) throws SQLException {
    OptionalLong below = file.placeAt(beforeMs);
    if (below.isPresent()) {
      deleteAcknowledged(below.getAsLong(), Integer.MAX_VALUE);
      file.forgetMarksBelow(below.getAsLong());
    }
  }

  private void makeRoom() throws SQLException {
    long roomy = limits.cardBytes() - limits.cardBytes() / 16;
    if (file.usedBytes() <= limits.cardBytes()) {
      return;
    }
    OptionalLong wall = lastMarkMs;
    if (wall.isPresent()) {
      OptionalLong old = file.placeAt(wall.getAsLong() - limits.keepAtLeast().toMillis());
      while (old.isPresent() && file.usedBytes() > roomy) {
        if (!deleteAcknowledged(old.getAsLong(), ROWS_PER_STEP)) {
          break;
        }
      }
    }
    while (file.usedBytes() > roomy && shed(Worth.TELEMETRY)) {}
    while (file.usedBytes() > roomy && deleteAcknowledged(Long.MAX_VALUE, ROWS_PER_STEP)) {}
    while (file.usedBytes() > roomy && shed(Worth.DETAIL)) {}
    while (file.usedBytes() > roomy && shed(Worth.ENTRY)) {}
  }

  /** Deletes acknowledged rows below the place, oldest first; says whether there were any. */
  private boolean deleteAcknowledged(long belowPlace, int rowsMax) throws SQLException {
    boolean any = false;
    int last = books.lastNumber();
    for (Book book : books.all()) {
      long to = Math.min(book.watermark(), nextBelow(book, belowPlace));
      if (to <= book.first()) {
        continue;
      }
      long upTo = rowsMax == Integer.MAX_VALUE ? to : Math.min(to, book.first() + rowsMax);
      file.delete(FactRow.place(book.number(), 0), FactRow.place(book.number(), upTo));
      keepFrom(book, upTo, last);
      any = true;
      if (rowsMax != Integer.MAX_VALUE) {
        return true;
      }
    }
    return any;
  }

  private static long nextBelow(Book book, long place) {
    if (FactRow.place(book.number(), book.next()) <= place) {
      return book.next();
    }
    return FactRow.number(place) == book.number() ? FactRow.sequence(place) : 0;
  }

  private void keepFrom(Book book, long first, int lastNumber) throws SQLException {
    if (first == book.next() && book.number() != lastNumber) {
      file.forget(book);
      books.remove(book.number());
    } else {
      books.change(book.number(), known -> known.withFirst(first));
      file.save(book.withFirst(first));
    }
  }

  /** Turns the oldest unacknowledged rows of this worth into gaps; says whether there were any. */
  private boolean shed(Worth worth) throws SQLException {
    for (Book book : books.all()) {
      long from =
          Math.max(
              shedFrom.getOrDefault(worth, 0L),
              FactRow.place(book.number(), Math.max(book.watermark(), book.first())));
      long to = FactRow.place(book.number(), book.next());
      List<FactRow> rows = from < to ? file.rowsOfWorth(worth, from, to, ROWS_PER_STEP) : List.of();
      if (!rows.isEmpty()) {
        shed(book, rows);
        shedFrom.put(worth, rows.getLast().place() + 1);
        return true;
      }
    }
    return false;
  }

  private void shed(Book book, List<FactRow> rows) throws SQLException {
    int from = 0;
    while (from < rows.size()) {
      int to = from + 1;
      while (to < rows.size() && rows.get(to).place() == rows.get(to - 1).place() + 1) {
        to++;
      }
      becomeGap(book, rows.get(from), rows.get(to - 1).next());
      from = to;
    }
  }

  private void becomeGap(Book book, FactRow first, long next) throws SQLException {
    long begin = first.sequence();
    long bookBegin = FactRow.place(book.number(), 0);
    OptionalLong before = file.lastPlace(bookBegin, first.place() - 1);
    if (before.isPresent()) {
      FactRow row = file.rows(before.getAsLong(), first.place(), 1).getFirst();
      if (isShed(row) && row.next() == begin) {
        begin = row.sequence();
      }
    }
    long end = next;
    List<FactRow> after =
        file.rows(FactRow.place(book.number(), next), FactRow.place(book.number(), next) + 1, 1);
    if (!after.isEmpty() && isShed(after.getFirst())) {
      end = after.getFirst().next();
    }
    Moment at = first.read().map(Entry::at).orElse(new Moment(0, 0, false));
    file.delete(FactRow.place(book.number(), begin), FactRow.place(book.number(), end));
    var gap = new Entry(at, new Missing(end - begin, MissingReason.SHED));
    file.insert(FactRow.of(book.number(), book.id(), begin, gap));
  }

  private static boolean isShed(FactRow row) {
    return row.read().map(Entry::fact).orElse(null) instanceof Missing gap
        && gap.reason() == MissingReason.SHED;
  }
}
