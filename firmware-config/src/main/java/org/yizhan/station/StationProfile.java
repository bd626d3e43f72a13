package org.yizhan.station;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one station is and how it behaves. Read from YAML by {@code ProfileReader}; this constructor
 * is the last guard, so a profile that exists is one a door can be run by.
 *
 * @param host whose premises the station is in; empty when it stands by itself
 * @param capacity how many people fit inside, 1 to 500
 * @param offers what there is besides the supplies
 * @param position where it stands; empty where nobody has said so, and then no route leads to it
 */
public record StationProfile(
    StationId id,
    BilingualText name,
    UnionPlace place,
    StationKind kind,
    Optional<BilingualText> host,
    ZoneId zone,
    OpeningHours hours,
    DoorPolicy door,
    List<Fixture> fixtures,
    ClimateLimits climate,
    List<SupplyItem> supplies,
    int capacity,
    Set<Amenity> offers,
    Optional<Position> position) {
  public static final int FIXTURES_MAX = 64;
  public static final int SUPPLIES_MAX = 100;
  public static final int CAPACITY_MAX = 500;

  public StationProfile {
    fixtures = List.copyOf(fixtures);
    supplies = List.copyOf(supplies);
    offers = Set.copyOf(offers);
    if (capacity < 1 || capacity > CAPACITY_MAX) {
      throw new IllegalArgumentException("capacity lies between 1 and " + CAPACITY_MAX);
    }
    if (fixtures.size() > FIXTURES_MAX || supplies.size() > SUPPLIES_MAX) {
      throw new IllegalArgumentException(
          "a station has at most "
              + FIXTURES_MAX
              + " fixtures and "
              + SUPPLIES_MAX
              + " supply items");
    }
    Set<Object> seen = new HashSet<>();
    for (Fixture fixture : fixtures) {
      if (!seen.add(fixture.name())) {
        throw new IllegalArgumentException("two fixtures are named " + fixture.name());
      }
    }
    for (SupplyItem item : supplies) {
      if (!seen.add(item.code())) {
        throw new IllegalArgumentException("supply item " + item.code() + " stands twice");
      }
    }
  }

  /** The same station with other supplies. */
  public StationProfile withSupplies(List<SupplyItem> stocked) {
    return new StationProfile(
        id, name, place, kind, host, zone, hours, door, fixtures, climate, stocked, capacity,
        offers, position);
  }

  /** A station of which it is not said where it stands. */
  public StationProfile(
      StationId id,
      BilingualText name,
      UnionPlace place,
      StationKind kind,
      Optional<BilingualText> host,
      ZoneId zone,
      OpeningHours hours,
      DoorPolicy door,
      List<Fixture> fixtures,
      ClimateLimits climate,
      List<SupplyItem> supplies,
      int capacity,
      Set<Amenity> offers) {
    this(
        id,
        name,
        place,
        kind,
        host,
        zone,
        hours,
        door,
        fixtures,
        climate,
        supplies,
        capacity,
        offers,
        Optional.empty());
  }

  /** A station of which it is neither said what it offers nor where it stands. */
  public StationProfile(
      StationId id,
      BilingualText name,
      UnionPlace place,
      StationKind kind,
      Optional<BilingualText> host,
      ZoneId zone,
      OpeningHours hours,
      DoorPolicy door,
      List<Fixture> fixtures,
      ClimateLimits climate,
      List<SupplyItem> supplies,
      int capacity) {
    this(
        id, name, place, kind, host, zone, hours, door, fixtures, climate, supplies, capacity,
        Set.of());
  }

  /** All fixtures of one kind, in the profile's order. */
  public <F extends Fixture> List<F> fixtures(Class<F> kind) {
    return fixtures.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
