package org.yizhan.bench;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.edge.journal.JournalLimits;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.hub.demo.ChildProcess;
import org.yizhan.hub.demo.Programs;
import org.yizhan.wire.Entry;

/**
 * A week without a hub lies on the card, then an agent starts and finds the hub: how long it takes
 * from the connection until all of it is acknowledged.
 */
final class DrainBench {
  private static final int ROUNDS = 3;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DRAINED_WITHIN = Duration.ofMinutes(3);

  private final Programs programs;
  private final int facts;

  DrainBench(Programs programs, int facts) {
    this.programs = programs;
    this.facts = facts;
  }

  List<Figure> run(Scratch scratch) {
    try (BenchHub hub = BenchHub.start(programs, scratch.folder())) {
      BenchStation station = BenchStation.enrol(programs, hub, scratch.folder());
      double[] seconds = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        scratch.say(facts + " facts on the card; an agent starts");
        writeWeek(station, round);
        seconds[round] = drain(station);
      }
      Arrays.sort(seconds);
      return List.of(Figure.of("drain-" + facts + "-facts", seconds[ROUNDS / 2], "s"));
    }
  }

  /** By the agent's own journal, as an earlier boot without a network would have left them. */
  private void writeWeek(BenchStation station, int round) {
    Instant began = Instant.now().minus(WEEK);
    FactMix mix = new FactMix(round, began.toEpochMilli());
    try (SqliteJournal journal =
        new SqliteJournal(
            station.data().resolve("journal"), JournalLimits.STATION, InstantSource.system())) {
      for (Entry entry : mix.next(facts)) {
        var _ = journal.append(entry.at(), entry.fact());
      }
    }
  }

  private double drain(BenchStation station) {
    ChildProcess agent = station.run();
    try {
      Waiting.until(
          () -> isDrained(station),
          "an empty backlog",
          DRAINED_WITHIN,
          agent,
          Duration.ofMillis(10));
      Instant drained = Instant.now();
      Instant connected =
          station.ask("status", Map.of()).map(DrainBench::connectedSince).orElse(Instant.MIN);
      return Duration.between(connected, drained).toNanos() / 1e9;
    } finally {
      agent.stop(Duration.ofSeconds(10));
    }
  }

  private static boolean isDrained(BenchStation station) {
    Optional<JsonObject> status = station.ask("status", Map.of());
    return status.isPresent()
        && BenchStation.isConnected(status.get())
        && status.get().getLong("backlog") == 0;
  }

  private static Instant connectedSince(JsonObject status) {
    return Instant.parse(status.getJsonObject("hub").getString("since"));
  }
}
