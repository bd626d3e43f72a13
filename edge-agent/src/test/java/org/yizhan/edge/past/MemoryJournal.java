package org.yizhan.edge.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.edge.journal.Journal;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Sequence;

/** Keeps entries in memory, for tests that read them afterwards. */
final class MemoryJournal implements Journal {
  final List<Entry> entries = new ArrayList<>();

  @Override
  public JournalId id() {
    return new JournalId("0".repeat(32));
  }

  @Override
  public Sequence append(Moment at, Fact fact) {
    entries.add(new Entry(at, fact));
    return new Sequence(entries.size());
  }

  @Override
  public Optional<Envelope> readUnacknowledged(int entriesMax) {
    return Optional.empty();
  }

  @Override
  public void acknowledge(JournalId journal, Sequence next) {
    // nobody acknowledges here
  }

  @Override
  public List<JournalRange> held() {
    return List.of();
  }

  @Override
  public long backlog() {
    return entries.size();
  }

  @Override
  public void listen(Listener listener) {
    // nothing ever fails
  }

  @Override
  public void close() {
    // nothing to flush
  }
}
