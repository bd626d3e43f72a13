package org.yizhan.edge.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.journal.Journal;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Sequence;

/** A journal in memory that can be told to fail, and that loses in a crash what was not flushed. */
public final class MemoryJournal implements Journal {
  private static final JournalId ID = new JournalId("5e".repeat(16));

  private final List<Entry> durable = new ArrayList<>();
  private final List<Entry> pending = new ArrayList<>();
  private @Nullable Listener listener;
  private boolean refusing;

  @Override
  public JournalId id() {
    return ID;
  }

  @Override
  public synchronized Sequence append(Moment at, Fact fact) {
    if (refusing) {
      throw new IllegalStateException("the card is gone");
    }
    pending.add(new Entry(at, fact));
    return new Sequence(durable.size() + pending.size());
  }

  /** From now on nothing can be appended, or again everything. */
  public synchronized void refuse(boolean now) {
    refusing = now;
  }

  /** The disk has what was appended. */
  public void flush() {
    Sequence next;
    synchronized (this) {
      durable.addAll(pending);
      pending.clear();
      next = new Sequence(durable.size() + 1);
    }
    if (listener != null) {
      listener.committed(next);
    }
  }

  /** Power is cut: what was not flushed is lost. */
  public synchronized void crash() {
    pending.clear();
  }

  /** Tells the listener as the writer would. */
  public void report(@Nullable String failure) {
    if (listener != null && failure != null) {
      listener.failed(failure);
    } else if (listener != null) {
      listener.recovered();
    }
  }

  public synchronized List<Fact> appended() {
    List<Entry> all = new ArrayList<>(durable);
    all.addAll(pending);
    return all.stream().map(Entry::fact).toList();
  }

  public synchronized List<Fact> durable() {
    return durable.stream().map(Entry::fact).toList();
  }

  @Override
  public synchronized Optional<Envelope> readUnacknowledged(int entriesMax) {
    return durable.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Envelope(
                ID, Sequence.FIRST, durable.subList(0, Math.min(entriesMax, durable.size()))));
  }

  @Override
  public void acknowledge(JournalId journal, Sequence next) {
    // nothing is ever forgotten here
  }

  @Override
  public synchronized List<JournalRange> held() {
    return List.of(new JournalRange(ID, Sequence.FIRST, new Sequence(durable.size() + 1)));
  }

  @Override
  public synchronized long backlog() {
    return durable.size();
  }

  @Override
  public void listen(Listener told) {
    this.listener = told;
  }

  @Override
  public void close() {
    flush();
  }
}
