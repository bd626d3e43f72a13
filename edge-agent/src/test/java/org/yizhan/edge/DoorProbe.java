package org.yizhan.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yizhan.edge.desired.DesiredState;
import org.yizhan.edge.fixtures.FixtureHardware;
import org.yizhan.edge.fixtures.HardwareFactory;
import org.yizhan.edge.hardware.ThreadSchedule;
import org.yizhan.edge.journal.Journal;
import org.yizhan.edge.journal.JournalLimits;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.edge.loop.StationLoop;
import org.yizhan.edge.loop.Timekeeper;
import org.yizhan.edge.loop.VisitorKeys;
import org.yizhan.edge.station.StationState;
import org.yizhan.edge.time.ClockTrust;
import org.yizhan.edge.time.SystemClock;
import org.yizhan.edge.uplink.PahoUplink;
import org.yizhan.station.Fixture;
import org.yizhan.station.Port;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Sequence;

/**
 * A program for {@code ./yizhan bench door}: the parts of an {@link Agent}, put together and
 * started in its order, with a pseudo-terminal for a scanner and a watch on the lock. Prints a line
 * for each scan: {@code scan NANOS} from the moment its last byte was written to the moment the
 * lock's output had changed, after {@code opened} when the scanner's line was open.
 *
 * <p>Arguments: the station's folder, the terminal's far side, scans, stall seconds (0: none).
 */
final class DoorProbe implements AutoCloseable {
  private final SystemClock clock;
  private final ThreadSchedule schedule = new ThreadSchedule("station");
  private final FixtureHardware hardware;
  private final SqliteJournal journal;
  private final VisitorKeys keys;
  private final WatchedDoor door;
  private final StationLoop loop;
  private final PahoUplink uplink;

  private DoorProbe(Path data) throws AgentTrouble {
    StationProfile profile = OwnProfile.read(data);
    DesiredState desired = DesiredState.open(data.resolve("desired"), profile.id());
    this.clock = new SystemClock(data, ClockTrust.OPERATOR);
    this.keys = new VisitorKeys(data, profile.zone(), clock.now());
    this.hardware = HardwareFactory.open(profile, clock, schedule, data);
    this.journal =
        new SqliteJournal(data.resolve("journal"), JournalLimits.STATION, () -> clock.now().wall());
    this.door = new WatchedDoor(hardware);
    StationState start =
        StationState.atStart(
            clock.now(), profile, desired.trusted(), desired.applied(), keys.key());
    this.loop = new StationLoop(Agent.VERSION, start, clock, door, journal, this::changed);
    this.uplink = new PahoUplink(data, clock, journal, desired, loop::snapshot, loop::offer);
  }

  private void changed() {
    uplink.presenceChanged();
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    Path terminal = Path.of(arguments[1]);
    int scans = Integer.parseInt(arguments[2]);
    Duration stall = Duration.ofSeconds(Long.parseLong(arguments[3]));
    try (DoorProbe probe = new DoorProbe(data);
        OutputStream scanner = Files.newOutputStream(terminal, StandardOpenOption.WRITE)) {
      List<String> passes = Files.readAllLines(data.resolve("simulated-passes.txt"));
      if (!stall.isZero()) {
        probe.journal.listen(new SlowDisk(stall));
      }
      probe.start();
      probe.scan(scanner, passes, scans);
    }
    System.exit(0);
  }

  /** As {@link Agent#open} and {@link Agent#startRest}, without what technicians look at. */
  private void start() {
    loop.start();
    Timekeeper timekeeper = new Timekeeper(clock, schedule, keys, loop::offer);
    timekeeper.start();
    WarmUp.start();
    uplink.start();
  }

  private void scan(OutputStream scanner, List<String> passes, int scans) throws Exception {
    awaitScannerOpen();
    System.out.println("opened");
    Random random = new Random(1);
    for (int done = 0; done < scans; ) {
      if (done > 0) {
        TimeUnit.MICROSECONDS.sleep(pauseMicros(random));
      }
      String pass = passes.get(random.nextInt(passes.size()));
      long before = door.releases();
      scanner.write(pass.getBytes(StandardCharsets.UTF_8));
      // a scanner at 9,600 baud takes some hundred milliseconds for a pass; then comes its end
      TimeUnit.MILLISECONDS.sleep(1 + random.nextInt(10));
      boolean begunTooLate = door.releases() != before;
      long begun = System.nanoTime();
      scanner.write('\r');
      if (!begunTooLate) {
        System.out.println("scan " + (door.awaitRelease(before) - begun));
        done++;
      }
    }
  }

  /** Two hundred milliseconds at least, or the scanner's rate limit steps in; sometimes seconds. */
  private static long pauseMicros(Random random) {
    double usual = -Math.log(1 - random.nextDouble()) * 60_000;
    double idle = random.nextInt(200) == 0 ? 3_000_000 : 0;
    return 190_000 + (long) (usual + idle);
  }

  /** The line is open when a descriptor of this process points to it. */
  private void awaitScannerOpen() throws IOException, InterruptedException {
    Path device = Path.of(scannersLine());
    while (!isOpen(device)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    // its buffers are flushed right after it was opened
    TimeUnit.MILLISECONDS.sleep(30);
  }

  private String scannersLine() {
    return loop.state().profile().fixtures(Fixture.Scanner.class).stream()
        .map(scanner -> (Port.Serial) scanner.port())
        .map(Port.Serial::device)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOpen(Path device) throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.anyMatch(each -> pointsTo(each, device));
    }
  }

  private static boolean pointsTo(Path descriptor, Path device) {
    try {
      return Files.readSymbolicLink(descriptor).equals(device);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  @Override
  public void close() {
    uplink.close();
    loop.close();
    hardware.close();
    journal.close();
    schedule.close();
  }

  /** A disk that takes so long for each commit: the journal's thread stands still meanwhile. */
  private record SlowDisk(Duration stall) implements Journal.Listener {
    @Override
    public void committed(Sequence next) {
      try {
        TimeUnit.NANOSECONDS.sleep(stall.toNanos());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
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
