package org.yizhan.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yizhan.hub.demo.Programs;

/**
 * Facts a second that a hub makes durable over real TLS connections, folds included, counted by the
 * acknowledgements that reach the stations.
 */
final class IngestBench {
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private final Programs programs;
  private final int stations;
  private final int factsEach;
  private final Duration measured;

  /**
   * @param factsEach in every envelope
   */
  IngestBench(Programs programs, int stations, int factsEach, Duration measured) {
    this.programs = programs;
    this.stations = stations;
    this.factsEach = factsEach;
    this.measured = measured;
  }

  List<Figure> run(String name, double factsPerSecondMax, Scratch scratch) {
    Load load;
    try (BenchHub hub = BenchHub.start(programs, scratch.folder());
        LoadFleet fleet = new LoadFleet()) {
      connect(fleet, factsPerSecondMax, hub.authority(), hub.mqttPort(), scratch);
      load = put(fleet, hub);
    }
    double answered = answered(factsPerSecondMax, scratch);
    scratch.say("the ceiling: the same rows into SQLite, nothing else");
    double ceiling =
        RowCeiling.measure(
            scratch.folder().resolve("hub/hub.db"),
            factsEach,
            (int) Math.round(load.factsPerCommit()),
            scratch.folder().resolve("ceiling.db"));
    return List.of(
        Figure.of(name + "-durable-facts", load.factsPerSecond(), "facts/s", ceiling),
        Figure.of(name + "-answered-and-not-kept", answered, "facts/s", ceiling),
        Figure.of(name + "-facts-per-commit", load.factsPerCommit(), "facts"),
        Figure.of(name + "-hub-processor-time", load.hubMicrosPerFact(), "µs/fact"),
        Figure.of(name + "-load-processor-time", load.ownMicrosPerFact(), "µs/fact"));
  }

  /** What was measured while the load was on. */
  private record Load(
      double factsPerSecond,
      double factsPerCommit,
      double hubMicrosPerFact,
      double ownMicrosPerFact) {}

  /** The same load on the same server with nothing behind it: what the connections alone allow. */
  private double answered(double factsPerSecondMax, Scratch scratch) {
    scratch.say("the connections alone: every envelope is answered, none is kept");
    try (AnsweringHub.Running server = AnsweringHub.start(programs, scratch.folder());
        LoadFleet fleet = new LoadFleet()) {
      connect(fleet, 2 * factsPerSecondMax, server.authority(), server.mqttPort(), scratch);
      fleet.begin();
      Waiting.pause(WARM_UP);
      long before = fleet.acknowledged();
      long begun = System.nanoTime();
      Waiting.pause(measured);
      return (fleet.acknowledged() - before) / ((System.nanoTime() - begun) / 1e9);
    }
  }

  private void connect(
      LoadFleet fleet, double factsPerSecondMax, Path authority, int port, Scratch scratch) {
    double seconds = WARM_UP.plus(measured).toSeconds();
    int envelopes = (int) Math.ceil(factsPerSecondMax * seconds / stations / factsEach);
    fleet.connect(loads(envelopes), new LoadCertificates(authority), port);
    scratch.say(stations + " stations are connected");
  }

  private List<StationLoad> loads(int envelopes) {
    long beganMs = System.currentTimeMillis() - Duration.ofDays(3).toMillis();
    return new ArrayList<>(
        IntStream.range(0, stations)
            .parallel()
            .mapToObj(number -> new StationLoad(number, beganMs, envelopes, factsEach))
            .toList());
  }

  private Load put(LoadFleet fleet, BenchHub hub) {
    KernelCount own = new KernelCount(ProcessHandle.current().pid());
    KernelCount its = new KernelCount(hub.process().pid());
    fleet.begin();
    Waiting.pause(WARM_UP);
    long factsBefore = fleet.acknowledged();
    double commitsBefore = hub.metric("yizhan_hub_commit_seconds_count");
    double ownBefore = own.processorSeconds();
    double itsBefore = its.processorSeconds();
    long begun = System.nanoTime();
    Waiting.pause(measured);
    long facts = fleet.acknowledged() - factsBefore;
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Load(
        facts / seconds,
        facts / (hub.metric("yizhan_hub_commit_seconds_count") - commitsBefore),
        (its.processorSeconds() - itsBefore) * 1e6 / facts,
        (own.processorSeconds() - ownBefore) * 1e6 / facts);
  }
}
