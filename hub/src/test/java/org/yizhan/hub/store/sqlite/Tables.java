package org.yizhan.hub.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands in the tables, for comparing. */
final class Tables {
  private Tables() {}

  /** Everything that was folded, and the state folds go on from. */
  static List<String> folded(HubDatabase database) {
    List<String> rows = new ArrayList<>();
    for (String sql :
        List.of(
            "SELECT * FROM visit ORDER BY number",
            "SELECT * FROM visit_hour ORDER BY station, hour",
            "SELECT * FROM stock_level ORDER BY station, item",
            "SELECT * FROM stock_movement ORDER BY station, item, at_ms, fact",
            "SELECT * FROM matter ORDER BY id",
            "SELECT * FROM matter_step ORDER BY fact",
            "SELECT * FROM loan_event ORDER BY tag, at_ms, fact",
            "SELECT * FROM duty_signed ORDER BY fact",
            "SELECT number, next, last_fact, began_ms, hex(folding) AS folding FROM journal"
                + " ORDER BY number")) {
      rows.addAll(rows(database, sql));
    }
    return rows;
  }

  /** The numbers people see, by names, whatever order the journals came in. */
  static List<String> numbers(HubDatabase database) {
    List<String> rows = new ArrayList<>();
    rows.addAll(
        rows(
            database,
            "SELECT s.id, h.hour, h.pass_and_door, h.pass_only, h.sensor_only FROM visit_hour h"
                + " JOIN station s ON s.number = h.station ORDER BY 1, 2"));
    rows.addAll(
        rows(
            database,
            "SELECT s.id, l.item, l.units, l.as_of_ms FROM stock_level l"
                + " JOIN station s ON s.number = l.station ORDER BY 1, 2"));
    rows.addAll(
        rows(
            database,
            "SELECT j.id, v.visitor, v.began_ms, v.evidence, v.ended_since_ms, v.ending"
                + " FROM visit v JOIN journal j ON j.number = v.journal ORDER BY j.id, v.number"));
    return rows;
  }

  /** The sequence numbers held of a journal, in the order they were kept. */
  static List<Long> sequences(HubDatabase database, String journal) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT f.sequence FROM fact f JOIN journal j ON j.number = f.journal"
                            + " WHERE j.id = :journal ORDER BY f.id")
                    .bind("journal", journal)
                    .mapTo(Long.class)
                    .list());
  }

  /** The bodies held of a journal, in the order they were kept. */
  static List<String> bodies(HubDatabase database, String journal) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT CAST(f.body AS TEXT) FROM fact f"
                            + " JOIN journal j ON j.number = f.journal"
                            + " WHERE j.id = :journal ORDER BY f.id")
                    .bind("journal", journal)
                    .mapTo(String.class)
                    .list());
  }

  private static List<String> rows(HubDatabase database, String sql) {
    return database
        .reader()
        .withHandle(
            handle -> handle.createQuery(sql).mapToMap().stream().map(Map::toString).toList());
  }
}
