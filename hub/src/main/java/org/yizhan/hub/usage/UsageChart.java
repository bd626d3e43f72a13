package org.yizhan.hub.usage;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Visits of a span of local days, added up for charts.
 *
 * @param days one entry for every day of the span, empty ones too, in order
 * @param week visits by weekday (Monday first) and local hour: 7 × 24
 */
public record UsageChart(ZoneId zone, List<Day> days, List<List<Integer>> week) {
  /** Longest span that is charted. */
  public static final int DAYS_MAX = 400;

  private static final int WEEKS_COMPARED = 4;

  public UsageChart {
    days = List.copyOf(days);
    week = week.stream().map(List::copyOf).toList();
  }

  /** One local day by evidence. */
  public record Day(LocalDate date, int passAndDoor, int passOnly, int sensorOnly) {
    public int visits() {
      return passAndDoor + passOnly + sensorOnly;
    }
  }

  /** A weekday and hour with its visits. */
  public record Peak(DayOfWeek day, int hour, int visits) {}

  /**
   * Adds up the hours that fall into {@code from} (inclusive) to {@code to} (exclusive) in this
   * zone; others are left out.
   */
  public static UsageChart of(List<HourlyVisits> hours, ZoneId zone, LocalDate from, LocalDate to) {
    int length = Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    if (length < 1 || length > DAYS_MAX) {
      throw new IllegalArgumentException("a chart shows 1 to " + DAYS_MAX + " days");
    }
    int[] proved = new int[length];
    int[] unwatched = new int[length];
    int[] sensed = new int[length];
    Integer[][] week = new Integer[7][24];
    for (Integer[] day : week) {
      Arrays.fill(day, 0);
    }
    for (HourlyVisits hour : hours) {
      ZonedDateTime local = hour.hour().atZone(zone);
      long day = local.toLocalDate().toEpochDay() - from.toEpochDay();
      if (day >= 0 && day < length) {
        proved[(int) day] += hour.passAndDoor();
        unwatched[(int) day] += hour.passOnly();
        sensed[(int) day] += hour.sensorOnly();
        week[local.getDayOfWeek().getValue() - 1][local.getHour()] += hour.visits();
      }
    }
    List<Day> days = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      days.add(new Day(from.plusDays(i), proved[i], unwatched[i], sensed[i]));
    }
    return new UsageChart(zone, days, Arrays.stream(week).map(List::of).toList());
  }

  public int visits() {
    return days.stream().mapToInt(Day::visits).sum();
  }

  public int passAndDoor() {
    return days.stream().mapToInt(Day::passAndDoor).sum();
  }

  public int passOnly() {
    return days.stream().mapToInt(Day::passOnly).sum();
  }

  /** Visits by local hour of the day, 24 of them, over all days. */
  public List<Integer> byHour() {
    List<Integer> sums = new ArrayList<>(24);
    for (int hour = 0; hour < 24; hour++) {
      int at = hour;
      sums.add(week.stream().mapToInt(day -> day.get(at)).sum());
    }
    return sums;
  }

  /** The busiest cell of the matrix; empty without visits, the first one when several are equal. */
  public Optional<Peak> peak() {
    Peak best = new Peak(DayOfWeek.MONDAY, 0, 0);
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int hour = 0; hour < 24; hour++) {
        int visits = week.get(day.getValue() - 1).get(hour);
        if (visits > best.visits()) {
          best = new Peak(day, hour, visits);
        }
      }
    }
    return best.visits() > 0 ? Optional.of(best) : Optional.empty();
  }

  /** Visits from midnight to {@code now}, local time. */
  public static int todaySoFar(List<HourlyVisits> hours, ZoneId zone, Instant now) {
    return untilHourOf(hours, zone, now.atZone(zone));
  }

  /**
   * What the same weekday had by this hour: the median of the four weeks before, or empty when
   * fewer than two of them lie after the first visit known.
   */
  public static OptionalInt usuallyByNow(List<HourlyVisits> hours, ZoneId zone, Instant now) {
    Optional<Instant> first = hours.stream().map(HourlyVisits::hour).min(Instant::compareTo);
    if (first.isEmpty()) {
      return OptionalInt.empty();
    }
    LocalDate begin = first.get().atZone(zone).toLocalDate();
    List<Integer> past = new ArrayList<>();
    for (int weeks = 1; weeks <= WEEKS_COMPARED; weeks++) {
      ZonedDateTime then = now.atZone(zone).minusWeeks(weeks);
      if (!then.toLocalDate().isBefore(begin)) {
        past.add(untilHourOf(hours, zone, then));
      }
    }
    if (past.size() < 2) {
      return OptionalInt.empty();
    }
    past.sort(Integer::compare);
    int middle = past.size() / 2;
    return OptionalInt.of(
        past.size() % 2 == 1
            ? past.get(middle)
            : Math.round((past.get(middle - 1) + past.get(middle)) / 2f));
  }

  private static int untilHourOf(List<HourlyVisits> hours, ZoneId zone, ZonedDateTime until) {
    Instant midnight = until.toLocalDate().atStartOfDay(zone).toInstant();
    return hours.stream()
        .filter(h -> !h.hour().isBefore(midnight) && !h.hour().isAfter(until.toInstant()))
        .mapToInt(HourlyVisits::visits)
        .sum();
  }
}
