package org.yizhan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationProfile;

/**
 * Thousands of seeded station-days, in groups that share a hub as the stations of a network do. A
 * failure names its seed; {@code -Dyizhan.simulation.seed=N} lives that day's group again, up to
 * that day; {@code -Dyizhan.simulation.days=N} sets how many are lived.
 */
class StationSimulationTest {
  private static final long FIRST_SEED = 20_261_123L;
  private static final int GROUP_DAYS = 10;
  private static final int DAYS = Integer.getInteger("yizhan.simulation.days", 5_000);
  private static final @Nullable Long ONE = Long.getLong("yizhan.simulation.seed");

  private final Faults faults = new Faults();

  @Test
  void after_any_day_the_hub_holds_what_the_card_holds_each_once(@TempDir Path temporary)
      throws IOException, InterruptedException {
    Path folder = fast(temporary);
    try (ExecutorService hands =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      Path template = folder.resolve("template.db");
      HubDatabase.open(template).close();
      StationProfile profile = profile();
      IssuedPasses passes = IssuedPasses.issue();
      List<? extends Future<?>> groups =
          firstSeeds()
              .mapToObj(first -> hands.submit(() -> live(first, template, folder, profile, passes)))
              .toList();
      try {
        for (Future<?> group : groups) {
          group.get();
        }
      } catch (ExecutionException failed) {
        hands.shutdownNow();
        throw failed.getCause() instanceof AssertionError seen ? seen : new AssertionError(failed);
      }
    } finally {
      delete(folder);
    }
    System.getLogger("simulation").log(Level.INFO, "What went wrong: {0}", faults);
    if (ONE == null && DAYS >= 200) {
      assertThat(faults.missing()).as("what never went wrong in %d days", DAYS).isEmpty();
    }
  }

  private void live(
      long first, Path template, Path parent, StationProfile profile, IssuedPasses passes) {
    Path folder = parent.resolve("group-" + first);
    boolean made = folder.toFile().mkdir();
    assertThat(made).isTrue();
    try (SharedHub world = SharedHub.open(template, folder, profile, faults)) {
      long last = ONE != null ? ONE : first + GROUP_DAYS - 1;
      for (long seed = first; seed <= last && !Thread.currentThread().isInterrupted(); seed++) {
        live(seed, passes, world);
      }
    }
  }

  private static void live(long seed, IssuedPasses passes, SharedHub world) {
    try (StationDay day = new StationDay(seed, passes, world)) {
      day.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed " + seed + " (again: -Dyizhan.simulation.seed=" + seed + "): " + e.getMessage(), e);
    }
  }

  private static LongStream firstSeeds() {
    return ONE != null
        ? LongStream.of(ONE - Math.floorMod(ONE - FIRST_SEED, (long) GROUP_DAYS))
        : LongStream.range(0, (DAYS + GROUP_DAYS - 1) / GROUP_DAYS)
            .map(group -> FIRST_SEED + group * GROUP_DAYS);
  }

  /** In memory where the system offers it: thousands of days should not wear out a disk. */
  private static Path fast(Path temporary) throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "yizhan-simulation-")
        : temporary;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private static StationProfile profile() throws IOException {
    String yaml =
        Files.readString(
            Path.of(System.getProperty("yizhan.root"), "firmware-config/stations/kiosk-24h.yaml"));
    return switch (ProfileReader.read(yaml)) {
      case ProfileReading.Read read -> read.profile();
      case ProfileReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }
}
