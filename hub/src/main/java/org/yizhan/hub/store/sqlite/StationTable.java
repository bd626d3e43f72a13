package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.yizhan.hub.visits.VisitRules;
import org.yizhan.station.StationId;
import org.yizhan.station.StationProfile;

/** The registry, as far as the writer of facts needs it. */
final class StationTable implements AutoCloseable {
  /** The place of a station nobody has adopted yet. */
  static final String NO_PLACE = "unknown";

  private final PreparedStatement find;
  private final PreparedStatement quarantine;
  private final PreparedStatement profile;
  private final Profiles profiles = new Profiles();

  /** Rows are never deleted nor renumbered, so this cannot go wrong but by a rolled back insert. */
  private final Map<StationId, Integer> numbers = new HashMap<>();

  StationTable(Connection connection) throws SQLException {
    find = connection.prepareStatement("SELECT number FROM station WHERE id = ?");
    quarantine =
        connection.prepareStatement(
            "INSERT INTO station (id, name_zh, name_en, place, profile_yaml, profile_revision,"
                + " added_ms, quarantined) VALUES (?, ?, ?, '"
                + NO_PLACE
                + "', '', 0, ?, 1)");
    profile = connection.prepareStatement("SELECT profile_yaml FROM station WHERE number = ?");
  }

  /**
   * The number of a station. One with a valid certificate that is not in the registry (the hub was
   * restored from a copy older than it) is put there in quarantine, and its facts are kept.
   */
  int numberOf(StationId station, long nowMs) throws SQLException {
    Integer known = numbers.get(station);
    if (known != null) {
      return known;
    }
    OptionalInt found = find(station);
    if (found.isEmpty()) {
      quarantine.setString(1, station.value());
      quarantine.setString(2, station.value());
      quarantine.setString(3, station.value());
      quarantine.setLong(4, nowMs);
      quarantine.executeUpdate();
      found = find(station);
    }
    int number = found.orElseThrow(() -> new SQLException("a station just added is not there"));
    numbers.put(station, number);
    return number;
  }

  private OptionalInt find(StationId station) throws SQLException {
    find.setString(1, station.value());
    try (ResultSet row = find.executeQuery()) {
      return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
    }
  }

  /** The rules a journal that begins now is folded by. */
  VisitRules rulesOf(int station) throws SQLException {
    profile.setInt(1, station);
    try (ResultSet row = profile.executeQuery()) {
      if (!row.next()) {
        return VisitRules.USUAL;
      }
      return profiles
          .read(station, row.getString(1))
          .map(StationProfile::door)
          .map(VisitRules::of)
          .orElse(VisitRules.USUAL);
    }
  }

  void forget() {
    numbers.clear();
  }

  @Override
  public void close() throws SQLException {
    find.close();
    quarantine.close();
    profile.close();
  }
}
