package org.yizhan.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.hub.store.FactStore;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.SqliteFactStore;
import org.yizhan.station.StationId;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;

/**
 * The hub's real store on a real database file that can be copied, lost and restored. Each day has
 * a station of its own, so that many days can share one file, as the stations of a network do.
 */
final class HubReplica implements AutoCloseable {
  private static final String NUMBER = "(SELECT number FROM station WHERE id = :station)";

  private final Path file;
  private final InstantSource clock;
  private HubDatabase database;
  private SqliteFactStore store;

  /** A hub that begins with a copy of this database, which has its tables and nothing else. */
  HubReplica(Path template, Path file, Instant now) {
    this.file = file;
    this.clock = InstantSource.fixed(now);
    copy(template, file);
    database = HubDatabase.open(file);
    store = SqliteFactStore.on(database, clock);
  }

  Verdict receive(Arrival arrival) {
    return store.commit(List.of(arrival)).getFirst();
  }

  Map<JournalId, Sequence> receive(StationId station, Presence presence) {
    return store.keep(List.of(new FactStore.Word(station, presence))).getFirst();
  }

  /** The process dies and starts again; what was committed is there. */
  void restart() {
    shut();
    open();
  }

  Path backUp(Path copy) {
    delete(copy);
    database.backUpTo(copy);
    return copy;
  }

  /** Yesterday's copy takes the place of the database. */
  void restore(Path copy) {
    shut();
    delete(file);
    copy(copy, file);
    open();
  }

  private void open() {
    database = HubDatabase.open(file);
    store = SqliteFactStore.on(database, clock);
  }

  private void shut() {
    store.close();
    database.close();
  }

  /** How many numbers it holds of a station. */
  long held(StationId station) {
    return rows(station, "SELECT CAST(next - 1 AS TEXT) FROM journal WHERE station = " + NUMBER)
        .stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  /** Every kept fact by journal, in the order of its arrival, as "sequence body". */
  Map<String, List<String>> facts(StationId station) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    rows(
            station,
            "SELECT j.id || ' ' || f.sequence || ' ' || CAST(f.body AS TEXT) FROM fact f"
                + " JOIN journal j ON j.number = f.journal WHERE j.station = "
                + NUMBER
                + " ORDER BY f.id")
        .forEach(
            row ->
                kept.computeIfAbsent(row.substring(0, 32), id -> new ArrayList<>())
                    .add(row.substring(33)));
    return kept;
  }

  /** Everything folded, in an order that does not depend on when it arrived. */
  List<String> folded(StationId station) {
    List<String> all = new ArrayList<>();
    all.addAll(
        rows(
            station,
            // without its number, which depends on when its first fact arrived
            "SELECT 'visit ' || j.id || ' ' || coalesce(v.visitor, '-') || ' '"
                + " || v.began_since_ms || ' ' || coalesce(v.began_ms, '?') || ' ' || v.evidence"
                + " || ' ' || coalesce(v.ended_since_ms, '?') || ' ' || coalesce(v.ending, '?')"
                + " FROM visit v JOIN journal j ON j.number = v.journal WHERE j.station = "
                + NUMBER
                + " ORDER BY 1"));
    all.addAll(
        rows(
            station,
            "SELECT 'hour ' || hour || ' ' || pass_and_door || ' ' || pass_only || ' ' || sensor_only"
                + " FROM visit_hour WHERE station = "
                + NUMBER
                + " ORDER BY 1"));
    return all;
  }

  private List<String> rows(StationId station, String sql) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("station", station.value())
                    .mapTo(String.class)
                    .list());
  }

  @Override
  public void close() {
    shut();
    delete(file);
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path file) {
    try {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(Path.of(file + suffix));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
