package org.yizhan.edge.journal;

import java.util.List;
import java.util.Optional;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Sequence;

/**
 * All journals on this card: the open one and older ones not yet forgotten. Thread-safe. Writing is
 * by group commit on a thread of its own; nothing here makes the loop wait for the disk.
 */
public interface Journal extends AutoCloseable {
  /** The journal of this start. */
  JournalId id();

  /**
   * Gives the fact its number and hands it to the writer; durable soon after (within 50 ms on a
   * healthy disk). Never blocks: when the bounded queue is full telemetry is shed first, entries
   * and stock last, and what is shed is journalled as {@code Missing}.
   */
  Sequence append(Moment at, Fact fact);

  /**
   * The next durable, unacknowledged facts, oldest journal first, as one envelope of at most {@code
   * entriesMax} entries and {@link Envelope#BYTES_MAX} bytes; empty when the hub has everything.
   */
  Optional<Envelope> readUnacknowledged(int entriesMax);

  /**
   * The hub holds everything of this journal below {@code next}. Moves the watermark back as well
   * as forward: a restored hub asks for what it lost. A number beyond the last durable one means
   * that the hub has everything; an unknown journal is ignored.
   */
  void acknowledge(JournalId journal, Sequence next);

  /** Which numbers of which journals this card still holds, oldest first. */
  List<JournalRange> held();

  /** How many durable numbers wait for an acknowledgement. */
  long backlog();

  /**
   * Called after each commit and each failure, from the writer's thread. A failure that stands
   * already is told at once, from the caller's: the writer may have failed before anybody listened.
   */
  void listen(Listener listener);

  /** Flushes what was appended, as far as the disk allows, and closes. */
  @Override
  void close();

  /** What happens to the journal. */
  interface Listener {
    /** Everything of the open journal below {@code next} is on the disk. */
    void committed(Sequence next);

    /** Facts cannot be written now; they are kept in memory, bounded, and tried again. */
    void failed(String why);

    /** Writing works again. */
    void recovered();
  }
}
