package org.yizhan.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    double seconds = WARM_UP.plus(measured).toSeconds();
    int envelopes = (int) Math.ceil(factsPerSecondMax * seconds / stations / factsEach);
    double rate;
    try (BenchHub hub = BenchHub.start(programs, scratch.folder());
        LoadFleet fleet = new LoadFleet()) {
      LoadCertificates certificates = new LoadCertificates(hub.authority());
      fleet.connect(loads(envelopes), certificates, hub.mqttPort());
      scratch.say(stations + " stations are connected");
      rate = rate(fleet);
    }
    scratch.say("the ceiling: the same rows into SQLite, nothing else");
    Path database = scratch.folder().resolve("hub/hub.db");
    double ceiling = RowCeiling.measure(database, scratch.folder().resolve("ceiling.db"));
    return List.of(Figure.of(name, rate, "facts/s", ceiling));
  }

  private List<StationLoad> loads(int envelopes) {
    long beganMs = System.currentTimeMillis() - Duration.ofDays(3).toMillis();
    return new ArrayList<>(
        IntStream.range(0, stations)
            .parallel()
            .mapToObj(number -> new StationLoad(number, beganMs, envelopes, factsEach))
            .toList());
  }

  private double rate(LoadFleet fleet) {
    fleet.begin();
    pause(WARM_UP);
    long before = fleet.acknowledged();
    long begun = System.nanoTime();
    pause(measured);
    long facts = fleet.acknowledged() - before;
    return facts / ((System.nanoTime() - begun) / 1e9);
  }

  private static void pause(Duration duration) {
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }
}
