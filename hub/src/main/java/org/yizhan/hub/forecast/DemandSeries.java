package org.yizhan.hub.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of one item's demand at one station, in the order of days. Days that no observation
 * covers are unknown, which is something other than zero.
 */
public final class DemandSeries {
  /** From the first day to the last; older days tell nothing about the coming weeks. */
  public static final int DAYS_MAX = 1_000;

  /** Stands for a day nobody knows about in {@link #ofDays}. */
  public static final int UNKNOWN = -1;

  private final long firstEpochDay;
  private final int[] starts;
  private final int[] lengths;
  private final int[] units;
  private final boolean[] atLeast;

  private DemandSeries(
      long firstEpochDay, int[] starts, int[] lengths, int[] units, boolean[] atLeast) {
    this.firstEpochDay = firstEpochDay;
    this.starts = starts;
    this.lengths = lengths;
    this.units = units;
    this.atLeast = atLeast;
  }

  /**
   * The series of these observations, in any order.
   *
   * @throws IllegalArgumentException when two overlap, or they reach over more than {@link
   *     #DAYS_MAX} days
   */
  public static DemandSeries of(List<? extends Observed> observations) {
    if (observations.size() > DAYS_MAX) {
      throw new IllegalArgumentException(
          observations.size() + " observations of demand; give " + DAYS_MAX + " at most");
    }
    List<Observed> sorted =
        observations.stream()
            .<Observed>map(each -> each)
            .sorted(Comparator.comparing(Observed::firstDay))
            .toList();
    long first = sorted.isEmpty() ? 0 : sorted.getFirst().firstDay().toEpochDay();
    int[] starts = new int[sorted.size()];
    int[] lengths = new int[sorted.size()];
    int[] units = new int[sorted.size()];
    boolean[] atLeast = new boolean[sorted.size()];
    long next = 0;
    for (int index = 0; index < units.length; index++) {
      Observed observed = sorted.get(index);
      long start = observed.firstDay().toEpochDay() - first;
      long end = observed.lastDay().toEpochDay() - first;
      if (start < next) {
        throw new IllegalArgumentException(
            "demand of " + observed.firstDay() + " is given twice; merge the two observations");
      }
      if (end >= DAYS_MAX) {
        throw new IllegalArgumentException(
            "demand from %s to %s; give the last %d days at most"
                .formatted(sorted.getFirst().firstDay(), observed.lastDay(), DAYS_MAX));
      }
      starts[index] = (int) start;
      lengths[index] = (int) (end - start + 1);
      units[index] = observed.units();
      atLeast[index] = observed instanceof Observed.AtLeast;
      next = end + 1;
    }
    return new DemandSeries(first, starts, lengths, units, atLeast);
  }

  /**
   * The series of single days, one after the other.
   *
   * @param units of each day from {@code firstDay} on, or {@link #UNKNOWN}
   * @throws IllegalArgumentException when there are more than {@link #DAYS_MAX}, or a number no day
   *     can have
   */
  public static DemandSeries ofDays(LocalDate firstDay, int... units) {
    if (units.length > DAYS_MAX) {
      throw new IllegalArgumentException(
          units.length + " days of demand; give the last " + DAYS_MAX + " at most");
    }
    int[] starts = new int[units.length];
    int[] known = new int[units.length];
    int count = 0;
    for (int day = 0; day < units.length; day++) {
      if (units[day] != UNKNOWN) {
        starts[count] = day;
        known[count++] = new Observed.Day(firstDay.plusDays(day), units[day]).units();
      }
    }
    int[] lengths = new int[count];
    Arrays.fill(lengths, 1);
    return new DemandSeries(
        firstDay.toEpochDay(),
        Arrays.copyOf(starts, count),
        lengths,
        Arrays.copyOf(known, count),
        new boolean[count]);
  }

  /** Days whose demand is known, by itself or within a span, and not only that it was no less. */
  public int daysKnown() {
    int days = 0;
    for (int index = 0; index < lengths.length; index++) {
      days += atLeast[index] ? 0 : lengths[index];
    }
    return days;
  }

  /** Units taken, as far as is known. */
  public long unitsKnown() {
    return Arrays.stream(units).asLongStream().sum();
  }

  int count() {
    return units.length;
  }

  /** The day an observation begins, in days since 1970-01-01. */
  long epochDay(int index) {
    return firstEpochDay + starts[index];
  }

  int days(int index) {
    return lengths[index];
  }

  int units(int index) {
    return units[index];
  }

  /** True when more may have been wanted than the units. */
  boolean atLeast(int index) {
    return atLeast[index];
  }

  /** The day after the last known one, in days since 1970-01-01. */
  long endEpochDay() {
    int last = count() - 1;
    return last < 0 ? firstEpochDay : firstEpochDay + starts[last] + lengths[last];
  }
}
