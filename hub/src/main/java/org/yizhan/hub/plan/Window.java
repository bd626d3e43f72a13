package org.yizhan.hub.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yizhan.station.OpeningHours;

/**
 * From (inclusive) to (exclusive), in minutes since local midnight at the beginning of the planned
 * day; up to the end of the day after, for those who are open or drive past midnight.
 */
public record Window(int from, int to) {
  public static final int MINUTES_MAX = 2 * 24 * 60;

  public Window {
    if (from < 0 || to <= from || to > MINUTES_MAX) {
      throw new IllegalArgumentException(
          "a window satisfies 0 ≤ from < to ≤ " + MINUTES_MAX + " minutes, not " + from + "–" + to);
    }
  }

  /**
   * When a station that is restocked in its opening hours can be, on this day and the night after.
   */
  public static List<Window> whenOpen(OpeningHours hours, LocalDate day) {
    ZonedDateTime midnight = day.atStartOfDay(ZoneOffset.UTC); // hours look at the local time alone
    List<Window> open = new ArrayList<>();
    int from = -1;
    for (int minute = 0; minute <= MINUTES_MAX; minute++) {
      boolean isOpen = minute < MINUTES_MAX && hours.isOpenAt(midnight.plusMinutes(minute));
      if (isOpen && from < 0) {
        from = minute;
      } else if (!isOpen && from >= 0) {
        open.add(new Window(from, minute));
        from = -1;
      }
    }
    return List.copyOf(open);
  }

  int minutes() {
    return to - from;
  }

  /** The same minutes in order, windows that touch or overlap made one. */
  static List<Window> merged(List<Window> windows) {
    List<Window> merged = new ArrayList<>();
    for (Window next : windows.stream().sorted(Comparator.comparingInt(Window::from)).toList()) {
      if (!merged.isEmpty() && merged.getLast().to >= next.from) {
        Window last = merged.removeLast();
        merged.add(new Window(last.from, Math.max(last.to, next.to)));
      } else {
        merged.add(next);
      }
    }
    return List.copyOf(merged);
  }
}
