package org.yizhan.edge.station;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.ShelfLevel;

/**
 * What the station was told to be and to do.
 *
 * @param levels what the hub says stands on the shelves
 * @param applied the revision of each desired state the station is in
 * @param unlocked the momentary orders that were carried out lately, so that each is carried out
 *     once
 */
record StandingOrders(
    StationProfile profile,
    TrustedPassState trusted,
    List<ShelfLevel> levels,
    Map<OrderKind, Long> applied,
    RecentOrders unlocked) {
  StandingOrders {
    levels = List.copyOf(levels);
    applied = Map.copyOf(applied);
  }

  StandingOrders withProfile(StationProfile next, long revision) {
    return new StandingOrders(
        next, trusted, levels, applied(OrderKind.PROFILE, revision), unlocked);
  }

  StandingOrders withTrusted(TrustedPassState next, OrderKind kind, long revision) {
    return new StandingOrders(profile, next, levels, applied(kind, revision), unlocked);
  }

  StandingOrders withLevels(List<ShelfLevel> next) {
    return new StandingOrders(profile, trusted, next, applied, unlocked);
  }

  StandingOrders withLevels(List<ShelfLevel> next, long revision) {
    return new StandingOrders(profile, trusted, next, applied(OrderKind.STOCK, revision), unlocked);
  }

  StandingOrders withUnlocked(RecentOrders next) {
    return new StandingOrders(profile, trusted, levels, applied, next);
  }

  private Map<OrderKind, Long> applied(OrderKind kind, long revision) {
    if (revision == 0) {
      return applied;
    }
    Map<OrderKind, Long> next = new EnumMap<>(OrderKind.class);
    next.putAll(applied);
    next.put(kind, revision);
    return next;
  }
}
