package org.yizhan.edge.hardware.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.station.StationEvent.PassScanned;

/**
 * What a lifelike station is made of: the same plan gives the same days.
 *
 * @param seed stations with different seeds have different days
 * @param bustle how many times as many people come as to an ordinary station, above 0 to 100
 * @param passes texts of the passes that people here carry, at most {@value #PASSES_MAX}; without
 *     any, nobody shows a valid one
 */
public record LifelikePlan(long seed, double bustle, List<String> passes) {
  public static final int PASSES_MAX = 10_000;

  /** The file in a station's data folder with one pass text a line; lines with # are remarks. */
  public static final String PASSES_FILE = "simulated-passes.txt";

  public LifelikePlan {
    passes = List.copyOf(passes);
    if (!(bustle > 0 && bustle <= 100)) {
      throw new IllegalArgumentException("bustle lies above 0 and is at most 100, not " + bustle);
    }
    if (passes.size() > PASSES_MAX) {
      throw new IllegalArgumentException("at most " + PASSES_MAX + " simulated passes");
    }
    if (passes.stream().anyMatch(text -> text.isEmpty() || text.length() > PassScanned.TEXT_MAX)) {
      throw new IllegalArgumentException(
          "a simulated pass has 1 to " + PassScanned.TEXT_MAX + " characters");
    }
  }

  /**
   * The plan of a station whose passes are listed in {@value #PASSES_FILE} of its data folder; the
   * file may be missing.
   *
   * @throws HardwareException when the file cannot be read or holds what is no pass text
   */
  public static LifelikePlan read(Path data, long seed, double bustle) {
    Path file = data.resolve(PASSES_FILE);
    if (!Files.exists(file)) {
      return new LifelikePlan(seed, bustle, List.of());
    }
    try (Stream<String> lines = Files.lines(file)) {
      List<String> passes =
          lines
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .limit(PASSES_MAX + 1L)
              .toList();
      return new LifelikePlan(seed, bustle, passes);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new HardwareException(
          "The simulated passes in "
              + file
              + " cannot be read: "
              + e.getMessage()
              + ". Write one pass text a line.",
          e);
    }
  }
}
