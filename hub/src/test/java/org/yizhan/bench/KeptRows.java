package org.yizhan.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.stock.Movement;
import org.yizhan.hub.store.FoldedChange;
import org.yizhan.hub.store.JournalFolds;
import org.yizhan.hub.usage.HourCount;
import org.yizhan.hub.visits.Visit;
import org.yizhan.hub.visits.VisitRules;
import org.yizhan.wire.WireCodec;

/**
 * The rows a hub wrote while facts came in, group by group: each fact, the cursor of its journal
 * once for every envelope, each movement of stock, and each visit, hour and level that the group's
 * facts changed, once. Told from the hub's own file after the measurement, by the hub's own folds.
 */
final class KeptRows {
  private static final int FACTS_MAX = 600_000;

  /** One row of one statement of {@link RowCeiling}, with its values in order. */
  @SuppressWarnings("ArrayRecordComponent") // made once, bound once
  record Row(Sql sql, @Nullable Object[] values) {}

  /** What the rows are written with. */
  enum Sql {
    FACT("INSERT INTO fact (id, journal, sequence, previous, body) VALUES (?, ?, ?, ?, ?)"),
    CURSOR(
        "UPDATE journal SET next = ?, last_fact = ?, heard_ms = ?, began_ms = ?, folding = ?"
            + " WHERE number = ?"),
    VISIT(
        "INSERT OR REPLACE INTO visit (number, journal, visitor, pass, began_since_ms, began_ms,"
            + " evidence, ended_since_ms, ending) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    HOUR(
        "INSERT INTO visit_hour (station, hour, pass_and_door, pass_only, sensor_only)"
            + " VALUES (?, ?, ?, 0, 0)"
            + " ON CONFLICT DO UPDATE SET pass_and_door = pass_and_door"
            + " + excluded.pass_and_door"),
    MOVEMENT(
        "INSERT OR REPLACE INTO stock_movement (station, item, kind, at_ms, fact, journal, units)"
            + " VALUES (?, ?, 'MEASURED', ?, ?, ?, ?)"),
    LEVEL(
        "INSERT OR REPLACE INTO stock_level (station, item, units, how, as_of_ms, counted_ms)"
            + " VALUES (?, ?, ?, 'SCALE', ?, 0)");

    private final String text;

    Sql(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** All rows of one commit. */
  record Group(List<Row> rows, int facts) {}

  private final int factsPerEnvelope;
  private final Map<Long, JournalFolds> folds = new HashMap<>();
  private final Map<Long, byte[]> foldings = new HashMap<>();

  private KeptRows(int factsPerEnvelope) {
    this.factsPerEnvelope = factsPerEnvelope;
  }

  /** Journals that must be there before the first group, by number. */
  static List<Long> journals(Path hubDatabase) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + hubDatabase);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT number FROM journal")) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }

  static List<Group> read(Path hubDatabase, int factsPerEnvelope, int factsPerGroup)
      throws SQLException {
    KeptRows kept = new KeptRows(factsPerEnvelope);
    List<Group> groups = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + hubDatabase);
        Statement statement = connection.createStatement()) {
      try (ResultSet journal =
          statement.executeQuery("SELECT number, coalesce(folding, x'') FROM journal")) {
        while (journal.next()) {
          kept.foldings.put(journal.getLong(1), journal.getBytes(2));
        }
      }
      try (ResultSet fact =
          statement.executeQuery(
              "SELECT id, journal, sequence, previous, body FROM fact ORDER BY id LIMIT "
                  + FACTS_MAX)) {
        boolean more = fact.next();
        while (more) {
          GroupInMaking group = kept.new GroupInMaking();
          while (more && group.facts < factsPerGroup) {
            group.take(fact);
            more = fact.next();
          }
          groups.add(group.made());
        }
      }
    }
    return groups;
  }

  private final class GroupInMaking {
    private final List<Row> rows = new ArrayList<>();
    private final Map<Long, Row> visits = new LinkedHashMap<>();
    private final Map<List<Long>, Integer> hours = new LinkedHashMap<>();
    private final Map<Long, Row> levels = new LinkedHashMap<>();
    private int facts;

    void take(ResultSet fact) throws SQLException {
      long id = fact.getLong(1);
      long journal = fact.getLong(2);
      long sequence = fact.getLong(3);
      byte[] body = fact.getBytes(5);
      facts++;
      rows.add(row(Sql.FACT, id, journal, sequence, fact.getLong(4), body));
      JournalFolds fold =
          folds.computeIfAbsent(
              journal, _ -> new JournalFolds(VisitRules.USUAL, JournalFolds.State.EMPTY));
      fold.fold(id, WireCodec.readEntry(body));
      fold.takeChanges().forEach(change -> take(journal, change));
      if (sequence % factsPerEnvelope == 0) {
        @Nullable Object began =
            fold.state().beganMs().isPresent() ? fold.state().beganMs().getAsLong() : null;
        rows.add(row(Sql.CURSOR, sequence + 1, id, 0L, began, foldings.get(journal), journal));
      }
    }

    private void take(long journal, FoldedChange change) {
      switch (change) {
        case FoldedChange.VisitChanged(Visit visit) ->
            visits.put(visit.number(), visitRow(journal, visit));
        case FoldedChange.VisitCounted(Visit visit) ->
            hours.merge(
                List.of(journal, HourCount.hourOf(visit.beganMs().orElse(0))), 1, Integer::sum);
        case FoldedChange.TimeKnown _, FoldedChange.PeopleTold _ -> {}
        case FoldedChange.StockMoved(Movement moved) -> {
          long units = moved.change().units();
          String item = moved.item().value();
          rows.add(row(Sql.MOVEMENT, journal, item, moved.atMs(), moved.fact(), journal, units));
          levels.put(journal, row(Sql.LEVEL, journal, item, units, moved.atMs()));
        }
      }
    }

    Group made() {
      rows.addAll(visits.values());
      hours.forEach(
          (key, count) -> rows.add(row(Sql.HOUR, key.getFirst(), key.getLast(), (long) count)));
      rows.addAll(levels.values());
      return new Group(rows, facts);
    }
  }

  private static Row visitRow(long journal, Visit visit) {
    return row(
        Sql.VISIT,
        visit.number(),
        journal,
        visit.pass().map(pass -> pass.visitor().value()).orElse(null),
        visit.pass().map(pass -> pass.kind().name()).orElse(null),
        visit.beganSinceMs(),
        visit.beganMs().isPresent() ? visit.beganMs().getAsLong() : null,
        visit.evidence().name(),
        visit.ended().map(Visit.End::sinceMs).orElse(null),
        visit.ended().map(end -> end.how().name()).orElse(null));
  }

  private static Row row(Sql sql, @Nullable Object... values) {
    return new Row(sql, values);
  }
}
