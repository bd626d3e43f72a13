package org.yizhan.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.edge.journal.Journal;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Sequence;

/** An SD card that keeps what was synced and forgets, at a crash, what was not. */
final class Card {
  private final Map<JournalId, Kept> journals = new LinkedHashMap<>();

  private static final class Kept {
    final List<Entry> synced = new ArrayList<>();
    long watermark = 1;
  }

  /** Opens a new journal, as every start of the agent does. */
  OpenJournal open(JournalId id) {
    journals.put(id, new Kept());
    return new OpenJournal(id);
  }

  /** What this card holds of each journal, oldest first: the truth the hub must come to hold. */
  Map<JournalId, List<Entry>> synced() {
    Map<JournalId, List<Entry>> copy = new LinkedHashMap<>();
    journals.forEach((id, kept) -> copy.put(id, List.copyOf(kept.synced)));
    return copy;
  }

  /** The journal of one boot. A crash is: drop this object and open another. */
  final class OpenJournal implements Journal {
    private final JournalId id;
    private final List<Entry> unsynced = new ArrayList<>();

    private OpenJournal(JournalId id) {
      this.id = id;
    }

    /** The disk answers: everything appended so far will survive. */
    void sync() {
      kept(id).synced.addAll(unsynced);
      unsynced.clear();
    }

    /** Appended, and gone if the power goes now. */
    int unsynced() {
      return unsynced.size();
    }

    private Kept kept(JournalId journal) {
      Kept kept = journals.get(journal);
      if (kept == null) {
        throw new AssertionError("no journal " + journal);
      }
      return kept;
    }

    @Override
    public JournalId id() {
      return id;
    }

    @Override
    public Sequence append(Moment at, Fact fact) {
      unsynced.add(new Entry(at, fact));
      return new Sequence(kept(id).synced.size() + unsynced.size());
    }

    @Override
    public Optional<Envelope> readUnacknowledged(int entriesMax) {
      for (Map.Entry<JournalId, Kept> journal : journals.entrySet()) {
        List<Entry> synced = journal.getValue().synced;
        int from = (int) journal.getValue().watermark - 1;
        if (from < synced.size()) {
          int to = Math.min(synced.size(), from + entriesMax);
          return Optional.of(
              new Envelope(journal.getKey(), new Sequence(from + 1), synced.subList(from, to)));
        }
      }
      return Optional.empty();
    }

    @Override
    public void acknowledge(JournalId journal, Sequence next) {
      Kept kept = journals.get(journal);
      if (kept != null && next.value() <= kept.synced.size() + 1L) {
        kept.watermark = next.value();
      }
    }

    @Override
    public List<JournalRange> held() {
      List<JournalRange> held = new ArrayList<>();
      journals.forEach(
          (journal, kept) ->
              held.add(
                  new JournalRange(
                      journal, Sequence.FIRST, new Sequence(kept.synced.size() + 1L))));
      return held;
    }

    @Override
    public long backlog() {
      return journals.values().stream()
          .mapToLong(kept -> kept.synced.size() + 1 - kept.watermark)
          .sum();
    }

    @Override
    public void listen(Listener listener) {}

    @Override
    public void close() {}
  }
}
