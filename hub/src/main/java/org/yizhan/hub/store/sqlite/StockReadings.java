package org.yizhan.hub.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.hub.stock.Seasons;
import org.yizhan.hub.stock.Shelf;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;
import org.yizhan.station.SupplyItem;
import org.yizhan.station.UnionPlace;

/** What stands on the shelves, from the tables. */
final class StockReadings {
  private static final String REGISTERED =
      "SELECT s.number, s.id, s.profile_yaml, s.name_zh, s.name_en, s.place FROM station s";

  private static final String LEVELS =
      "SELECT l.station, l.item, l.units, l.how, l.as_of_ms, l.counted_ms, l.doubt, l.doubt_ms,"
          + " l.doubt_expected, l.doubt_found, o.known, o.p10, o.p50, o.p90, o.days_known, o.expires, o.expiring,"
          + " o.unused, o.day, o.low, o.high FROM stock_level l LEFT JOIN stock_outlook o ON o.station = l.station"
          + " AND o.item = l.item";

  private static final int EVERY_STATION = -1;

  /** As long as a loan may be over its time before its keeper is told. */
  private static final Duration LENT_WAITED_FOR = Duration.ofDays(7);

  private final Profiles profiles;
  private final ZoneId usualZone;

  StockReadings(Profiles profiles, ZoneId usualZone) {
    this.profiles = profiles;
    this.usualZone = usualZone;
  }

  private record Registered(
      int number,
      StationId id,
      BilingualText name,
      UnionPlace place,
      Optional<StationProfile> profile) {
    ZoneId zone(ZoneId otherwise) {
      return profile.map(StationProfile::zone).orElse(otherwise);
    }
  }

  /** A row of the table of levels, not yet joined with what the profile says of the item. */
  private record Level(
      OptionalInt units,
      StockLevel.Evidence how,
      long asOfMs,
      long countedMs,
      Optional<Shelf.Contradiction> doubt,
      Optional<Outlook> outlook) {}

  List<StockLevel> of(Handle handle, StationId station, Instant now) {
    return one(handle, " WHERE s.id = :id", station, now)
        .map(StationShelf::levels)
        .orElse(List.of());
  }

  /** The shelf of a station that is not retired. */
  Optional<StationShelf> shelf(Handle handle, StationId station, Instant now) {
    return one(handle, " WHERE s.id = :id AND s.retired_ms IS NULL", station, now);
  }

  private Optional<StationShelf> one(Handle handle, String which, StationId station, Instant now) {
    Optional<Registered> registered =
        handle
            .createQuery(REGISTERED + which)
            .bind("id", station.value())
            .map((row, context) -> registered(row))
            .findOne();
    if (registered.isEmpty()) {
      return Optional.empty();
    }
    Map<ItemCode, Level> levels = new LinkedHashMap<>();
    handle
        .createQuery(LEVELS + " WHERE l.station = :station ORDER BY l.item")
        .bind("station", registered.get().number())
        .map((row, context) -> levels.put(new ItemCode(row.getString(2)), level(row)))
        .list();
    return Optional.of(
        shelf(registered.get(), levels, known(handle, registered.get().number(), now)));
  }

  private StationShelf shelf(Registered station, Map<ItemCode, Level> levels, Known known) {
    return new StationShelf(
        station.id(),
        station.name(),
        station.place(),
        station.zone(usualZone),
        station.profile().flatMap(StationProfile::position),
        station.profile().map(StationProfile::hours),
        join(station, levels, known));
  }

  /** The same for every station at or below a place that is not retired nor in quarantine. */
  List<StationShelf> below(Handle handle, String place, Instant now) {
    List<Registered> stations =
        handle
            .createQuery(
                REGISTERED
                    + " WHERE s.retired_ms IS NULL AND s.quarantined = 0 AND (:place = '' OR s.place = :place OR (s.place >="
                    + " :place || '/' AND s.place < :place || '0')) ORDER BY s.id")
            .bind("place", place)
            .map((row, context) -> registered(row))
            .list();
    Map<Integer, Map<ItemCode, Level>> levels = new HashMap<>();
    // stations first, then their levels by key: joined, every level of the network would be read
    handle
        .createQuery(
            LEVELS
                + " WHERE l.station IN (SELECT number FROM station WHERE :place = '' OR place = :place"
                + " OR (place >= :place || '/' AND place < :place || '0'))")
        .bind("place", place)
        .map(
            (row, context) ->
                levels
                    .computeIfAbsent(row.getInt(1), _ -> new LinkedHashMap<>())
                    .put(new ItemCode(row.getString(2)), level(row)))
        .list();
    Known known = known(handle, EVERY_STATION, now);
    List<StationShelf> all = new ArrayList<>();
    for (Registered station : stations) {
      all.add(shelf(station, levels.getOrDefault(station.number(), Map.of()), known));
    }
    return all;
  }

  static Set<UnionPlace> places(Handle handle) {
    return handle
        .createQuery(
            "SELECT DISTINCT place FROM station WHERE retired_ms IS NULL AND quarantined = 0")
        .mapTo(String.class)
        .map(UnionPlace::of)
        .set();
  }

  private Registered registered(ResultSet row) throws SQLException {
    return new Registered(
        row.getInt(1),
        new StationId(row.getString(2)),
        new BilingualText(row.getString(4), row.getString(5)),
        UnionPlace.of(row.getString(6)),
        profiles.read(row.getInt(1), row.getString(3)));
  }

  private static Level level(ResultSet row) throws SQLException {
    int units = row.getInt(3);
    OptionalInt known = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(units);
    @Nullable String doubt = row.getString(7);
    return new Level(
        known,
        StockLevel.Evidence.valueOf(row.getString(4)),
        row.getLong(5),
        row.getLong(6),
        doubt == null
            ? Optional.empty()
            : Optional.of(
                new Shelf.Contradiction(
                    Shelf.Contradiction.Kind.valueOf(doubt),
                    row.getLong(8),
                    row.getInt(9),
                    row.getInt(10))),
        OutlookRows.read(row, 11, units));
  }

  private record OutKey(int station, ItemCode item) {}

  /** What is to be known besides levels and profiles: what is lent out, and the time it is. */
  private record Known(Map<OutKey, Integer> out, Instant now, boolean epidemic) {}

  private static Known known(Handle handle, int station, Instant now) {
    return new Known(out(handle, station, now), now, epidemic(handle));
  }

  /**
   * Things that are lent and come back: so many fewer need to stand on the shelf, and nobody needs
   * to bring them. What is out a week past its time is not waited for.
   *
   * @param station its number, or {@link #EVERY_STATION}
   */
  private static Map<OutKey, Integer> out(Handle handle, int station, Instant now) {
    Map<OutKey, Integer> out = new HashMap<>();
    handle
        .createQuery(
            "SELECT t.station, t.item, count(*) FROM lent_thing t WHERE "
                + (station == EVERY_STATION ? "" : "t.station = :station AND ")
                + "t.retired_ms IS NULL AND (SELECT l.back_by_ms FROM loan_event l WHERE l.tag = t.tag ORDER BY l.at_ms DESC,"
                + " l.fact DESC LIMIT 1) > :waited GROUP BY t.station, t.item")
        .bind("waited", now.minus(LENT_WAITED_FOR).toEpochMilli())
        .bindMap(station == EVERY_STATION ? Map.of() : Map.of("station", station))
        .map(
            (row, context) ->
                out.put(new OutKey(row.getInt(1), new ItemCode(row.getString(2))), row.getInt(3)))
        .list();
    return out;
  }

  /** Whether the union declares an epidemic: the setting of that name. */
  private static boolean epidemic(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM hub_setting WHERE name = 'epidemic' AND value = '1'")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** The items of the profile in its order, then what is there besides. */
  private List<StockLevel> join(Registered station, Map<ItemCode, Level> levels, Known known) {
    LocalDate today = known.now().atZone(station.zone(usualZone)).toLocalDate();
    Map<ItemCode, Level> left = new LinkedHashMap<>(levels);
    List<StockLevel> joined = new ArrayList<>();
    for (SupplyItem item : station.profile().map(StationProfile::supplies).orElse(List.of())) {
      int lent = known.out().getOrDefault(new OutKey(station.number(), item.code()), 0);
      boolean inSeason = Seasons.include(item.seasons(), today, known.epidemic());
      joined.add(
          joined(
              item.code(),
              item.name(),
              Math.max(0, item.minimum() - lent),
              Math.max(1, item.target() - lent),
              inSeason,
              Optional.ofNullable(left.remove(item.code())),
              item.shelf(),
              item.terms() instanceof SupplyItem.Lent));
    }
    left.forEach(
        (code, level) ->
            joined.add(
                joined(
                    code,
                    new BilingualText(code.value(), code.value()),
                    0,
                    0,
                    true,
                    Optional.of(level),
                    Optional.empty(),
                    false)));
    return joined;
  }

  private static StockLevel joined(
      ItemCode code,
      BilingualText name,
      int minimum,
      int target,
      boolean inSeason,
      Optional<Level> level,
      Optional<String> shelf,
      boolean lent) {
    return new StockLevel(
        code,
        name,
        level.map(Level::units).orElse(OptionalInt.empty()),
        minimum,
        target,
        inSeason,
        level.map(Level::how),
        level.map(known -> Instant.ofEpochMilli(known.asOfMs())),
        level
            .filter(known -> known.countedMs() > 0)
            .map(known -> Instant.ofEpochMilli(known.countedMs())),
        level.flatMap(Level::doubt),
        level.flatMap(Level::outlook),
        shelf,
        lent);
  }
}
