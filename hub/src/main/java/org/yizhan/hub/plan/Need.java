package org.yizhan.hub.plan;

import java.util.Optional;
import org.yizhan.station.ItemCode;
import org.yizhan.station.SupplyItem;

/**
 * So many units of an item bring a station to its target.
 *
 * @param units 1 to 10,000
 * @param litresEach the room one unit takes in its packing, the one measure of what a carrier
 *     holds: above 0, up to 1,000 litres
 */
public record Need(ItemCode item, int units, double litresEach) {
  public static final double LITRES_EACH_MAX = 1_000;

  public Need {
    if (units < 1 || units > SupplyItem.QUANTITY_MAX) {
      throw new IllegalArgumentException(
          "of " + item + " 1 to " + SupplyItem.QUANTITY_MAX + " units are needed, not " + units);
    }
    if (!(litresEach > 0 && litresEach <= LITRES_EACH_MAX)) {
      throw new IllegalArgumentException(
          "a unit of " + item + " takes above 0 up to 1000 litres, not " + litresEach);
    }
  }

  /** The room all units take, each rounded up to a millilitre. */
  long millilitres() {
    return units * millilitresEach();
  }

  private long millilitresEach() {
    return (long) Math.ceil(litresEach * 1_000);
  }

  /** As many whole units of these as fit into so much room; empty if not one does. */
  Optional<Need> within(long millilitres) {
    long fit = Math.min(units, millilitres / millilitresEach());
    return fit == 0 ? Optional.empty() : Optional.of(new Need(item, (int) fit, litresEach));
  }
}
