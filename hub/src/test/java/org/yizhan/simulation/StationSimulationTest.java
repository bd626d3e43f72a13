package org.yizhan.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationProfile;

/**
 * Many seeded station-days. A failure names its seed; {@code -Dyizhan.simulation.seed=N} lives that
 * one day again, {@code -Dyizhan.simulation.days=N} sets how many are lived.
 */
class StationSimulationTest {
  private static final long FIRST_SEED = 20_261_123L;
  private static final int DAYS = Integer.getInteger("yizhan.simulation.days", 200);

  @Test
  void after_any_day_the_hub_holds_what_the_card_holds_each_once(@TempDir Path temporary)
      throws IOException {
    Path folder = fast(temporary);
    Path template = folder.resolve("template.db");
    HubDatabase.open(template).close();
    StationProfile profile = profile();
    IssuedPasses passes = IssuedPasses.issue();

    long[] seeds = seeds();
    for (long seed : seeds) {
      try (StationDay day = new StationDay(seed, profile, passes, template, folder)) {
        day.run();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "seed " + seed + " (again: -Dyizhan.simulation.seed=" + seed + "): " + e.getMessage(),
            e);
      }
    }
  }

  /** In memory where the system offers it: thousands of days should not wear out a disk. */
  private static Path fast(Path temporary) throws IOException {
    Path memory = Path.of("/dev/shm");
    if (!Files.isWritable(memory)) {
      return temporary;
    }
    Path folder = Files.createTempDirectory(memory, "yizhan-simulation-");
    folder.toFile().deleteOnExit();
    return folder;
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

  private static long[] seeds() {
    Long one = Long.getLong("yizhan.simulation.seed");
    return one != null
        ? new long[] {one}
        : LongStream.range(FIRST_SEED, FIRST_SEED + DAYS).toArray();
  }
}
