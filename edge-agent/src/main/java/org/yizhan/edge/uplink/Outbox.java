package org.yizhan.edge.uplink;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.journal.Journal;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Order.Acknowledge;

/**
 * The station's half of the replication protocol: what to send next, and what an answer means. One
 * envelope is in flight at a time; only an {@link Acknowledge} moves the journal's watermark. Has
 * no thread and no clock: {@code nowMs} is milliseconds since this start of the agent ({@code
 * Moment.sinceStartMs}), so that a simulation can run it. Not thread-safe.
 */
public final class Outbox {
  /** How long the first sending waits for its answer; each further one twice as long. */
  public static final long ANSWER_MS_FIRST = 10_000;

  public static final long ANSWER_MS_MOST = 120_000;

  /** An envelope to put on the wire, with what its user properties say. */
  public record Sending(EnvelopeLabel label, Envelope envelope) {}

  private record InFlight(EnvelopeLabel label, long sentMs, long answerMs) {
    long overdueMs() {
      return sentMs + answerMs;
    }
  }

  private final Journal journal;
  private final JournalId open;
  private boolean connected;
  private long attempts;
  private int unanswered;
  private long patientDueMs = Long.MAX_VALUE;
  private @Nullable InFlight inFlight;

  // where the last answer left us, and until when to wait if the hub makes no headway
  private @Nullable JournalId answeredJournal;
  private long answeredNext;
  private long heldUntilMs;

  public Outbox(Journal journal) {
    this.journal = journal;
    this.open = journal.id();
  }

  /** A new connection: nothing is in flight and attempts count from 1. */
  public void connected() {
    connected = true;
    attempts = 0;
    unanswered = 0;
    inFlight = null;
    answeredJournal = null;
    heldUntilMs = 0;
  }

  /** The connection is gone, and with it any hope of an answer. */
  public void disconnected() {
    connected = false;
    inFlight = null;
    patientDueMs = Long.MAX_VALUE;
  }

  /**
   * What to send now: the next unacknowledged facts, or again those whose answer is overdue. Empty
   * while an answer is awaited, while nothing waits but what has {@link Patience}, and when the hub
   * has everything.
   */
  public Optional<Sending> next(long nowMs) {
    patientDueMs = Long.MAX_VALUE;
    InFlight awaited = inFlight;
    if (!connected || nowMs < heldUntilMs || (awaited != null && nowMs < awaited.overdueMs())) {
      return Optional.empty();
    }
    heldUntilMs = 0;
    if (awaited != null) {
      unanswered++;
      inFlight = null;
    }
    Optional<Envelope> waiting = journal.readUnacknowledged(Envelope.ENTRIES_MAX);
    if (waiting.isEmpty() || mayWait(waiting.get(), nowMs)) {
      return Optional.empty();
    }
    Envelope envelope = waiting.get();
    long count = envelope.next().value() - envelope.first().value();
    attempts++;
    var label = new EnvelopeLabel(envelope.journal(), envelope.first(), count, attempts);
    inFlight = new InFlight(label, nowMs, answerMs());
    return Optional.of(new Sending(label, envelope));
  }

  /**
   * The hub's answer. One with the attempt in flight settles it; one with attempt 0 answers a
   * presence ("this is how far I have that journal") and settles nothing; any other is late and
   * ignored. A hub that answers with the same place again and again is asked no faster than one
   * that does not answer.
   *
   * @return whether it was heeded
   */
  public boolean heed(Acknowledge answer, long nowMs) {
    InFlight awaited = inFlight;
    if (awaited != null
        && awaited.label().attempt() == answer.attempt()
        && awaited.label().journal().equals(answer.journal())) {
      settle(awaited, answer, nowMs);
    } else if (answer.attempt() != 0) {
      return false;
    }
    journal.acknowledge(answer.journal(), answer.next());
    return true;
  }

  private void settle(InFlight awaited, Acknowledge answer, long nowMs) {
    inFlight = null;
    boolean headway =
        awaited.label().first().isBefore(answer.next())
            || !answer.journal().equals(answeredJournal)
            || answer.next().value() != answeredNext;
    unanswered = headway ? 0 : unanswered + 1;
    heldUntilMs = headway ? 0 : nowMs + answerMs();
    answeredJournal = answer.journal();
    answeredNext = answer.next().value();
  }

  /** When {@link #next} may have something by the passing of time alone. */
  public OptionalLong dueMs() {
    if (!connected) {
      return OptionalLong.empty();
    }
    InFlight awaited = inFlight;
    long due = awaited == null ? patientDueMs : awaited.overdueMs();
    if (awaited == null && heldUntilMs > 0) {
      due = Math.min(due, heldUntilMs);
    }
    return due == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(due);
  }

  private long answerMs() {
    return Math.min(ANSWER_MS_MOST, ANSWER_MS_FIRST << Math.min(unanswered, 8));
  }

  private boolean mayWait(Envelope envelope, long nowMs) {
    if (!envelope.journal().equals(open) || envelope.entries().size() == Envelope.ENTRIES_MAX) {
      return false;
    }
    long due = Patience.dueMs(envelope.entries());
    if (due <= nowMs) {
      return false;
    }
    patientDueMs = due;
    return true;
  }
}
