package org.yizhan.journey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.WireCodec;
import org.yizhan.wire.WireException;

/**
 * Everything a stopped hub keeps of its stations.
 *
 * @param facts by journal and number, without those that say what is missing
 * @param missing numbers that a {@code Missing} fills, as "journal number"
 * @param twice numbers that stand there more than once, as "journal number"
 * @param holes numbers below the cursor that nothing fills
 * @param visits counted visits
 * @param folded all folded rows
 */
record HubFacts(
    Map<String, TreeMap<Long, String>> facts,
    Set<String> missing,
    List<String> twice,
    List<String> holes,
    int visits,
    List<String> folded) {

  static HubFacts read(Path database) throws SQLException, WireException {
    HubFacts read =
        new HubFacts(
            new TreeMap<>(),
            new HashSet<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            0,
            new ArrayList<>());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT j.id, f.sequence, f.body, f.trouble FROM fact f"
                  + " JOIN journal j ON j.number = f.journal")) {
        while (row.next()) {
          if (row.getString(4) != null) {
            throw new AssertionError("the hub could not read: " + row.getString(4));
          }
          read.take(row.getString(1), row.getLong(2), row.getBytes(3));
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT id, next FROM journal")) {
        while (row.next()) {
          read.findHoles(row.getString(1), row.getLong(2));
        }
      }
      int visits = number(statement, "SELECT count(*) FROM visit WHERE evidence = 'PASS_AND_DOOR'");
      read.folded.addAll(
          rows(
              statement,
              "SELECT journal || ' ' || number || ' ' || coalesce(visitor, '-') || ' ' ||"
                  + " began_since_ms || ' ' || coalesce(began_ms, '?') || ' ' || evidence || ' '"
                  + " || coalesce(ended_since_ms, '?') || coalesce(ending, '?') FROM visit"
                  + " ORDER BY journal, number"));
      read.folded.addAll(
          rows(
              statement,
              "SELECT station || ' ' || hour || ' ' || pass_and_door || ' ' || sensor_only FROM"
                  + " visit_hour ORDER BY station, hour"));
      return new HubFacts(
          read.facts, read.missing, read.twice, read.holes, visits, List.copyOf(read.folded));
    }
  }

  private void take(String journal, long number, byte[] body) throws WireException {
    Entry entry = WireCodec.readEntry(body);
    for (long i = number; i < number + entry.numbers(); i++) {
      boolean known =
          entry.fact() instanceof Fact.Missing
              ? !missing.add(journal + " " + i) || of(journal).containsKey(i)
              : of(journal).put(i, new String(body, StandardCharsets.UTF_8)) != null
                  || missing.contains(journal + " " + i);
      if (known) {
        twice.add(journal + " " + i);
      }
    }
  }

  private void findHoles(String journal, long next) {
    for (long i = 1; i < next; i++) {
      if (!of(journal).containsKey(i) && !missing.contains(journal + " " + i)) {
        holes.add(journal + " " + i);
      }
    }
  }

  private TreeMap<Long, String> of(String journal) {
    return facts.computeIfAbsent(journal, _ -> new TreeMap<>());
  }

  /** All facts as "journal number fact". */
  Stream<String> lines() {
    return lines(facts);
  }

  /**
   * Whether it holds the fact, or was told that a damaged card could not give it: a flipped row may
   * be told as missing and be found again in an older page, when a later salvage looks.
   *
   * @param line "journal number fact"
   */
  boolean accountsFor(String line) {
    String[] words = line.split(" ", 3);
    String fact = of(words[0]).get(Long.valueOf(words[1]));
    return fact == null ? missing.contains(words[0] + " " + words[1]) : fact.equals(words[2]);
  }

  static Stream<String> lines(Map<String, TreeMap<Long, String>> facts) {
    return facts.entrySet().stream()
        .flatMap(
            journal ->
                journal.getValue().entrySet().stream()
                    .map(fact -> journal.getKey() + " " + fact.getKey() + " " + fact.getValue()));
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
