package org.yizhan.edge.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;

/** Which journals this card holds and how far the hub has them, in memory. Thread-safe. */
final class Books {
  private final TreeMap<Integer, Book> byNumber = new TreeMap<>();
  private final Set<Integer> unsaved = new HashSet<>();
  private int shownFrom;

  /** Takes over what a file holds, in place of all that was known; acknowledgements since stay. */
  synchronized void replace(List<Book> books) {
    Map<Integer, Book> known = Map.copyOf(byNumber);
    byNumber.clear();
    for (Book book : books) {
      @Nullable Book before = known.get(book.number());
      long watermark =
          before != null && before.id().equals(book.id())
              ? Math.min(before.watermark(), book.next())
              : book.watermark();
      byNumber.put(book.number(), book.withWatermark(watermark));
    }
  }

  synchronized void put(Book book) {
    byNumber.put(book.number(), book);
  }

  synchronized Optional<Book> get(int number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  synchronized void change(int number, UnaryOperator<Book> change) {
    byNumber.computeIfPresent(number, (_, book) -> change.apply(book));
  }

  synchronized void remove(int number) {
    byNumber.remove(number);
    unsaved.remove(number);
  }

  synchronized List<Book> all() {
    return List.copyOf(byNumber.values());
  }

  synchronized int lastNumber() {
    return byNumber.isEmpty() ? 0 : byNumber.lastKey();
  }

  synchronized Optional<Book> firstUnacknowledged() {
    for (Book book : byNumber.values()) {
      if (book.unacknowledged() > 0) {
        return Optional.of(book);
      }
    }
    return Optional.empty();
  }

  synchronized void acknowledge(JournalId journal, long next) {
    for (Book book : all()) {
      if (book.id().equals(journal)) {
        // a hub that holds more than a damaged card still has, has everything the card can send
        long watermark = Math.min(next, book.next());
        if (watermark != book.watermark()) {
          byNumber.put(book.number(), book.withWatermark(watermark));
          unsaved.add(book.number());
        }
        return;
      }
    }
  }

  /** Watermarks that moved since the last call, to be kept on the card. */
  synchronized List<Book> takeUnsaved() {
    List<Book> moved = new ArrayList<>();
    for (int number : unsaved) {
      @Nullable Book book = byNumber.get(number);
      if (book != null) {
        moved.add(book);
      }
    }
    unsaved.clear();
    return moved;
  }

  synchronized boolean hasUnsaved() {
    return !unsaved.isEmpty();
  }

  synchronized long backlog() {
    return byNumber.values().stream().mapToLong(Book::unacknowledged).sum();
  }

  /**
   * Oldest first; at most what a presence can name. With more, each call shows the newest and the
   * next window of the others, so that in time the hub hears of all.
   */
  synchronized List<JournalRange> held() {
    List<Book> holding = byNumber.values().stream().filter(b -> b.next() > b.first()).toList();
    if (holding.size() <= Presence.Snapshot.HELD_MAX) {
      return holding.stream().map(Books::range).toList();
    }
    int others = Presence.Snapshot.HELD_MAX - 1;
    int from = shownFrom >= holding.size() - 1 ? 0 : shownFrom;
    int to = Math.min(from + others, holding.size() - 1);
    shownFrom = to;
    List<JournalRange> shown = new ArrayList<>();
    holding.subList(from, to).forEach(book -> shown.add(range(book)));
    shown.add(range(holding.getLast()));
    return shown;
  }

  private static JournalRange range(Book book) {
    return new JournalRange(book.id(), new Sequence(book.first()), new Sequence(book.next()));
  }
}
