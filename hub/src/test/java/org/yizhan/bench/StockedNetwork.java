package org.yizhan.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.yizhan.hub.store.sqlite.HubDatabase;

/**
 * A network in a hub's file: ten districts of a hundred stations, each with thirty items that were
 * counted once a week for a year, and filled when they were below their minimum. Written straight
 * into the tables that the hub folds facts into.
 */
final class StockedNetwork {
  static final int STATIONS = 1_000;
  static final int ITEMS = 30;
  static final int STATIONS_PER_DISTRICT = 100;
  private static final int WEEKS = 52;
  private static final int TARGET = 60;
  private static final int MINIMUM = 15;
  private static final int STATIONS_PER_COMMIT = 25;

  private final long nowMs;
  private final SplittableRandom random = new SplittableRandom(3);
  private long facts;

  private StockedNetwork(Instant now) {
    this.nowMs = now.toEpochMilli();
  }

  /** Writes it; the number of movements. */
  static long write(HubDatabase database, Instant now) {
    StockedNetwork network = new StockedNetwork(now);
    for (int first = 1; first <= STATIONS; first += STATIONS_PER_COMMIT) {
      int from = first;
      database.change(handle -> network.stations(handle, from));
    }
    return network.facts;
  }

  /** The place of the district so many stations are in. */
  static String district(int number) {
    return "shandong/binzhou/district-" + number;
  }

  private void stations(Handle handle, int first) {
    PreparedBatch movements =
        handle.prepareBatch(
            "INSERT INTO stock_movement (station, item, kind, at_ms, fact, journal, units)"
                + " VALUES (?, ?, ?, ?, ?, 0, ?)");
    for (int station = first; station < first + STATIONS_PER_COMMIT; station++) {
      handle.execute(
          "INSERT INTO station (number, id, name_zh, name_en, place, profile_yaml,"
              + " profile_revision, added_ms) VALUES (?, ?, ?, ?, ?, ?, 1, 0)",
          station,
          id(station),
          "测试驿站 " + station,
          "Bench station " + station,
          district((station - 1) / STATIONS_PER_DISTRICT),
          profile(station));
      for (int item = 0; item < ITEMS; item++) {
        int left = year(movements, station, code(item), 0.2 + item * 0.13);
        handle.execute(
            "INSERT INTO stock_level (station, item, units, how, as_of_ms, counted_ms)"
                + " VALUES (?, ?, ?, 'RECKONED', ?, ?)",
            station,
            code(item),
            left,
            nowMs - Duration.ofDays(1).toMillis(),
            nowMs - Duration.ofDays(1).toMillis());
      }
      movements.execute();
    }
  }

  /** What is left after a year in which so many units a day were taken on average. */
  private int year(PreparedBatch movements, int station, String item, double daily) {
    int there = TARGET;
    for (int week = WEEKS; week >= 1; week--) {
      long atMs = nowMs - Duration.ofDays(7L * week - 6).toMillis();
      int used = (int) Math.round(daily * 7 * (0.5 + random.nextDouble()));
      there = Math.max(0, there - used);
      movements.add(station, item, "COUNTED", atMs, ++facts, there);
      if (there < MINIMUM && week > 1) {
        movements.add(station, item, "RESTOCKED", atMs, ++facts, TARGET - there);
        there = TARGET;
      }
    }
    return there;
  }

  private static String id(int station) {
    return "bench-%04d".formatted(station);
  }

  private static String code(int item) {
    return "item-%02d".formatted(item);
  }

  private static String profile(int station) {
    StringBuilder yaml =
        new StringBuilder(
            """
            id: %s
            name: {zh: 测试驿站 %d, en: Bench station %d}
            place: %s
            kind: hosted
            host: {zh: 测试, en: Bench}
            zone: Asia/Shanghai
            hours: 24h
            capacity: 8
            fixtures:
              front-contact: {kind: door-contact, simulated: true}
            supplies:
            """
                .formatted(
                    id(station),
                    station,
                    station,
                    district((station - 1) / STATIONS_PER_DISTRICT)));
    for (int item = 0; item < ITEMS; item++) {
      yaml.append(
          """
            %s:
              name: {zh: 物资 %d, en: Item %d}
              minimum: %d
              target: %d
          """
              .formatted(code(item), item, item, MINIMUM, TARGET));
    }
    return yaml.toString();
  }
}
