package org.yizhan.hub.inflow;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Refill;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.hub.meters.HubMeters;
import org.yizhan.hub.store.FactStore;
import org.yizhan.hub.store.StoreException;
import org.yizhan.station.StationId;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Order.Acknowledge;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;

/**
 * Gathers what arrives within a few milliseconds into one commit. One thread of its own writes
 * (SQLite's calls hold their thread); every answer is given after the commit that made it true.
 */
public final class GroupCommitInflow implements Inflow, AutoCloseable {
  /** Messages that may wait; more are turned away, and their stations send again later. */
  public static final int WAITING_MAX = 20_000;

  /** Bytes of envelopes that may wait. */
  public static final long WAITING_BYTES_MAX = 64L * 1024 * 1024;

  /**
   * One commit takes at most so many sequence numbers (one envelope may exceed it). A larger group
   * shares one sync among more facts: with a thousand instead, a commit is mostly waiting.
   */
  static final int GROUP_NUMBERS_MAX = 4_000;

  /** How long the first message of a group may wait for others. */
  static final Duration GROUP_WAIT_MAX = Duration.ofMillis(5);

  private static final System.Logger LOG = System.getLogger(GroupCommitInflow.class.getName());

  private final FactStore store;
  private final HubMeters meters;
  private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Thread writer;
  private volatile boolean closing;
  private boolean failing;

  /** What waits, with who waits for it. */
  private sealed interface Message {
    record Facts(Arrival arrival, CompletableFuture<Acknowledge> answer) implements Message {}

    record Word(FactStore.Word word, CompletableFuture<List<Acknowledge>> answer)
        implements Message {}

    /** Ends the writer once everything before it is committed. */
    record Stop() implements Message {}
  }

  /** Starts the writer; the store stays the caller's to close, after this. */
  public GroupCommitInflow(FactStore store, HubMeters meters) {
    this.store = store;
    this.meters = meters;
    meters.watchQueue(waiting::size);
    this.writer = Thread.ofPlatform().name("hub-writer").start(this::writeUntilClosed);
  }

  @Override
  public CompletionStage<Acknowledge> receive(Arrival arrival) {
    CompletableFuture<Acknowledge> answer = new CompletableFuture<>();
    int bytes = arrival.body().length;
    if (waitingBytes.addAndGet(bytes) > WAITING_BYTES_MAX
        || !offer(new Message.Facts(arrival, answer))) {
      waitingBytes.addAndGet(-bytes);
      meters.turnedAway();
      answer.completeExceptionally(
          new StoreException("too many facts wait for the disk; the station sends again"));
    }
    return answer;
  }

  @Override
  public CompletionStage<List<Acknowledge>> receive(StationId station, Presence presence) {
    CompletableFuture<List<Acknowledge>> answer = new CompletableFuture<>();
    if (!offer(new Message.Word(new FactStore.Word(station, presence), answer))) {
      meters.turnedAway();
      answer.completeExceptionally(
          new StoreException("too many messages wait for the disk; the station speaks again"));
    }
    return answer;
  }

  /** Bytes of envelopes that wait now. */
  long waitingBytes() {
    return waitingBytes.get();
  }

  private boolean offer(Message message) {
    return !closing && waiting.offer(message);
  }

  private void writeUntilClosed() {
    boolean stop = false;
    while (!stop) {
      Group group = new Group();
      try {
        stop = gather(group);
      } catch (InterruptedException e) {
        stop = true;
      }
      write(group);
    }
  }

  /** Fills the group; true when it is the last. */
  private boolean gather(Group group) throws InterruptedException {
    Message next = waiting.take();
    long until = System.nanoTime() + GROUP_WAIT_MAX.toNanos();
    while (next != null) {
      switch (next) {
        case Message.Facts facts -> group.add(facts);
        case Message.Word word -> group.words.add(word);
        case Message.Stop() -> {
          return true;
        }
      }
      if (group.numbers >= GROUP_NUMBERS_MAX) {
        return false;
      }
      next = waiting.poll();
      if (next == null) {
        next = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    }
    return false;
  }

  private static final class Group {
    private final List<Message.Facts> facts = new ArrayList<>();
    private final List<Message.Word> words = new ArrayList<>();
    private long numbers;

    private void add(Message.Facts message) {
      facts.add(message);
      numbers += Math.min(message.arrival().label().count(), GROUP_NUMBERS_MAX);
    }
  }

  private void write(Group group) {
    if (!group.facts.isEmpty()) {
      for (Message.Facts message : group.facts) {
        waitingBytes.addAndGet(-message.arrival().body().length);
      }
      writeFacts(group.facts);
    }
    if (!group.words.isEmpty()) {
      writeWords(group.words);
    }
  }

  private void writeFacts(List<Message.Facts> group) {
    long begun = System.nanoTime();
    List<Verdict> verdicts = new ArrayList<>();
    RuntimeException failure =
        attempt(
            () ->
                verdicts.addAll(store.commit(group.stream().map(Message.Facts::arrival).toList())));
    if (failure == null) {
      meters.committed(Duration.ofNanos(System.nanoTime() - begun));
      for (int i = 0; i < group.size(); i++) {
        answer(group.get(i), verdicts.get(i));
      }
    } else if (failure instanceof StoreException || group.size() == 1) {
      group.forEach(message -> message.answer().completeExceptionally(failure));
    } else {
      // one of them is at fault: each by itself, so that it cannot take the others down
      group.forEach(message -> writeFacts(List.of(message)));
    }
  }

  private void answer(Message.Facts message, Verdict verdict) {
    var label = message.arrival().label();
    switch (verdict) {
      case Verdict.Accepted accepted -> meters.accepted(label.count() - accepted.skip());
      case Verdict.Duplicate _ -> meters.duplicate();
      case Verdict.Gap _ -> meters.gap();
      case Verdict.Rejected rejected -> {
        meters.rejected();
        LOG.log(
            Level.WARNING,
            "Kept unread {0} facts of station {1}, journal {2} from {3}: {4}.",
            label.count(),
            message.arrival().station(),
            label.journal(),
            label.first(),
            rejected.reason());
      }
    }
    message.answer().complete(new Acknowledge(label.journal(), verdict.next(), label.attempt()));
  }

  private void writeWords(List<Message.Word> group) {
    List<Map<JournalId, Sequence>> cursors = new ArrayList<>();
    RuntimeException failure =
        attempt(() -> cursors.addAll(store.keep(group.stream().map(Message.Word::word).toList())));
    for (int i = 0; i < group.size(); i++) {
      if (failure != null) {
        group.get(i).answer().completeExceptionally(failure);
      } else if (group.get(i).word().presence() instanceof Presence.Online online) {
        group.get(i).answer().complete(Refill.of(online.now(), cursors.get(i)));
      } else {
        group.get(i).answer().complete(List.of());
      }
    }
  }

  /** Runs one commit; what went wrong is logged once, until it works again. */
  private @Nullable RuntimeException attempt(Runnable commit) {
    try {
      commit.run();
      if (failing) {
        failing = false;
        LOG.log(Level.INFO, "The hub can keep facts again.");
      }
      return null;
    } catch (RuntimeException e) {
      meters.commitFailed();
      if (!failing) {
        failing = true;
        LOG.log(Level.ERROR, "The hub cannot keep facts; stations keep theirs.", e);
      }
      return e;
    }
  }

  /** Turns away what comes from now on, commits what waits, and ends the writer. */
  @Override
  public void close() {
    closing = true;
    try {
      waiting.put(new Message.Stop());
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Message left;
    while ((left = waiting.poll()) != null) {
      StoreException closed = new StoreException("the hub is stopping");
      switch (left) {
        case Message.Facts facts -> facts.answer().completeExceptionally(closed);
        case Message.Word word -> word.answer().completeExceptionally(closed);
        case Message.Stop() -> {
          continue;
        }
      }
    }
  }
}
