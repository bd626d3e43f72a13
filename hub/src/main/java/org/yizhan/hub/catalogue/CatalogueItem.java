package org.yizhan.hub.catalogue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;
import org.yizhan.station.SupplyItem;
import org.yizhan.station.SupplyItem.Season;

/**
 * One kind of goods.
 *
 * @param unit what one is called: a bottle, a pack
 * @param pack units in a box as it is bought, 1 to 10,000
 * @param millilitres room one unit takes on the way, 1 to 1,000,000
 * @param picture a pictogram of one character
 * @param expires whether a last day is printed on it and must be entered
 * @param withheldDays it is handed out until so many days before that last day, 0 to {@link
 *     #WITHHELD_DAYS_MAX}
 * @param minimum usual for one station
 * @param target usual for one station
 */
public record CatalogueItem(
    ItemCode code,
    BilingualText name,
    BilingualText unit,
    int pack,
    int millilitres,
    String picture,
    boolean expires,
    int withheldDays,
    Set<Season> seasons,
    int minimum,
    int target) {
  public static final int PACK_MAX = 10_000;
  public static final int MILLILITRES_MAX = 1_000_000;
  public static final int WITHHELD_DAYS_MAX = 365;
  public static final int PICTURE_CHARACTERS_MAX = 2;

  public CatalogueItem {
    if (pack < 1 || pack > PACK_MAX) {
      throw new IllegalArgumentException("a box holds 1 to " + PACK_MAX + " units, not " + pack);
    }
    if (millilitres < 1 || millilitres > MILLILITRES_MAX) {
      throw new IllegalArgumentException(
          "a unit takes 1 to " + MILLILITRES_MAX + " millilitres, not " + millilitres);
    }
    int characters = picture.codePointCount(0, picture.length());
    if (picture.isBlank() || characters > PICTURE_CHARACTERS_MAX) {
      throw new IllegalArgumentException("the pictogram is one character");
    }
    if (withheldDays < 0 || withheldDays > WITHHELD_DAYS_MAX) {
      throw new IllegalArgumentException(
          "goods are withheld 0 to "
              + WITHHELD_DAYS_MAX
              + " days before their last day, not "
              + withheldDays);
    }
    if (seasons.isEmpty()) {
      throw new IllegalArgumentException("an item needs at least one season");
    }
    seasons = Set.copyOf(EnumSet.copyOf(seasons));
    if (minimum < 0 || target < 1 || minimum > target || target > SupplyItem.QUANTITY_MAX) {
      throw new IllegalArgumentException(
          "minimum and target must satisfy 0 ≤ minimum ≤ target ≤ " + SupplyItem.QUANTITY_MAX);
    }
  }

  /**
   * The last day it is handed out.
   *
   * @param printed the last day printed on it
   */
  public LocalDate handedOutUntil(LocalDate printed) {
    return printed.minusDays(withheldDays);
  }
}
