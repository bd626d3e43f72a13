package org.yizhan.hub.web.view;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.usage.HourlyVisits;

/**
 * A station's last 24 hours as a small picture: a bar for each hour with visits, a stroke for an
 * hour without, a dot for an hour of which nothing is known, because the station was not there yet,
 * fell silent, or still holds what it wrote then.
 *
 * @param hours oldest first; empty where unknown
 * @param spoken the same in words
 */
public record Pulse(List<OptionalInt> hours, String spoken) {
  private static final int HOURS = 24;
  private static final int STEP = 8;
  private static final int WIDTH = 6;
  private static final int HEIGHT = 28;

  public Pulse {
    hours = List.copyOf(hours);
  }

  /** The first of the hours shown at this time; the last is the one that is running. */
  public static Instant begin(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
  }

  static Pulse of(StationStatus status, List<HourlyVisits> visits, Instant now, Texts t) {
    Map<Instant, Integer> counted = new HashMap<>();
    visits.forEach(hour -> counted.merge(hour.hour(), hour.visits(), Integer::sum));
    Instant heardUntil =
        status
            .recordsUntil()
            .orElse(
                StationRow.isCurrent(status, now) ? now : status.lastSeen().orElse(Instant.MIN));
    Instant from =
        status.recordsBegin().map(begin -> begin.minus(Duration.ofHours(1))).orElse(Instant.MAX);
    List<OptionalInt> hours = new ArrayList<>(HOURS);
    for (int i = 0; i < HOURS; i++) {
      Instant hour = begin(now).plus(Duration.ofHours(i));
      boolean known = hour.isAfter(from) && !hour.isAfter(heardUntil);
      hours.add(
          counted.containsKey(hour) || known
              ? OptionalInt.of(counted.getOrDefault(hour, 0))
              : OptionalInt.empty());
    }
    int sum = hours.stream().mapToInt(hour -> hour.orElse(0)).sum();
    long unknown = hours.stream().filter(OptionalInt::isEmpty).count();
    return new Pulse(hours, t.say(unknown == 0 ? "pulse.all" : "pulse.part", sum, unknown));
  }

  /** Visits of the hours that are known. */
  public int visits() {
    return hours.stream().mapToInt(hour -> hour.orElse(0)).sum();
  }

  public int most() {
    return hours.stream().mapToInt(hour -> hour.orElse(0)).max().orElse(0);
  }

  public boolean isUnknown() {
    return hours.stream().allMatch(OptionalInt::isEmpty);
  }

  /** The bars as an SVG path, on the scale on which {@code full} fills the height. */
  public String bars(int full) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < hours.size(); i++) {
      int visits = hours.get(i).orElse(0);
      if (visits > 0) {
        rectangle(path, i, Math.max(4, Math.round(1f * HEIGHT * visits / Math.max(full, 4))));
      }
    }
    return path.toString();
  }

  /** The strokes of hours in which nobody came. */
  public String strokes() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < hours.size(); i++) {
      if (hours.get(i).isPresent() && hours.get(i).getAsInt() == 0) {
        rectangle(path, i, 2);
      }
    }
    return path.toString();
  }

  private static void rectangle(StringBuilder path, int hour, int height) {
    path.append('M').append(hour * STEP).append(' ').append(HEIGHT);
    path.append('h').append(WIDTH).append('v').append(-height).append('h').append(-WIDTH);
    path.append('z');
  }

  /** The dots of hours of which nothing is known. */
  public String dots() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < hours.size(); i++) {
      if (hours.get(i).isEmpty()) {
        path.append('M').append(i * STEP + 1).append(' ').append(HEIGHT - 1);
        path.append("a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z");
      }
    }
    return path.toString();
  }
}
