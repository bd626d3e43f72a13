package org.yizhan.hub.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.ItemCode;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.MatterId;
import org.yizhan.wire.MatterKind;
import org.yizhan.wire.Satisfaction;

/** Reads matters as they stand. Callable from any thread. */
public final class Matters {
  /** So many open matters of a station, or of a place, are read at most. */
  public static final int READ_MAX = 200;

  /** Of all the network, the oldest. */
  private static final int UNANSWERED_MAX = 2_000;

  private static final String ENTERED =
      " (SELECT v.nickname FROM fact f JOIN shelf_entry e ON e.journal = f.journal AND e.first ="
          // the entry that begins last before it: all others end before it, too
          + " (SELECT max(x.first) FROM shelf_entry x WHERE x.journal = f.journal AND x.first <="
          + " f.sequence) AND f.sequence < e.first + e.count JOIN volunteer v ON v.number = e.person"
          + " WHERE f.id = %s.fact)";
  private static final String MATTER =
      "SELECT m.id, s.id, m.number, m.kind, m.thing, m.words,"
          + ENTERED.formatted("m")
          + ", m.raised_ms, m.state, m.changed_ms, m.rating, (SELECT count(*) FROM proof_photo p"
          + " WHERE p.round = m.id) FROM matter m JOIN station s ON s.number = m.station";
  private static final String OPEN = " m.state IN ('OPEN', 'REOPENED', 'ANSWERED')";

  private final HubDatabase database;
  private final Map<StationId, Parsed> profiles = new ConcurrentHashMap<>();

  private record Parsed(String yaml, Optional<StationProfile> profile) {}

  public Matters(HubDatabase database) {
    this.database = database;
  }

  public Optional<Matter> find(MatterId id) {
    return one(MATTER + " WHERE m.id = ?", id.value());
  }

  /** The matter people call "number 12" at this station. */
  public Optional<Matter> find(StationId station, int number) {
    return one(MATTER + " WHERE s.id = ? AND m.number = ?", station.value(), number);
  }

  /** What is to be done at a station, the oldest first. */
  public List<Matter> open(StationId station) {
    return list(
        MATTER + " WHERE s.id = ? AND" + OPEN + " ORDER BY m.raised_ms, m.number LIMIT ?",
        station.value(),
        READ_MAX);
  }

  /** How many those are. */
  public int countOpen(StationId station) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT count(*) FROM matter m JOIN station s ON s.number = m.station"
                            + " WHERE s.id = ? AND"
                            + OPEN,
                        station.value())
                    .mapTo(Integer.class)
                    .one());
  }

  /** The same at or below a place; an empty place is the whole network. */
  public List<Matter> openBelow(String place) {
    return list(
        MATTER
            + " WHERE s.retired_ms IS NULL AND (? = '' OR s.place = ? OR substr(s.place, 1,"
            + " length(?) + 1) = ? || '/') AND"
            + OPEN
            + " ORDER BY m.raised_ms, m.number LIMIT ?",
        place,
        place,
        place,
        place,
        READ_MAX);
  }

  /** What was dealt with at a station since then, the latest first. */
  public List<Matter> closed(StationId station, Instant since, int most) {
    return list(
        MATTER
            + " WHERE s.id = ? AND NOT"
            + OPEN
            + " AND m.changed_ms >= ? ORDER BY m.changed_ms DESC, m.number DESC LIMIT ?",
        station.value(),
        since.toEpochMilli(),
        most);
  }

  /** What nobody has answered yet, in all of the network, by station, the oldest first. */
  public Map<StationId, List<Matter>> unanswered() {
    Map<StationId, List<Matter>> byStation = new HashMap<>();
    list(MATTER
            + " WHERE s.retired_ms IS NULL AND "
            + OPEN
            + " AND m.state <> 'ANSWERED' ORDER BY m.raised_ms, m.number LIMIT "
            + UNANSWERED_MAX)
        .forEach(
            matter ->
                byStation.computeIfAbsent(matter.station(), any -> new ArrayList<>()).add(matter));
    return byStation;
  }

  /** What was said to a matter, in order. */
  public List<Matter.Step> steps(MatterId id) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT t.fact, t.at_ms, t.what, t.words,"
                            + ENTERED.formatted("t")
                            + " FROM matter_step t WHERE t.matter = ? ORDER BY t.fact",
                        id.value())
                    .map(
                        (row, context) ->
                            new Matter.Step(
                                row.getLong(1),
                                Instant.ofEpochMilli(row.getLong(2)),
                                Matter.What.valueOf(row.getString(3)),
                                row.getString(4),
                                Optional.ofNullable(row.getString(5))))
                    .list());
  }

  /** When the matter before the last so many was raised: bounds how many come in. */
  public Optional<Instant> raisedBefore(StationId station, int last) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT m.raised_ms FROM matter m JOIN station s ON s.number = m.station"
                            + " WHERE s.id = ? ORDER BY m.number DESC LIMIT 1 OFFSET ?",
                        station.value(),
                        last - 1)
                    .mapTo(Long.class)
                    .findOne()
                    .map(Instant::ofEpochMilli));
  }

  /** How often each thing of a station broke since then, by people's reports. */
  public List<RepeatedFaults.Broke> broke(StationId station, Instant since) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT m.thing, m.raised_ms FROM matter m JOIN station s ON s.number ="
                            + " m.station WHERE s.id = ? AND m.thing IS NOT NULL AND m.kind ="
                            + " 'BROKEN' AND m.state <> 'DECLINED' AND m.raised_ms >= ?",
                        station.value(),
                        since.toEpochMilli())
                    .map(
                        (row, context) ->
                            new RepeatedFaults.Broke(
                                new ItemCode(row.getString(1)),
                                Instant.ofEpochMilli(row.getLong(2)),
                                false))
                    .list());
  }

  /**
   * The same by what its devices raised: those that people were told of, which the hub remembers
   * until a month after their end.
   */
  public List<RepeatedFaults.Broke> brokeByDevice(StationId station, Instant since) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT key, began_ms FROM notice_matter WHERE kind = 'FAULT_RAISED' AND"
                            + " station = ? AND began_ms >= ?",
                        station.value(),
                        since.toEpochMilli())
                    .map((row, context) -> Map.entry(row.getString(1).split(":"), row.getLong(2)))
                    .list())
        .stream()
        .filter(raised -> raised.getKey().length > 2 && ItemCode.isValid(raised.getKey()[2]))
        .map(
            raised ->
                new RepeatedFaults.Broke(
                    new ItemCode(raised.getKey()[2]),
                    Instant.ofEpochMilli(raised.getValue()),
                    true))
        .toList();
  }

  /** What the station is; empty when its profile cannot be read. */
  public Optional<StationProfile> profile(StationId station) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select("SELECT profile_yaml FROM station WHERE id = ?", station.value())
                    .mapTo(String.class)
                    .findOne())
        .flatMap(yaml -> parsed(station, yaml));
  }

  /** Each text is parsed once. */
  private Optional<StationProfile> parsed(StationId station, String yaml) {
    Parsed known = profiles.get(station);
    if (known == null || !known.yaml().equals(yaml)) {
      known =
          new Parsed(
              yaml,
              !yaml.isEmpty() && ProfileReader.read(yaml) instanceof ProfileReading.Read read
                  ? Optional.of(read.profile())
                  : Optional.empty());
      profiles.put(station, known);
    }
    return known.profile();
  }

  private Optional<Matter> one(String sql, Object... arguments) {
    return database.reader().withHandle(handle -> select(handle, sql, arguments).findFirst());
  }

  private List<Matter> list(String sql, Object... arguments) {
    return database.reader().withHandle(handle -> select(handle, sql, arguments).toList());
  }

  private static Stream<Matter> select(Handle handle, String sql, Object... arguments) {
    return handle.select(sql, arguments).map((row, context) -> matter(row)).list().stream();
  }

  private static Matter matter(ResultSet row) throws SQLException {
    return new Matter(
        new MatterId(row.getString(1)),
        new StationId(row.getString(2)),
        row.getInt(3),
        MatterKind.valueOf(row.getString(4)),
        Optional.ofNullable(row.getString(5)).map(ItemCode::new),
        row.getString(6),
        Optional.ofNullable(row.getString(7)),
        Instant.ofEpochMilli(row.getLong(8)),
        MatterState.valueOf(row.getString(9)),
        Instant.ofEpochMilli(row.getLong(10)),
        Optional.ofNullable(row.getString(11)).map(Satisfaction::valueOf),
        row.getInt(12));
  }
}
