package org.yizhan.hub.stock;

import java.time.LocalDate;
import org.yizhan.station.SupplyItem.Season;

/** Which season a day is in, as {@link Season} defines them. */
public final class Seasons {
  private Seasons() {}

  public static Season of(LocalDate day) {
    return switch (day.getMonth()) {
      case JUNE, JULY, AUGUST, SEPTEMBER -> Season.SUMMER;
      case NOVEMBER, DECEMBER, JANUARY, FEBRUARY, MARCH -> Season.WINTER;
      case APRIL, MAY, OCTOBER -> Season.BETWEEN;
    };
  }
}
