package org.yizhan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yizhan.hub.demo.Programs;
import org.yizhan.pass.Pass;
import org.yizhan.pass.PassSigner;
import org.yizhan.wire.Order;
import org.yizhan.wire.WireCodec;

/**
 * From the last byte of a code on the scanner's serial line to the lock's changed output, in a
 * process with the agent's own flags: the first scan after some starts, and some thousand scans
 * while each commit of the journal stands still for five seconds.
 */
final class DoorBench {
  private static final int STARTS = 5;
  private static final int PASSES = 50;
  private static final Duration STALL = Duration.ofSeconds(5);
  private static final String PROFILE =
      """
      id: bench-door
      name: {zh: 测量, en: Bench}
      place: shandong/liaocheng/dongchangfu
      kind: kiosk
      zone: Asia/Shanghai
      hours: 24h
      capacity: 8
      fixtures:
        door-scanner: {kind: scanner, serial: SCANNER, baud: 9600}
        front-lock: {kind: lock, simulated: true}
        front-contact: {kind: door-contact, simulated: true}
        exit-button: {kind: exit-button, simulated: true}
        door-beams: {kind: beam-pair, simulated: true}
        room-presence: {kind: presence-sensor, simulated: true}
        room-climate: {kind: climate-sensor, simulated: true}
        door-light: {kind: light, simulated: true}
        door-buzzer: {kind: buzzer, simulated: true}
      """;

  private final Programs programs;
  private final int scans;

  DoorBench(Programs programs, int scans) {
    this.programs = programs;
    this.scans = scans;
  }

  List<Figure> run(Scratch scratch) {
    Path data = scratch.folder().resolve("station");
    try (Terminals terminals = Terminals.open(scratch.folder())) {
      prepare(data, terminals.near());
      scratch.say("the first scan after " + STARTS + " starts");
      double first = 0;
      for (int start = 0; start < STARTS; start++) {
        first = Math.max(first, probe(data, terminals, 1, Duration.ZERO)[0]);
      }
      scratch.say(scans + " scans, each commit standing still for " + STALL.toSeconds() + " s");
      double[] millis = probe(data, terminals, scans, STALL);
      Arrays.sort(millis);
      return List.of(
          Figure.of("door-scan-to-unlock-p50", percentile(millis, 0.50), "ms"),
          Figure.of("door-scan-to-unlock-p99", percentile(millis, 0.99), "ms"),
          Figure.of("door-scan-to-unlock-worst", millis[millis.length - 1], "ms"),
          Figure.of("door-first-scan-worst-of-" + STARTS, first, "ms"));
    } catch (IOException e) {
      throw new BenchException("the station's folder cannot be written: " + e.getMessage(), e);
    }
  }

  private static double percentile(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  private static void prepare(Path data, Path line) throws IOException {
    SecureRandom random = new SecureRandom();
    PassSigner issuer = PassSigner.generate("bench", random);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<String> passes = new ArrayList<>();
    for (int number = 0; number < PASSES; number++) {
      passes.add(
          issuer.sign(
              new Pass(
                  PassSigner.newPassId(random),
                  PassSigner.newSubject(random),
                  "bench",
                  now.minusSeconds(60),
                  now.minusSeconds(60),
                  now.plus(Duration.ofDays(1)))));
    }
    Path desired = Files.createDirectories(data.resolve("desired"));
    Files.writeString(data.resolve("profile.yaml"), PROFILE.replace("SCANNER", line.toString()));
    Files.write(data.resolve("simulated-passes.txt"), passes);
    Files.write(
        desired.resolve("issuers.json"),
        WireCodec.writeOrder(new Order.ApplyIssuers(1, List.of(issuer.key()))));
  }

  /** Milliseconds of each scan. */
  private double[] probe(Path data, Terminals terminals, int count, Duration stall) {
    double[] millis =
        new Probe(programs, "org.yizhan.edge.DoorProbe", data.resolveSibling("probe.log"))
                .run(
                    data.toString(),
                    terminals.far().toString(),
                    Integer.toString(count),
                    Long.toString(stall.toSeconds()))
                .stream()
                .filter(line -> line.startsWith("scan "))
                .mapToDouble(line -> Long.parseLong(line.substring(5)) / 1e6)
                .toArray();
    if (millis.length != count) {
      throw new BenchException("the door decided " + millis.length + " of " + count + " scans");
    }
    return millis;
  }
}
