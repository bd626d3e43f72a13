package org.yizhan.hub.matters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yizhan.station.ItemCode;

/**
 * Things that break again and again. Mending one for the third time in a season costs a keeper's
 * way each time and the workers' trust; then replacing it is worth a thought.
 */
public final class RepeatedFaults {
  /** So many times broken within {@link #WITHIN} are repeated. */
  public static final int TIMES = 3;

  /** A quarter of a year. */
  public static final Duration WITHIN = Duration.ofDays(90);

  /** What several people report, or a device raises again and again, in a day, is one time. */
  public static final Duration ONE_TIME = Duration.ofDays(1);

  private RepeatedFaults() {}

  /** A thing was reported broken, or its device raised a fault. */
  public record Broke(ItemCode thing, Instant at, boolean byDevice) {}

  /**
   * A thing that should be replaced rather than mended.
   *
   * @param times how often it broke, reports of one day counted once
   * @param reports what people raised
   * @param deviceFaults what the device itself raised
   */
  public record Repeated(ItemCode thing, int times, int reports, int deviceFaults) {}

  /** Those of one station that broke too often, the worst first. */
  public static List<Repeated> of(List<Broke> broke, Instant now) {
    Map<ItemCode, List<Broke>> byThing = new TreeMap<>();
    broke.stream()
        .filter(each -> !each.at().isBefore(now.minus(WITHIN)) && !each.at().isAfter(now))
        .sorted(Comparator.comparing(Broke::at))
        .forEach(each -> byThing.computeIfAbsent(each.thing(), any -> new ArrayList<>()).add(each));
    return byThing.entrySet().stream()
        .map(entry -> count(entry.getKey(), entry.getValue()))
        .filter(repeated -> repeated.times() >= TIMES)
        .sorted(Comparator.comparingInt(Repeated::times).reversed())
        .toList();
  }

  private static Repeated count(ItemCode thing, List<Broke> inOrder) {
    int times = 0;
    Instant counted = Instant.MIN;
    for (Broke broke : inOrder) {
      if (counted.equals(Instant.MIN) || !broke.at().isBefore(counted.plus(ONE_TIME))) {
        times++;
        counted = broke.at();
      }
    }
    int byDevice = (int) inOrder.stream().filter(Broke::byDevice).count();
    return new Repeated(thing, times, inOrder.size() - byDevice, byDevice);
  }
}
