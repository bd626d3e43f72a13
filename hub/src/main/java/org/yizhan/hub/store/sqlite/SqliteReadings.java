package org.yizhan.hub.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;
import org.yizhan.hub.fleet.UsableNowRule;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.hub.store.KeptFact;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.usage.HourCount;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;
import org.yizhan.station.UnionPlace;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Presence;
import org.yizhan.wire.WireCodec;

/** Answers pages from the tables, on connections that only read. */
public final class SqliteReadings implements Readings {
  /** Where a station's time zone is unknown: all of China keeps one time. */
  static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

  private static final String STATIONS =
      "SELECT s.number, s.id, s.name_zh, s.name_en, s.place, s.profile_yaml, s.quarantined,"
          + " p.connected, p.heard_ms, p.body,"
          + " (SELECT max(j.heard_ms) FROM journal j WHERE j.station = s.number AND j.own = 0) AS facts_ms,"
          + " (SELECT min(j.began_ms) FROM journal j WHERE j.station = s.number AND j.own = 0) AS began_ms"
          + " FROM station s LEFT JOIN presence p ON p.station = s.number"
          + " WHERE s.retired_ms IS NULL";

  private final Jdbi reader;
  private final LastFacts lastFacts = new LastFacts();
  private final Profiles profiles = new Profiles();
  private final StockReadings stock = new StockReadings(profiles, USUAL_ZONE);

  public SqliteReadings(HubDatabase database) {
    this.reader = database.reader();
  }

  @Override
  public List<StationStatus> stations(Instant now) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(STATIONS + " ORDER BY s.id")
                .map((row, context) -> status(handle, row, now))
                .list());
  }

  @Override
  public Optional<StationStatus> station(StationId station, Instant now) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(STATIONS + " AND s.id = :id")
                .bind("id", station.value())
                .map((row, context) -> status(handle, row, now))
                .findOne());
  }

  private StationStatus status(Handle handle, ResultSet row, Instant now) throws SQLException {
    Optional<StationProfile> profile =
        profiles.read(row.getInt("number"), row.getString("profile_yaml"));
    byte[] body = row.getBytes("body");
    Optional<Presence.Snapshot> latest = body == null ? Optional.empty() : snapshot(body);
    OptionalLong heardMs = nullableLong(row, "heard_ms");
    OptionalLong factsMs = nullableLong(row, "facts_ms");
    Optional<Instant> heard = instant(heardMs);
    UsableNow usable =
        UsableNowRule.judge(
            new UsableNowRule.Known(row.getInt("quarantined") != 0, profile, latest, heard), now);
    OptionalLong backlog =
        latest.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(backlog(handle, row.getInt("number"), latest.get()));
    return new StationStatus(
        new StationId(row.getString("id")),
        new BilingualText(row.getString("name_zh"), row.getString("name_en")),
        UnionPlace.of(row.getString("place")),
        profile.map(StationProfile::zone).orElse(USUAL_ZONE),
        usable,
        latest,
        row.getInt("connected") != 0,
        heardMs.isEmpty() || factsMs.orElse(0) > heardMs.getAsLong() ? instant(factsMs) : heard,
        backlog,
        instant(nullableLong(row, "began_ms")),
        backlog.orElse(0) > 0
            ? lastFacts.newestOf(handle, row.getInt("number"))
            : Optional.empty());
  }

  /**
   * What of the numbers a station said it holds has not arrived by now: its own word may be a
   * quarter of an hour old, and its backlog drained since.
   */
  private static long backlog(Handle handle, int station, Presence.Snapshot latest) {
    if (latest.backlog() == 0) {
      return 0;
    }
    Map<String, Long> cursors =
        handle
            .createQuery("SELECT id, next FROM journal WHERE station = :station")
            .bind("station", station)
            .reduceRows(
                new HashMap<String, Long>(),
                (found, row) -> {
                  found.put(row.getColumn("id", String.class), row.getColumn("next", Long.class));
                  return found;
                });
    long missing = 0;
    for (JournalRange range : latest.held()) {
      long first = range.first().value();
      long cursor = cursors.getOrDefault(range.journal().value(), first);
      missing += Math.max(0, range.next().value() - Math.max(first, cursor));
    }
    return Math.min(missing, latest.backlog());
  }

  private static Optional<Presence.Snapshot> snapshot(byte[] body) {
    return WireCodec.readPresence(body) instanceof Presence.Online online
        ? Optional.of(online.now())
        : Optional.empty();
  }

  private static Optional<Instant> instant(OptionalLong ms) {
    return ms.isPresent() ? Optional.of(Instant.ofEpochMilli(ms.getAsLong())) : Optional.empty();
  }

  private static OptionalLong nullableLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  @Override
  public List<HourlyVisits> visitsByHour(StationId station, Instant from, Instant to) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT h.hour, h.pass_and_door, h.pass_only, h.sensor_only FROM visit_hour h"
                        + " JOIN station s ON s.number = h.station"
                        + " WHERE s.id = :id AND h.hour >= :from AND h.hour < :to ORDER BY h.hour")
                .bind("id", station.value())
                .bind("from", firstHourFrom(from))
                .bind("to", firstHourFrom(to))
                .map((row, context) -> hourly(row))
                .list());
  }

  @Override
  public List<HourlyVisits> visitsByHour(String place, Instant from, Instant to) {
    // '0' is the character after '/': everything below the place lies between the two
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT h.hour, sum(h.pass_and_door), sum(h.pass_only), sum(h.sensor_only) FROM station s"
                        + " JOIN visit_hour h ON h.station = s.number"
                        + " WHERE s.quarantined = 0 AND (:place = '' OR s.place = :place"
                        + " OR (s.place >= :place || '/' AND s.place < :place || '0'))"
                        + " AND h.hour >= :from AND h.hour < :to GROUP BY h.hour ORDER BY h.hour")
                .bind("place", place)
                .bind("from", firstHourFrom(from))
                .bind("to", firstHourFrom(to))
                .map((row, context) -> hourly(row))
                .list());
  }

  @Override
  public Map<StationId, List<HourlyVisits>> visitsByHourOfEach(Instant from, Instant to) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT h.hour, h.pass_and_door, h.pass_only, h.sensor_only, s.id FROM station s"
                        + " JOIN visit_hour h ON h.station = s.number"
                        + " WHERE h.hour >= :from AND h.hour < :to ORDER BY s.number, h.hour")
                .bind("from", firstHourFrom(from))
                .bind("to", firstHourFrom(to))
                .reduceRows(
                    new HashMap<StationId, List<HourlyVisits>>(),
                    (found, row) -> {
                      found
                          .computeIfAbsent(
                              new StationId(row.getColumn(5, String.class)), _ -> new ArrayList<>())
                          .add(
                              new HourlyVisits(
                                  Instant.ofEpochMilli(
                                      HourCount.beginningMs(row.getColumn(1, Long.class))),
                                  row.getColumn(2, Integer.class),
                                  row.getColumn(3, Integer.class),
                                  row.getColumn(4, Integer.class)));
                      return found;
                    }));
  }

  private static HourlyVisits hourly(ResultSet row) throws SQLException {
    return new HourlyVisits(
        Instant.ofEpochMilli(HourCount.beginningMs(row.getLong(1))),
        row.getInt(2),
        row.getInt(3),
        row.getInt(4));
  }

  private static long firstHourFrom(Instant instant) {
    return HourCount.hourOf(instant.toEpochMilli() - 1) + 1;
  }

  @Override
  public List<StockLevel> stock(StationId station, Instant now) {
    return reader.inTransaction(handle -> stock.of(handle, station, now));
  }

  @Override
  public Optional<StationShelf> shelf(StationId station, Instant now) {
    return reader.inTransaction(handle -> stock.shelf(handle, station, now));
  }

  @Override
  public List<StationShelf> shelves(String place, Instant now) {
    return reader.inTransaction(handle -> stock.below(handle, place, now));
  }

  @Override
  public Set<UnionPlace> places() {
    return reader.withHandle(StockReadings::places);
  }

  @Override
  public List<KeptFact> lastFacts(StationId station, int most) {
    return reader.inTransaction(handle -> lastFacts.of(handle, numberOf(handle, station), most));
  }

  private static OptionalInt numberOf(Handle handle, StationId station) {
    return handle
        .createQuery("SELECT number FROM station WHERE id = :id")
        .bind("id", station.value())
        .mapTo(Integer.class)
        .findOne()
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
