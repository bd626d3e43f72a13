package org.yizhan.hub.stock;

import java.time.LocalDate;
import java.util.Set;
import org.yizhan.station.SupplyItem.Season;

/** Which season a day is in, as {@link Season} defines them. */
public final class Seasons {
  private Seasons() {}

  /**
   * Whether something is in season.
   *
   * @param seasons when it is stocked
   * @param epidemic whether the union declares one; it comes on top of the day's own season
   */
  public static boolean include(Set<Season> seasons, LocalDate day, boolean epidemic) {
    return seasons.contains(of(day)) || (epidemic && seasons.contains(Season.EPIDEMIC));
  }

  /** The season of the calendar, which knows no epidemic. */
  public static Season of(LocalDate day) {
    return switch (day.getMonth()) {
      case JUNE, JULY, AUGUST, SEPTEMBER -> Season.SUMMER;
      case NOVEMBER, DECEMBER, JANUARY, FEBRUARY, MARCH -> Season.WINTER;
      case APRIL, MAY, OCTOBER -> Season.BETWEEN;
    };
  }
}
