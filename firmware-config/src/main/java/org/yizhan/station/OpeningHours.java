package org.yizhan.station;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** When the door answers to a pass. */
public sealed interface OpeningHours {

  boolean isOpenAt(ZonedDateTime local);

  /** Day and night, every day of the year. */
  record AroundTheClock() implements OpeningHours {
    @Override
    public boolean isOpenAt(ZonedDateTime local) {
      return true;
    }
  }

  /**
   * A weekly plan with exceptions by date; a day without an entry is closed. A span whose end is
   * not after its start runs past midnight into the next day.
   */
  record Weekly(Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> holidays)
      implements OpeningHours {
    public Weekly {
      week = Map.copyOf(week);
      holidays = Map.copyOf(holidays);
    }

    @Override
    public boolean isOpenAt(ZonedDateTime local) {
      LocalDate today = local.toLocalDate();
      LocalTime now = local.toLocalTime();
      return spansOn(today).stream().anyMatch(span -> span.holdsOnItsDay(now))
          || spansOn(today.minusDays(1)).stream().anyMatch(span -> span.holdsOnTheNextDay(now));
    }

    private List<Span> spansOn(LocalDate date) {
      List<Span> special = holidays.get(date);
      return special != null ? special : week.getOrDefault(date.getDayOfWeek(), List.of());
    }
  }

  /** From (inclusive) to (exclusive) local time. */
  record Span(LocalTime from, LocalTime to) {
    boolean holdsOnItsDay(LocalTime time) {
      return !time.isBefore(from) && (runsPastMidnight() || time.isBefore(to));
    }

    boolean holdsOnTheNextDay(LocalTime time) {
      return runsPastMidnight() && time.isBefore(to);
    }

    private boolean runsPastMidnight() {
      return !to.isAfter(from);
    }
  }
}
