package org.yizhan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.yizhan.hub.demo.Programs;
import org.yizhan.hub.identity.PassOffice;
import org.yizhan.hub.store.sqlite.HubDatabase;

/**
 * A typical day of a station in a few minutes: the bytes on the wire to a real hub, counted by a
 * relay between them, and the bytes the kernel wrote for the process.
 */
final class DayBench {
  private static final int PASSES = 60;

  /** A ping and its answer, each two bytes in a TLS 1.3 record: header 5, type 1, tag 16. */
  private static final int PING_BYTES = 2 * (2 + 5 + 1 + 16);

  private final Programs programs;

  DayBench(Programs programs) {
    this.programs = programs;
  }

  List<Figure> run(Scratch scratch) {
    try (BenchHub hub = BenchHub.start(programs, scratch.folder());
        CountingRelay relay = new CountingRelay(hub.mqttPort())) {
      BenchStation station = BenchStation.enrol(programs, hub, scratch.folder());
      prepare(station, hub, relay.port());
      long upBefore = relay.up();
      long downBefore = relay.down();
      scratch.say("a day of 200 visits, lived quickly");
      List<String> said =
          new Probe(programs, "org.yizhan.edge.DayProbe", scratch.folder().resolve("probe.log"))
              .run(
                  station.data().toString(),
                  Instant.now()
                      .minus(Duration.ofDays(1))
                      .truncatedTo(ChronoUnit.SECONDS)
                      .toString());
      long up = relay.up() - upBefore;
      long down = relay.down() - downBefore;
      long pings = number(said, "pings ") * PING_BYTES;
      if (number(said, "written ") == 0) {
        throw new BenchException(scratch.folder() + " is not on a disk: set TMPDIR to one that is");
      }
      return List.of(
          Figure.of("day-wire", (up + down + pings) / 1e3, "kB"),
          Figure.of("day-wire-up", up / 1e3, "kB"),
          Figure.of("day-wire-down", down / 1e3, "kB"),
          Figure.of("day-wire-pings-calculated", pings / 1e3, "kB"),
          Figure.of("day-visits", (double) number(said, "admitted "), "admissions"),
          Figure.of("day-envelopes", (double) number(said, "envelopes "), "messages"),
          Figure.of("day-presences", (double) number(said, "presences "), "messages"),
          Figure.of("day-card-written", number(said, "written ") / 1e6, "MB"));
    }
  }

  private static long number(List<String> said, String what) {
    return said.stream()
        .filter(line -> line.startsWith(what))
        .mapToLong(line -> Long.parseLong(line.substring(what.length())))
        .findFirst()
        .orElseThrow(() -> new BenchException("the station did not say " + what));
  }

  /** The agent runs once, to be told the keys; then it is shown the way through the relay. */
  private static void prepare(BenchStation station, BenchHub hub, int port) {
    Path data = station.data();
    station.runUntilSettled();
    try (HubDatabase database = HubDatabase.open(hub.data().resolve("hub.db"))) {
      PassOffice office =
          PassOffice.open(hub.authority(), database, InstantSource.system(), new SecureRandom());
      Files.write(
          data.resolve("simulated-passes.txt"),
          IntStream.range(0, PASSES)
              .mapToObj(_ -> office.issueSince(Duration.ofDays(2), 90).text())
              .toList());
      Path way = data.resolve("identity/hub.json");
      Files.writeString(
          way, Files.readString(way).replaceFirst("\"mqttPort\":\\d+", "\"mqttPort\":" + port));
    } catch (IOException e) {
      throw new BenchException(data + " cannot be written: " + e.getMessage(), e);
    }
  }
}
