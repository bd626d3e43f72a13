package org.yizhan.station;

/**
 * Inside these limits the room is fit for a rest; an alarm begins outside and ends only once the
 * reading is {@code hysteresis} back inside.
 *
 * @param hysteresisHundredths hundredths of a degree, 10 to 500
 */
public record ClimateLimits(Celsius coldest, Celsius warmest, int hysteresisHundredths) {
  public static final ClimateLimits USUAL = new ClimateLimits(Celsius.of(10), Celsius.of(32), 100);

  public ClimateLimits {
    if (coldest.compareTo(warmest) >= 0) {
      throw new IllegalArgumentException("the coldest limit must lie below the warmest");
    }
    if (hysteresisHundredths < 10 || hysteresisHundredths > 500) {
      throw new IllegalArgumentException("hysteresis lies between 0.1 and 5 degrees");
    }
  }
}
