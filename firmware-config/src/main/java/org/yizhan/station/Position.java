package org.yizhan.station;

import java.util.Locale;

/**
 * A place on the earth in degrees of WGS 84 (EPSG:4326), as satellite receivers and OpenStreetMap
 * give them; north and east are positive. Chinese web maps show GCJ-02, which lies some hundred
 * metres beside it.
 *
 * @param latitude -90 to 90
 * @param longitude -180 to 180
 */
public record Position(double latitude, double longitude) {
  public static final int LATITUDE_MAX = 90;
  public static final int LONGITUDE_MAX = 180;

  /** The earth's mean radius R₁ (IUGG; Moritz, Geodetic Reference System 1980). */
  private static final double EARTH_KM = 6371.0088;

  public Position {
    if (!(Math.abs(latitude) <= LATITUDE_MAX && Math.abs(longitude) <= LONGITUDE_MAX)) {
      throw new IllegalArgumentException(
          "a position lies between -90 and 90 degrees north and -180 and 180 degrees east, not at "
              + latitude
              + ", "
              + longitude);
    }
    latitude += 0.0; // no minus zero, which would be another position
    longitude += 0.0;
  }

  /**
   * Kilometres along the great circle, on a sphere (haversine): at most 0.6 % off the ellipsoid.
   */
  public double kilometresTo(Position other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double half =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east / 2));
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
  }

  private static double square(double value) {
    return value * value;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.5f, %.5f", latitude, longitude);
  }
}
