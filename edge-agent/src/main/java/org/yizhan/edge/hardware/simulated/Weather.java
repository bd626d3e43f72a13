package org.yizhan.edge.hardware.simulated;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.yizhan.station.Celsius;
import org.yizhan.station.ClimateLimits;
import org.yizhan.station.RelativeHumidity;

/**
 * The weather of one day in the plain of northern China: 27 °C in July, −1 °C in January, ten
 * degrees between night and afternoon; inside, heating and air conditioning take off most of it.
 */
final class Weather {
  private static final double YEAR_MEAN = 13;
  private static final double YEAR_SWING = 14;
  private static final double DAY_SWING = 5;
  private static final double COMFORT = 22;
  private static final double FRIDGE_WARMS_AN_HOUR = 3;
  private static final int HOTTEST_DAY = 205;

  private final double dayMean;
  private final boolean rain;
  private final int heatingOffFrom;

  Weather(LocalDate date, RandomGenerator random) {
    double season = Math.cos(2 * Math.PI * (date.getDayOfYear() - HOTTEST_DAY) / 365.25);
    dayMean = YEAR_MEAN + YEAR_SWING * season + random.nextGaussian() * 2.5;
    rain = random.nextDouble() < 0.18 + 0.12 * season;
    // once in three weeks heating, air conditioning or compressor stops for some hours
    heatingOffFrom = random.nextInt(21) == 0 ? random.nextInt(20) : -1;
  }

  boolean isRainy() {
    return rain;
  }

  /** In the middle between what the profile allows a fridge, and warmer while it stands still. */
  Celsius inFridge(double hour, ClimateLimits limits, RandomGenerator random) {
    double middle = (limits.coldest().degrees() + limits.warmest().degrees()) / 2;
    double swing = (limits.warmest().degrees() - limits.coldest().degrees()) / 6;
    // the compressor goes on and off about every forty minutes
    double compressor = swing * Math.cos(2 * Math.PI * hour * 1.5);
    double off = isOff(hour) ? (hour - heatingOffFrom) * FRIDGE_WARMS_AN_HOUR : 0;
    return Celsius.of(middle + compressor + off + random.nextGaussian() * 0.08);
  }

  private boolean isOff(double hour) {
    return heatingOffFrom >= 0 && hour >= heatingOffFrom && hour < heatingOffFrom + 3;
  }

  Celsius inside(double hour, RandomGenerator random) {
    double outside = dayMean + DAY_SWING * Math.cos(2 * Math.PI * (hour - 15) / 24);
    double kept = isOff(hour) ? 0.15 : 0.8;
    return Celsius.of(COMFORT * kept + outside * (1 - kept) + random.nextGaussian() * 0.08);
  }

  RelativeHumidity humidity(double hour, RandomGenerator random) {
    double percent = (rain ? 68 : 45) - 8 * Math.cos(2 * Math.PI * (hour - 4) / 24);
    return new RelativeHumidity(
        Math.clamp(Math.round(percent + random.nextGaussian() * 1.5), 5, 98));
  }
}
