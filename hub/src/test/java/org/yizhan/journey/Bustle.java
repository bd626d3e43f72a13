package org.yizhan.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * One person after the other at a station's door, as fast as they come: scan, push, shut. Notes
 * what the hub has acknowledged: once nothing waits, everything the station held shortly before.
 */
final class Bustle implements AutoCloseable {
  private static final long PAUSE_NANOS = 2_000_000;

  private final StationProgram station;
  private final List<String> passes;
  private final Map<String, Long> acknowledged = new HashMap<>();
  private final Set<String> promisedByAnother = new HashSet<>();
  private final Thread thread;
  private volatile boolean ended;
  private int shown;

  Bustle(StationProgram station, List<String> passes) {
    this.station = station;
    this.passes = passes;
    this.thread = Thread.ofVirtual().start(this::live);
  }

  private void live() {
    while (!ended) {
      String pass = passes.get(shown % passes.size());
      if (station.ask("scan", Map.of("text", pass)).isPresent()) {
        shown++;
        station.act("push");
        station.act("shut");
        note();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** What is held is told before what waits, so nothing of it waits. */
  private void note() {
    Optional<JsonObject> status = station.ask("status", Map.of());
    if (status.isPresent() && Long.valueOf(0).equals(status.get().getLong("backlog"))) {
      JsonArray held = status.get().getJsonArray("journals");
      synchronized (acknowledged) {
        held.stream()
            .map(JsonObject.class::cast)
            .filter(one -> !promisedByAnother.contains(one.getString("journal")))
            .forEach(
                one ->
                    acknowledged.merge(one.getString("journal"), one.getLong("next"), Math::max));
      }
    }
  }

  /** By journal, the number below which the hub has said to hold everything. */
  Map<String, Long> acknowledged() {
    synchronized (acknowledged) {
      return Map.copyOf(acknowledged);
    }
  }

  /**
   * An older hub takes the place of the one that promised. What a station says of these journals is
   * no new promise: it learns only with its next presence that the hub has less.
   */
  void forgetPromises(Set<String> journals) {
    synchronized (acknowledged) {
      acknowledged.clear();
      promisedByAnother.addAll(journals);
    }
  }

  int shown() {
    return shown;
  }

  /** The last person has come; returns when the door is shut. */
  void end() throws InterruptedException {
    close();
    thread.join();
  }

  @Override
  public void close() {
    ended = true;
  }
}
