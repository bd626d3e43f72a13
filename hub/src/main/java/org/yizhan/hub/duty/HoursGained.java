package org.yizhan.hub.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.yizhan.station.OpeningHours;

/**
 * Minutes a station was open, by signed duty, outside its opening hours.
 *
 * @param early before the day's hours began
 * @param late after them, or between two spans
 * @param closedDays on days without any hours
 */
public record HoursGained(int early, int late, int closedDays) {
  public static final HoursGained NONE = new HoursGained(0, 0, 0);

  public int minutes() {
    return early + late + closedDays;
  }

  /** What spells that began on these local days gained; past midnight they count for that day. */
  public static HoursGained of(
      List<Spell> spells, OpeningHours hours, ZoneId zone, LocalDate first, LocalDate last) {
    if (hours instanceof OpeningHours.AroundTheClock) {
      return NONE;
    }
    Counting counting = new Counting(hours, zone);
    for (Spell spell : spells) {
      LocalDate day = spell.from().atZone(zone).toLocalDate();
      if (!day.isBefore(first) && !day.isAfter(last)) {
        counting.add(spell, day);
      }
    }
    return new HoursGained(counting.early, counting.late, counting.closedDays);
  }

  private static final class Counting {
    private final OpeningHours hours;
    private final ZoneId zone;
    private final Map<LocalDate, OptionalInt> openings = new HashMap<>();
    private int early;
    private int late;
    private int closedDays;

    Counting(OpeningHours hours, ZoneId zone) {
      this.hours = hours;
      this.zone = zone;
    }

    /** Whole minutes, by the time that passed: an hour the clocks leave out is none. */
    void add(Spell spell, LocalDate day) {
      Instant end = spell.to().truncatedTo(ChronoUnit.MINUTES);
      Instant begin = spell.from().plus(Duration.ofMinutes(1).minusNanos(1));
      OptionalInt opening = openings.computeIfAbsent(day, this::firstOpen);
      for (Instant at = begin.truncatedTo(ChronoUnit.MINUTES);
          at.isBefore(end);
          at = at.plus(1, ChronoUnit.MINUTES)) {
        ZonedDateTime local = at.atZone(zone);
        if (hours.isOpenAt(local)) {
          continue;
        }
        boolean sameDay = local.toLocalDate().equals(day);
        if (opening.isEmpty()) {
          closedDays++;
        } else if (sameDay && local.toLocalTime().toSecondOfDay() / 60 < opening.getAsInt()) {
          early++;
        } else {
          late++;
        }
      }
    }

    /** The minute of this day when its own hours begin, not those left over from the night. */
    private OptionalInt firstOpen(LocalDate day) {
      LocalDateTime midnight = day.atStartOfDay();
      boolean before = hours.isOpenAt(midnight.minusMinutes(1).atZone(ZoneOffset.UTC));
      for (int minute = 0; minute < 24 * 60; minute++) {
        boolean open = hours.isOpenAt(midnight.plusMinutes(minute).atZone(ZoneOffset.UTC));
        if (open && !before) {
          return OptionalInt.of(minute);
        }
        before = open;
      }
      return before ? OptionalInt.of(0) : OptionalInt.empty();
    }
  }
}
