package org.yizhan.hub.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Puts many notices to one address into few messages, each within what its channel takes. What does
 * not fit into the last is counted there, not lost: its matters stand on the pages.
 */
public final class Digest {
  /** Messages of one digest; more would be noise. */
  public static final int LETTERS_MAX = 3;

  /** Notices listed in one message; nobody reads further. */
  public static final int ITEMS_MAX = 40;

  private Digest() {}

  /**
   * What is the same in all messages of a digest.
   *
   * @param bytes how large a message would be in the channel's format
   * @param bytesMax how large it may be
   */
  public record Frame(
      Supplier<String> ids,
      Instant now,
      Tongue tongue,
      Optional<String> pages,
      Letter.WayOut wayOut,
      ToIntFunction<Letter> bytes,
      int bytesMax) {
    private boolean holds(Letter letter) {
      return letter.items().size() <= ITEMS_MAX && bytes.applyAsInt(letter) <= bytesMax;
    }
  }

  /** A notice and whether it may wake somebody. */
  public record Entry(Letter.Item item, Urgency urgency) {}

  /** At most {@link #LETTERS_MAX} messages that stand for all entries, in their order. */
  public static List<Letter> of(List<Entry> entries, Frame frame) {
    List<Letter> letters = new ArrayList<>();
    int next = 0;
    while (next < entries.size() && letters.size() < LETTERS_MAX) {
      boolean last = letters.size() == LETTERS_MAX - 1;
      int count = fitting(entries, next, frame, last);
      int more = last ? entries.size() - next - count : 0;
      letters.add(letter(entries, next, count, more, frame));
      next += count + more;
    }
    return letters;
  }

  /** How many from this one on fit into a message; at least one. */
  private static int fitting(List<Entry> entries, int from, Frame frame, boolean last) {
    int rest = Math.min(entries.size() - from, ITEMS_MAX);
    int low = 1;
    int high = rest;
    while (low < high) { // larger with every notice, so halving finds the most
      int middle = (low + high + 1) / 2;
      int more = last ? entries.size() - from - middle : 0;
      if (frame.holds(letter(entries, from, middle, more, frame))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static Letter letter(List<Entry> all, int from, int count, int more, Frame frame) {
    List<Entry> chosen = all.subList(from, from + count);
    Urgency urgency =
        all.subList(from, from + count + more).stream()
                .anyMatch(entry -> entry.urgency() == Urgency.URGENT)
            ? Urgency.URGENT
            : Urgency.CALM;
    Function<List<Letter.Item>, Letter> make =
        items ->
            new Letter(
                frame.ids().get(),
                frame.now(),
                frame.tongue(),
                urgency,
                items,
                more,
                frame.pages(),
                frame.wayOut());
    Letter whole = make.apply(chosen.stream().map(Entry::item).toList());
    if (count > 1 || frame.holds(whole)) {
      return whole;
    }
    Letter.Item item = chosen.getFirst().item();
    return make.apply(
        List.of(
            new Letter.Item(
                item.key(), item.kind(), item.station(), item.over(), item.title(), "", "")));
  }
}
