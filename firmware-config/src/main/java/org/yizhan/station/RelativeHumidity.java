package org.yizhan.station;

/** Relative humidity in whole per cent, 0 to 100. */
public record RelativeHumidity(int percent) {
  public RelativeHumidity {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(
          "relative humidity lies between 0 and 100 %, not " + percent);
    }
  }
}
