package org.yizhan.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yizhan.hub.stock.Movement;
import org.yizhan.hub.store.FoldedChange;
import org.yizhan.hub.usage.HourCount;
import org.yizhan.hub.visits.Evidence;
import org.yizhan.hub.visits.Visit;

/** Gathers what folds change within one transaction, and writes each row once at its end. */
final class FoldedRows implements AutoCloseable {
  private final PreparedStatement keepVisit;
  private final PreparedStatement learnTime;
  private final PreparedStatement addToHour;
  private final StockRows stock;
  private final ToldRows told;
  private final PreparedStatement own;
  private final Map<Long, JournalVisit> visits = new LinkedHashMap<>();
  private final Map<HourKey, HourCount> hours = new LinkedHashMap<>();

  private record JournalVisit(long journal, Visit visit) {}

  private record HourKey(int station, long hour) {}

  FoldedRows(Connection connection) throws SQLException {
    keepVisit =
        connection.prepareStatement(
            "INSERT INTO visit (number, journal, visitor, pass, began_since_ms, began_ms,"
                + " evidence, ended_since_ms, ending) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET began_ms = excluded.began_ms,"
                + " evidence = excluded.evidence, ended_since_ms = excluded.ended_since_ms,"
                + " ending = excluded.ending");
    learnTime =
        connection.prepareStatement(
            "UPDATE visit SET began_ms = ? + began_since_ms WHERE journal = ? AND began_ms IS NULL"
                + " RETURNING evidence, began_ms");
    addToHour =
        connection.prepareStatement(
            "INSERT INTO visit_hour (station, hour, pass_and_door, pass_only, sensor_only)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                + " pass_and_door = pass_and_door + excluded.pass_and_door,"
                + " pass_only = pass_only + excluded.pass_only,"
                + " sensor_only = sensor_only + excluded.sensor_only");
    stock = new StockRows(connection);
    told = new ToldRows(connection);
    own = connection.prepareStatement("SELECT own FROM journal WHERE number = ?");
  }

  void begin() {
    visits.clear();
    hours.clear();
    stock.begin();
  }

  void take(JournalRow journal, List<FoldedChange> changes) throws SQLException {
    for (FoldedChange change : changes) {
      switch (change) {
        case FoldedChange.VisitChanged(Visit visit) ->
            visits.put(visit.number(), new JournalVisit(journal.number(), visit));
        case FoldedChange.VisitCounted(Visit visit) -> {
          if (visit.beganMs().isPresent()) {
            count(journal.station(), visit.beganMs().getAsLong(), visit.evidence());
          }
        }
        case FoldedChange.TimeKnown(long journalBeganMs) -> learnTime(journal, journalBeganMs);
        case FoldedChange.StockMoved(Movement movement) -> {
          if (!isOfLoan(movement) || isOwn(journal)) {
            stock.take(journal, movement);
          }
        }
        case FoldedChange.PeopleTold said -> {
          if (isOwn(journal)) {
            told.take(journal.station(), said);
          }
        }
      }
    }
  }

  private static boolean isOfLoan(Movement movement) {
    return movement.change() instanceof Movement.Lent
        || movement.change() instanceof Movement.Returned;
  }

  /** What people told is the hub's to say: a station that says it is kept and not believed. */
  private boolean isOwn(JournalRow journal) throws SQLException {
    own.setLong(1, journal.number());
    try (ResultSet row = own.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void count(int station, long beganMs, Evidence evidence) {
    if (!evidence.isCounted()) {
      return;
    }
    HourKey key = new HourKey(station, HourCount.hourOf(beganMs));
    hours.put(key, hours.getOrDefault(key, HourCount.NONE).plus(evidence));
  }

  private void learnTime(JournalRow journal, long journalBeganMs) throws SQLException {
    writeVisits();
    learnTime.setLong(1, journalBeganMs);
    learnTime.setLong(2, journal.number());
    try (ResultSet resolved = learnTime.executeQuery()) {
      while (resolved.next()) {
        count(journal.station(), resolved.getLong(2), Evidence.valueOf(resolved.getString(1)));
      }
    }
  }

  /** The level of everything that ever moved is written at the next {@link #flush}. */
  void touchAllStock() throws SQLException {
    stock.touchAll();
  }

  /** Writes all that was gathered. */
  void flush() throws SQLException {
    writeVisits();
    writeHours();
    stock.flush();
  }

  private void writeVisits() throws SQLException {
    for (JournalVisit each : visits.values()) {
      bind(each.journal(), each.visit());
      keepVisit.executeUpdate();
    }
    visits.clear();
  }

  private void bind(long journal, Visit visit) throws SQLException {
    keepVisit.setLong(1, visit.number());
    keepVisit.setLong(2, journal);
    if (visit.pass().isPresent()) {
      keepVisit.setString(3, visit.pass().get().visitor().value());
      keepVisit.setString(4, visit.pass().get().kind().name());
    } else {
      keepVisit.setNull(3, Types.VARCHAR);
      keepVisit.setNull(4, Types.VARCHAR);
    }
    keepVisit.setLong(5, visit.beganSinceMs());
    if (visit.beganMs().isPresent()) {
      keepVisit.setLong(6, visit.beganMs().getAsLong());
    } else {
      keepVisit.setNull(6, Types.INTEGER);
    }
    keepVisit.setString(7, visit.evidence().name());
    if (visit.ended().isPresent()) {
      keepVisit.setLong(8, visit.ended().get().sinceMs());
      keepVisit.setString(9, visit.ended().get().how().name());
    } else {
      keepVisit.setNull(8, Types.INTEGER);
      keepVisit.setNull(9, Types.VARCHAR);
    }
  }

  private void writeHours() throws SQLException {
    for (Map.Entry<HourKey, HourCount> entry : hours.entrySet()) {
      addToHour.setInt(1, entry.getKey().station());
      addToHour.setLong(2, entry.getKey().hour());
      addToHour.setInt(3, entry.getValue().passAndDoor());
      addToHour.setInt(4, entry.getValue().passOnly());
      addToHour.setInt(5, entry.getValue().sensorOnly());
      addToHour.executeUpdate();
    }
    hours.clear();
  }

  @Override
  public void close() throws SQLException {
    keepVisit.close();
    learnTime.close();
    addToHour.close();
    stock.close();
    told.close();
    own.close();
  }
}
