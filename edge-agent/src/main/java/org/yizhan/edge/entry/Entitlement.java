package org.yizhan.edge.entry;

import java.util.List;
import java.util.Optional;
import org.yizhan.station.Fixture;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SupplyItem;
import org.yizhan.station.SupplyItem.DailyPerPass;

/**
 * What one pass may take a day where a scan is the taking: at a fridge or a counter. A station with
 * a door is entered for many reasons; there an entitlement is written on the shelf and keeps nobody
 * out.
 *
 * @param units a day, 1 to {@link DailyPerPass#UNITS_MAX}
 */
record Entitlement(ItemCode item, int units) {

  /**
   * Of this station. None where it has a lock or anything that watches a door; and none where
   * several items are handed out so, since then nobody knows which of them was taken.
   */
  static Optional<Entitlement> of(StationProfile profile) {
    if (!profile.fixtures(Fixture.Lock.class).isEmpty() || Door.isWatched(profile)) {
      return Optional.empty();
    }
    List<Entitlement> all = profile.supplies().stream().flatMap(item -> of(item).stream()).toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private static Optional<Entitlement> of(SupplyItem item) {
    return item.terms() instanceof DailyPerPass(int units)
        ? Optional.of(new Entitlement(item.code(), units))
        : Optional.empty();
  }
}
