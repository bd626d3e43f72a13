package org.yizhan.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.yizhan.edge.card.AtomicFile;
import org.yizhan.edge.desired.DesiredState;
import org.yizhan.edge.fixtures.FixtureHardware;
import org.yizhan.edge.fixtures.HardwareFactory;
import org.yizhan.edge.hardware.simulated.SimulatedTime;
import org.yizhan.edge.journal.JournalLimits;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.edge.loop.StationLoop;
import org.yizhan.edge.loop.Timekeeper;
import org.yizhan.edge.loop.VisitorKeys;
import org.yizhan.edge.station.StationState;
import org.yizhan.edge.uplink.PahoUplink;
import org.yizhan.edge.uplink.UplinkStatus;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Presence;

/**
 * A program for {@code ./yizhan bench day}: the parts of an {@link Agent} by a clock that jumps
 * from one thing that happens to the next, and waits there until card and hub have what they would
 * have had. Prints what was written and sent.
 *
 * <p>Arguments: the station's folder, when the day begins.
 */
final class DayProbe implements AutoCloseable {
  private static final long CONNECTED_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);
  private static final Duration KEEP_TIME_EVERY = Duration.ofMinutes(15);
  private static final long KEEP_ALIVE_MS = 120_000;

  /** Measurements at once: a little more often than in real time, where they wait for a minute. */
  private static final JournalLimits LIMITS =
      new JournalLimits(
          JournalLimits.STATION.queueFacts(),
          JournalLimits.STATION.cardBytes(),
          JournalLimits.STATION.commitRows(),
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          JournalLimits.STATION.keep(),
          JournalLimits.STATION.keepAtLeast(),
          JournalLimits.STATION.retryFirst(),
          JournalLimits.STATION.retryMost());

  private final Path data;
  private final Instant begins;
  private final SimulatedTime time;
  private final FixtureHardware hardware;
  private final SettledJournal journal;
  private final VisitorKeys keys;
  private final StationLoop loop;
  private final PahoUplink uplink;
  private volatile boolean presenceWaits;
  private final AtomicLong presences = new AtomicLong();
  private long spokenMs;
  private long heardSendings;
  private long pings;

  private DayProbe(Path data, Instant begins) throws AgentTrouble {
    this.data = data;
    this.begins = begins;
    this.time = new SimulatedTime(begins);
    StationProfile profile = OwnProfile.read(data);
    DesiredState desired = DesiredState.open(data.resolve("desired"), profile.id());
    this.keys = new VisitorKeys(data, profile.zone(), time.now());
    this.hardware = HardwareFactory.open(profile, time, time, data);
    this.journal =
        new SettledJournal(
            new SqliteJournal(data.resolve("journal"), LIMITS, () -> time.now().wall()), time);
    StationState start =
        StationState.atStart(time.now(), profile, desired.trusted(), desired.applied(), keys.key());
    this.loop =
        new StationLoop(Agent.VERSION, start, time, hardware, journal, this::presenceChanged);
    this.uplink = new PahoUplink(data, time, journal, desired, this::snapshot, loop::offer);
  }

  public static void main(String[] arguments) throws Exception {
    long before = written();
    try (DayProbe probe = new DayProbe(Path.of(arguments[0]), Instant.parse(arguments[1]))) {
      probe.live();
      System.out.println("written " + (written() - before));
      System.out.println("admitted " + probe.loop.figures().admitted());
      System.out.println("envelopes " + probe.journal.sendings());
      System.out.println("presences " + probe.presences.get());
      System.out.println("pings " + probe.pings);
    }
    System.exit(0);
  }

  private void live() throws Exception {
    loop.startStepped();
    new Timekeeper(time, time, keys, loop::offer).start();
    uplink.start();
    long deadline = System.nanoTime() + CONNECTED_WITHIN_NANOS;
    while (!(uplink.status() instanceof UplinkStatus.Connected)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("no connection: " + uplink.status());
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    keepTime();
    new ScriptedDay(
            time,
            hardware.simulated().orElseThrow(),
            Files.readAllLines(data.resolve("simulated-passes.txt")))
        .begin();
    Instant end = begins.plus(ScriptedDay.LENGTH);
    Instant looked = begins;
    while (time.runNext(end)) {
      loop.runWaiting();
      Instant now = time.now().wall();
      if (journal.hasNews() || isDue(looked, now)) {
        looked = now;
        journal.settle();
        countPings();
      }
    }
  }

  /** Presence and measurements wait for their time; the uplink must look when that has come. */
  private boolean isDue(Instant looked, Instant now) {
    Duration passed = Duration.between(looked, now);
    Duration pace = presenceWaits || journal.backlog() > 0 ? Duration.ofSeconds(1) : LOOK_EVERY;
    return passed.compareTo(pace) >= 0;
  }

  /** A real connection that was silent for a minute would have been pinged. */
  private void countPings() {
    long spoken = journal.sendings() + presences.get();
    long nowMs = time.now().sinceStartMs();
    if (spoken != heardSendings) {
      heardSendings = spoken;
      pings += (nowMs - spokenMs) / KEEP_ALIVE_MS;
      spokenMs = nowMs;
    }
  }

  /** As the agent's clock keeps the time for a start without one. */
  private void keepTime() {
    try {
      AtomicFile.write(
          data.resolve("last-trusted-time"),
          Long.toString(time.now().wallMs()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    var _ = time.after(KEEP_TIME_EVERY, this::keepTime);
  }

  private void presenceChanged() {
    presenceWaits = true;
    uplink.presenceChanged();
  }

  private Presence.Snapshot snapshot() {
    presenceWaits = false;
    presences.incrementAndGet();
    return loop.snapshot();
  }

  private static long written() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/io")).stream()
        .filter(line -> line.startsWith("write_bytes:"))
        .mapToLong(line -> Long.parseLong(line.substring(12).strip()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    uplink.close();
    loop.close();
    hardware.close();
    journal.close();
  }
}
