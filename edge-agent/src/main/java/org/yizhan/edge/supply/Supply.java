package org.yizhan.edge.supply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.yizhan.edge.supply.ShelfState.Candidate;
import org.yizhan.station.Fixture.ShelfScale;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SupplyItem;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Moment;
import org.yizhan.wire.ShelfLevel;

/**
 * Gross weights into whole units. A change counts once it has been steady, so that an elbow on the
 * shelf is no bottle; between two numbers the shelf keeps the one it has, so that drift is none
 * either.
 */
public final class Supply {
  /** A weight is steady when it says the same for so long. */
  static final long STEADY_MS = 3_000;

  /** A weight must lie this far from the known number, in units, before it is another one. */
  static final double LEAVE_UNITS = 0.65;

  private Supply() {}

  /** The next state and the facts it makes. */
  public record Step(SupplyState next, List<Fact> facts) {}

  public static Step afterWeight(
      SupplyState state, FixtureName name, int grams, Moment at, StationProfile profile) {
    Optional<ShelfScale> scale = scales(profile).filter(s -> s.name().equals(name)).findFirst();
    if (scale.isEmpty()) {
      return new Step(state, List.of());
    }
    ShelfState shelf = state.shelf(name);
    OptionalInt units = units(shelf, scale.get(), grams);
    Optional<Candidate> candidate =
        units.isEmpty() ? Optional.empty() : Optional.of(candidate(shelf, units.getAsInt(), at));
    return settle(with(state, name, new ShelfState(shelf.units(), candidate)), at, profile);
  }

  /** Time passed: a scale that only speaks when something changes has said its last word. */
  public static Step afterTime(SupplyState state, Moment at, StationProfile profile) {
    boolean waiting = state.shelves().values().stream().anyMatch(s -> s.candidate().isPresent());
    return waiting ? settle(state, at, profile) : new Step(state, List.of());
  }

  /**
   * What stands on the shelves: what the station's own scales say, else what the hub said; in the
   * profile's order, then what stands there besides.
   *
   * @param told by the hub, each item once
   */
  public static Map<ItemCode, KnownLevel> known(
      SupplyState state, StationProfile profile, List<ShelfLevel> told) {
    Map<ItemCode, KnownLevel> said = new LinkedHashMap<>();
    told.forEach(level -> said.put(level.item(), KnownLevel.told(level)));
    Map<ItemCode, KnownLevel> known = new LinkedHashMap<>();
    for (SupplyItem item : profile.supplies()) {
      KnownLevel before = said.remove(item.code());
      OptionalInt weighed = weighed(state, profile, item.code());
      if (weighed.isPresent()) {
        known.put(item.code(), KnownLevel.weighedNow(weighed.getAsInt()));
      } else if (before != null) {
        known.put(item.code(), before);
      }
    }
    known.putAll(said);
    return known;
  }

  /** On all of the item's scales; empty while one of them says nothing. */
  private static OptionalInt weighed(SupplyState state, StationProfile profile, ItemCode item) {
    List<ShelfScale> scales = scales(profile).filter(s -> s.item().equals(item)).toList();
    List<Integer> units =
        scales.stream().flatMap(s -> state.shelf(s.name()).units().stream()).toList();
    return scales.isEmpty() || units.size() < scales.size()
        ? OptionalInt.empty()
        : OptionalInt.of(units.stream().mapToInt(Integer::intValue).sum());
  }

  /** This scale is gone: what lies on it is not known any more. */
  public static SupplyState without(SupplyState state, FixtureName scale) {
    Map<FixtureName, ShelfState> shelves = new HashMap<>(state.shelves());
    shelves.remove(scale);
    return new SupplyState(shelves);
  }

  private static Step settle(SupplyState state, Moment at, StationProfile profile) {
    List<Fact> facts = new ArrayList<>();
    SupplyState next = state;
    for (ShelfScale scale : profile.fixtures(ShelfScale.class)) {
      ShelfState shelf = state.shelf(scale.name());
      Candidate candidate = shelf.candidate().orElse(null);
      if (candidate == null || at.msSince(candidate.since()) < STEADY_MS) {
        continue;
      }
      Optional<Integer> now = Optional.of(candidate.units());
      next = with(next, scale.name(), new ShelfState(now, Optional.empty()));
      if (!now.equals(shelf.units())) {
        facts.add(new Fact.StockMeasured(scale.item(), candidate.units()));
      }
    }
    return new Step(next, facts);
  }

  /**
   * Empty when the weight says nothing of the stock: the tray is off, or more lies on it than fits.
   */
  private static OptionalInt units(ShelfState shelf, ShelfScale scale, int grams) {
    double exact = ((double) grams - scale.trayGrams()) / scale.unitGrams();
    if (exact < -LEAVE_UNITS || exact > SupplyItem.QUANTITY_MAX) {
      return OptionalInt.empty();
    }
    int known = shelf.units().orElse(-1);
    if (known >= 0 && Math.abs(exact - known) < LEAVE_UNITS) {
      return OptionalInt.of(known);
    }
    return OptionalInt.of((int) Math.max(0, Math.round(exact)));
  }

  private static Candidate candidate(ShelfState shelf, int units, Moment at) {
    return shelf.candidate().filter(c -> c.units() == units).orElse(new Candidate(units, at));
  }

  private static SupplyState with(SupplyState state, FixtureName name, ShelfState shelf) {
    Map<FixtureName, ShelfState> shelves = new HashMap<>(state.shelves());
    shelves.put(name, shelf);
    return new SupplyState(shelves);
  }

  private static Stream<ShelfScale> scales(StationProfile profile) {
    return profile.fixtures(ShelfScale.class).stream();
  }
}
