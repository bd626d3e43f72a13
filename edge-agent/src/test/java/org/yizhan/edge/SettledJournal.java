package org.yizhan.edge;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.yizhan.edge.journal.Journal;
import org.yizhan.edge.time.StationClock;
import org.yizhan.edge.uplink.Patience;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Sequence;

/**
 * A journal that knows when everything due by the simulated clock is on the card and at the hub, so
 * that a day can be lived quickly and yet nothing shares a commit or an envelope that would not
 * have in real time.
 */
final class SettledJournal implements Journal {
  private static final long SETTLED_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Journal card;
  private final StationClock clock;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private long appended = 1;
  private long committed = 1;
  private long reads;
  private boolean idle;
  private long sendings;

  SettledJournal(Journal card, StationClock clock) {
    this.card = card;
    this.clock = clock;
    card.listen(new Committed());
  }

  /** Whether facts were appended that are not yet known to be on the card. */
  synchronized boolean hasNews() {
    return appended > committed;
  }

  /** How often the uplink was given something to send at once. */
  synchronized long sendings() {
    return sendings;
  }

  /** Waits until the card has all facts and the uplink has sent what is due and was answered. */
  void settle() throws InterruptedException {
    long before;
    synchronized (this) {
      waitFor(() -> committed >= appended);
      before = reads;
    }
    listeners.forEach(Listener::recovered);
    synchronized (this) {
      waitFor(() -> reads > before && idle);
    }
  }

  private void waitFor(java.util.function.BooleanSupplier so) throws InterruptedException {
    long deadline = System.nanoTime() + SETTLED_WITHIN_NANOS;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the hub does not answer, or the card takes nothing");
      }
      wait(100);
    }
  }

  @Override
  public Optional<Envelope> readUnacknowledged(int entriesMax) {
    Optional<Envelope> read = card.readUnacknowledged(entriesMax);
    synchronized (this) {
      reads++;
      idle = read.isEmpty() || mayWait(read.get());
      sendings += idle ? 0 : 1;
      notifyAll();
    }
    return read;
  }

  private boolean mayWait(Envelope envelope) {
    return Patience.dueMs(envelope.entries()) > clock.now().sinceStartMs();
  }

  @Override
  public synchronized Sequence append(Moment at, Fact fact) {
    Sequence given = card.append(at, fact);
    appended = given.value() + 1;
    return given;
  }

  @Override
  public JournalId id() {
    return card.id();
  }

  @Override
  public void acknowledge(JournalId journal, Sequence next) {
    card.acknowledge(journal, next);
  }

  @Override
  public List<JournalRange> held() {
    return card.held();
  }

  @Override
  public long backlog() {
    return card.backlog();
  }

  @Override
  public void listen(Listener listener) {
    listeners.add(listener);
    card.listen(listener);
  }

  @Override
  public void close() {
    card.close();
  }

  private final class Committed implements Listener {
    @Override
    public void committed(Sequence next) {
      synchronized (SettledJournal.this) {
        committed = next.value();
        SettledJournal.this.notifyAll();
      }
    }

    @Override
    public void failed(String why) {
      throw new IllegalStateException(why);
    }

    @Override
    public void recovered() {
      // it never failed
    }
  }
}
