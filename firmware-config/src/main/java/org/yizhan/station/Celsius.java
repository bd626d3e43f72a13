package org.yizhan.station;

import java.util.Locale;

/** A temperature in degrees Celsius, kept in whole hundredths; −90 °C to +125 °C. */
public record Celsius(int hundredths) implements Comparable<Celsius> {
  public static final int HUNDREDTHS_MIN = -9_000;
  public static final int HUNDREDTHS_MAX = 12_500;

  public Celsius {
    if (hundredths < HUNDREDTHS_MIN || hundredths > HUNDREDTHS_MAX) {
      throw new IllegalArgumentException(
          "a temperature lies between -90 and 125 °C, not " + hundredths / 100.0);
    }
  }

  public static Celsius of(double degrees) {
    return new Celsius(Math.toIntExact(Math.round(degrees * 100)));
  }

  public double degrees() {
    return hundredths / 100.0;
  }

  @Override
  public int compareTo(Celsius other) {
    return Integer.compare(hundredths, other.hundredths);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f °C", degrees());
  }
}
