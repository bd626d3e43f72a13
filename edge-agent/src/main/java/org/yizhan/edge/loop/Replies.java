package org.yizhan.edge.loop;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.yizhan.edge.station.EntryAnswer;

/** Those who wait for the decision on a scan. Thread-safe. */
final class Replies {
  static final int WAITING_MAX = 64;
  static final long PATIENCE_MS = 5_000;

  private final Map<Long, CompletableFuture<EntryAnswer>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  /**
   * Hands out a new reply number to show a code with. What {@code show} throws, it throws.
   *
   * @throws IllegalStateException when too many wait already
   */
  CompletableFuture<EntryAnswer> ask(LongConsumer show) {
    if (waiting.size() >= WAITING_MAX) {
      throw new IllegalStateException(
          "more than " + WAITING_MAX + " scans wait for their decision; try again");
    }
    long reply = last.incrementAndGet();
    CompletableFuture<EntryAnswer> answer = new CompletableFuture<>();
    waiting.put(reply, answer);
    try {
      show.accept(reply);
    } catch (RuntimeException e) {
      waiting.remove(reply);
      throw e;
    }
    return answer
        .orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .whenComplete((_, _) -> waiting.remove(reply));
  }

  void answer(long reply, EntryAnswer answer) {
    CompletableFuture<EntryAnswer> asked = waiting.remove(reply);
    if (asked != null) {
      asked.complete(answer);
    }
  }
}
