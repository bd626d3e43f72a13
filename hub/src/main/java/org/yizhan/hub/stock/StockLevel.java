package org.yizhan.hub.stock;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;

/**
 * How much of an item a station has, how that is known, and since when.
 *
 * @param units empty when nobody ever counted and nothing weighs it
 * @param minimum less what is lent and comes back, as is the target
 * @param inSeason whether it is stocked at this time of the year
 * @param how what the level stands on; empty when nothing is known
 * @param asOf when it was so
 * @param countedAt when a person last counted
 * @param contradiction what does not fit together
 * @param outlook what will become of it; empty until it was reckoned
 * @param shelf where it stands, as it is written there; empty when the profile does not say
 * @param lent whether what is taken comes back
 */
public record StockLevel(
    ItemCode item,
    BilingualText name,
    OptionalInt units,
    int minimum,
    int target,
    boolean inSeason,
    Optional<Evidence> how,
    Optional<Instant> asOf,
    Optional<Instant> countedAt,
    Optional<Shelf.Contradiction> contradiction,
    Optional<Outlook> outlook,
    Optional<String> shelf,
    boolean lent) {
  /** How a level is known. */
  public enum Evidence {
    SCALE,
    COUNTED,
    /** From a count, and what was entered as put in or taken since. */
    RECKONED
  }

  /** Whether it must be restocked: in season, and known to be below the minimum. */
  public boolean isBelowMinimum() {
    return inSeason && units.isPresent() && units.getAsInt() < minimum;
  }

  /**
   * Units up to the target; none out of season, or while the level is unknown. What is lent comes
   * back: of that nothing is brought until fewer than the minimum are left.
   */
  public int toBring() {
    return inSeason && units.isPresent() && (!lent || isBelowMinimum())
        ? Math.max(0, target - units.getAsInt())
        : 0;
  }
}
