package org.yizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.wire.WireException;

/**
 * Hub and agent as programs, each killed with SIGKILL at random moments while people come to the
 * door; between starts the hub's database becomes an older copy and the card is damaged. {@code
 * -Dyizhan.kills=N} kills each N times, {@code -Dyizhan.kills.seed=N} draws the same moments again.
 */
class KilledProgramsTest {
  private static final String STATION = "killed-01";
  private static final int KILLS = Integer.getInteger("yizhan.kills", 20);
  private static final long SEED = Long.getLong("yizhan.kills.seed", 20_261_127L);
  private static final long READY_FOR_MS_MAX = 1_500;
  private static final long STARTING_FOR_MS_MAX = 1_200;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<String> told = new ArrayList<>();
  private final Map<String, TreeMap<Long, String>> everWritten = new TreeMap<>();
  private boolean damaged;

  @Test
  void every_acknowledged_visit_is_at_the_hub_once_however_often_both_are_killed()
      throws Exception {
    try (HubProgram hub = new HubProgram(folder);
        StationProgram station = new StationProgram(folder, STATION)) {
      hub.start();
      station.enrol(hub.bundleFor(STATION, profile()));
      List<String> passes = passes(hub);
      station.begin().ready();
      Program.await("the issuer is known", () -> station.count("order-applied") >= 3);

      try (Bustle bustle = new Bustle(station, passes)) {
        lifeAndDeath(hub, station, bustle);
        Program.await("the end of the backlog", () -> heldWithNothingWaiting(station).isPresent());
        bustle.end();
        awaitQuiet(station);
        hub.kill();
        station.running().kill();
        remember(station);
        judge(hub, station, bustle);
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "%s%n  seed %d (again: -Dyizhan.kills.seed=%d -Dyizhan.kills=%d)%n  %s"
              .formatted(e.getMessage(), SEED, SEED, KILLS, String.join("\n  ", told)),
          e);
    }
  }

  private void lifeAndDeath(HubProgram hub, StationProgram station, Bustle bustle)
      throws IOException, InterruptedException, SQLException {
    Path yesterday = folder.resolve("yesterday.db");
    for (int kill = 0; kill < 2 * KILLS; kill++) {
      if (kill % 2 == 0) {
        pauseBefore(hub.running(), "hub");
        hub.kill();
        if (kill % 20 == 6) {
          copy(hub.data().resolve("hub.db"), yesterday);
          told.add("the hub's database is copied");
        }
        hub.begin();
      } else {
        pauseBefore(station.running(), "agent");
        station.running().kill();
        remember(station);
        if (kill % 20 == 17) {
          hub.kill();
          bustle.forgetPromises(everWritten.keySet());
          copy(yesterday, hub.data().resolve("hub.db"));
          told.add("the hub's database is yesterday's");
          hub.begin();
        }
        if (kill % 10 == 9) {
          damaged = true;
          told.add("card: " + new Card(station.journal()).damage(random));
        }
        station.begin();
      }
    }
  }

  /** A database nobody has open, with its log. */
  private static void copy(Path from, Path to) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Path target = to.resolveSibling(to.getFileName() + suffix);
      Files.deleteIfExists(target);
      Path source = from.resolveSibling(from.getFileName() + suffix);
      if (Files.exists(source) && !suffix.equals("-shm")) {
        Files.copy(source, target);
      }
    }
  }

  /** One in four dies while it starts, the others up to a second and a half after. */
  private void pauseBefore(Program victim, String name) throws InterruptedException {
    boolean starting = random.nextInt(4) == 0;
    long pauseMs = random.nextLong(starting ? STARTING_FOR_MS_MAX : READY_FOR_MS_MAX);
    if (!starting) {
      victim.ready();
    }
    told.add(
        "kill %s %d ms after it %s".formatted(name, pauseMs, starting ? "began" : "was ready"));
    long until = System.nanoTime() + pauseMs * 1_000_000;
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  private void remember(StationProgram station) throws IOException, SQLException {
    new Card(station.journal())
        .facts()
        .forEach(
            (journal, facts) ->
                everWritten.computeIfAbsent(journal, _ -> new TreeMap<>()).putAll(facts));
  }

  private void judge(HubProgram hub, StationProgram station, Bustle bustle)
      throws IOException, SQLException, WireException {
    Path database = hub.data().resolve("hub.db");
    HubFacts held = HubFacts.read(database);
    Set<String> written = new HashSet<>(HubFacts.lines(everWritten).toList());
    Set<String> atTheHub = new HashSet<>(held.lines().toList());
    Map<String, TreeMap<Long, String>> onTheCard = new Card(station.journal()).facts();

    assertThat(held.twice()).as("numbers that stand twice").isEmpty();
    assertThat(held.holes()).as("numbers below a cursor that nothing fills").isEmpty();
    assertThat(atTheHub).as("the hub invents nothing").isSubsetOf(written);
    assertThat(HubFacts.lines(onTheCard).filter(fact -> !held.accountsFor(fact)))
        .as("facts on the card that are not at the hub")
        .isEmpty();
    assertThat(promised(bustle).filter(fact -> !held.accountsFor(fact)))
        .as("acknowledged, and not there")
        .isEmpty();
    if (!damaged) {
      assertThat(atTheHub).isEqualTo(written);
      assertThat(held.missing()).isEmpty();
    }
    assertThat(held.visits()).as("visits").isGreaterThan(KILLS);
    hub.command("refold");
    assertThat(HubFacts.read(database).folded()).isEqualTo(held.folded());
    System.getLogger("kills")
        .log(
            System.Logger.Level.INFO,
            "{0} kills each: {1} scans, {2} facts in {3} journals at the hub, {4} visits, {5}"
                + " numbers missing",
            KILLS,
            bustle.shown(),
            atTheHub.size(),
            held.facts().size(),
            held.visits(),
            held.missing().size());
  }

  /** What was written below the numbers that the hub acknowledged. */
  private Stream<String> promised(Bustle bustle) {
    Map<String, TreeMap<Long, String>> below = new TreeMap<>();
    bustle
        .acknowledged()
        .forEach(
            (journal, next) ->
                below.put(
                    journal,
                    new TreeMap<>(
                        everWritten.getOrDefault(journal, new TreeMap<>()).headMap(next))));
    return HubFacts.lines(below);
  }

  /** Until nothing has waited for a second, in which the card wrote what it had in hand. */
  private static void awaitQuiet(StationProgram station) {
    String[] held = {""};
    long[] since = {System.nanoTime()};
    Program.await(
        "the last of the backlog",
        () -> {
          String now = heldWithNothingWaiting(station).orElse("");
          if (now.isEmpty() || !now.equals(held[0])) {
            held[0] = now;
            since[0] = System.nanoTime();
          }
          return System.nanoTime() - since[0] > 1_000_000_000L;
        });
  }

  /** What the station holds, while it is connected and the hub holds it as well. */
  private static Optional<String> heldWithNothingWaiting(StationProgram station) {
    return station
        .ask("status", Map.of())
        .filter(status -> status.getLong("backlog") == 0)
        .filter(status -> status.getJsonObject("hub").getBoolean("connected"))
        .map(status -> status.getJsonArray("journals").encode());
  }

  private static List<String> passes(HubProgram hub) {
    return hub.commands("pass", "issue", "--count", "300").stream()
        .map(issued -> issued.getString("pass"))
        .toList();
  }

  private static String profile() {
    return """
    id: %s
    name: {zh: 坚韧驿站, en: Killed station}
    place: shandong/liaocheng/dongchangfu
    kind: kiosk
    zone: Asia/Shanghai
    hours: 24h
    capacity: 8
    fixtures:
      door-scanner: {kind: scanner, simulated: true}
      front-lock: {kind: lock, simulated: true}
      front-contact: {kind: door-contact, simulated: true}
      exit-button: {kind: exit-button, simulated: true}
    """
        .formatted(STATION);
  }
}
