package org.yizhan.hub.plan;

import java.util.regex.Pattern;
import org.yizhan.station.Position;

/**
 * Somebody with a vehicle who makes at most one round: from the start, where the goods are loaded,
 * and back to it.
 *
 * @param name 1 to 80 visible characters, each carrier another
 * @param litres what the vehicle holds, above 0 up to 100,000
 * @param hours when the round may be under way, from leaving to being back
 * @param kmPerHour the usual speed between stations with traffic lights and parking, 1 to 120
 */
public record Carrier(String name, Position start, double litres, Window hours, double kmPerHour) {
  public static final double LITRES_MAX = 100_000;
  public static final double KM_PER_HOUR_MAX = 120;
  private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,80}");

  public Carrier {
    if (!NAME.matcher(name).matches() || name.isBlank()) {
      throw new IllegalArgumentException("a carrier's name has 1 to 80 visible characters");
    }
    if (!(litres > 0 && litres <= LITRES_MAX)) {
      throw new IllegalArgumentException(
          name + " holds above 0 up to 100000 litres, not " + litres);
    }
    if (!(kmPerHour >= 1 && kmPerHour <= KM_PER_HOUR_MAX)) {
      throw new IllegalArgumentException(
          name + " makes 1 to 120 kilometres an hour, not " + kmPerHour);
    }
  }

  /** What it holds, rounded down to a millilitre. */
  int millilitres() {
    return (int) (litres * 1_000);
  }
}
