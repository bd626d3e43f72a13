package org.yizhan.edge.hardware.simulated;

import java.time.DayOfWeek;
import java.util.random.RandomGenerator;

/** The kinds of workers who come, each with the hours of its shifts. */
enum Trade {
  /** Lunch and evening peaks; rests after them. */
  COURIER(10, 1.15, 8, "0000001124" + "79CA645986" + "5431"),
  /** Streets are swept before the city wakes. */
  STREET_CLEANER(4, 0.85, 20, "00016A9523" + "3542332100" + "0000"),
  DRIVER(3, 1.0, 12, "2111123433" + "3454333444" + "4543"),
  /** Rides from late evening until the small hours. */
  NIGHT_RIDER(3, 1.25, 15, "9853100000" + "0000000001" + "369A");

  private static final int HOURS = 24;
  private static final int RADIX = 16;

  private final double perDay;
  private final double atWeekend;
  private final int stayMinutes;
  private final String byHour;

  /**
   * @param byHour how busy each hour of the day is, 0 to F
   */
  Trade(double perDay, double atWeekend, int stayMinutes, String byHour) {
    this.perDay = perDay;
    this.atWeekend = atWeekend;
    this.stayMinutes = stayMinutes;
    this.byHour = byHour;
  }

  /** How many come on such a day to an ordinary station, on average. */
  double comingOn(DayOfWeek day) {
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return perDay * (weekend ? atWeekend : 1);
  }

  /** The second of the day at which one of them comes. */
  int secondOfDay(RandomGenerator random) {
    int all = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      all += weight(hour);
    }
    int drawn = random.nextInt(all);
    int hour = 0;
    while (drawn >= weight(hour)) {
      drawn -= weight(hour);
      hour++;
    }
    return hour * 3_600 + random.nextInt(3_600);
  }

  private int weight(int hour) {
    return Character.digit(byHour.charAt(hour), RADIX);
  }

  /** How long one of them stays: 5 to 40 minutes. */
  int staySeconds(RandomGenerator random) {
    double minutes = stayMinutes * Math.exp(random.nextGaussian() * 0.5);
    return (int) (Math.clamp(minutes, 5, 40) * 60);
  }
}
