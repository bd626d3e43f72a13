package org.yizhan.hub.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;

/** Claims, and what became of them. At most one round is open at a station. */
public final class Rounds {
  /** A claim that nothing came of by then may be taken over. */
  public static final Duration USUAL_TIME = Duration.ofHours(24);

  private static final String ROUND =
      "SELECT r.id, s.id, r.volunteer, v.nickname, r.claimed_ms, r.due_ms, r.ended_ms, r.ending,"
          + " (SELECT count(*) FROM proof_photo p WHERE p.round = r.id) FROM restock_round r"
          + " JOIN station s ON s.number = r.station JOIN volunteer v ON v.number = r.volunteer";

  private final HubDatabase database;
  private final InstantSource clock;

  public Rounds(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What a claim came to. */
  public sealed interface Claim {
    /** The station is theirs; claimed again with the same id, still the same. */
    record Theirs(Round round) implements Claim {}

    /** Somebody else is on the way. */
    record Taken(Round by) implements Claim {}

    /** The round of this id has ended. */
    record Over() implements Claim {}

    /** No such station. */
    record Nowhere() implements Claim {}
  }

  /**
   * Claims a station.
   *
   * @param id 32 hexadecimal digits made by the phone, so that a claim sent twice is one
   */
  public Claim claim(String id, StationId station, Volunteer volunteer) {
    long now = clock.millis();
    return database.write(
        handle -> {
          Optional<Round> same = find(handle, id);
          if (same.isPresent() && same.get().ended().isPresent()) {
            return new Claim.Over();
          }
          if (same.isPresent()) {
            return same.get().volunteer() == volunteer.number()
                ? new Claim.Theirs(same.get())
                : new Claim.Taken(same.get());
          }
          Optional<Round> open = open(handle, station);
          if (open.isPresent() && open.get().volunteer() == volunteer.number()) {
            return new Claim.Theirs(open.get());
          }
          if (open.isPresent() && !open.get().isOverdue(Instant.ofEpochMilli(now))) {
            return new Claim.Taken(open.get());
          }
          open.ifPresent(late -> end(handle, late.id(), Round.Ending.RAN_OUT, now));
          int added =
              handle.execute(
                  "INSERT INTO restock_round (id, station, volunteer, claimed_ms, due_ms)"
                      + " SELECT ?, number, ?, ?, ? FROM station"
                      + " WHERE id = ? AND retired_ms IS NULL ON CONFLICT DO NOTHING",
                  id,
                  volunteer.number(),
                  now,
                  now + USUAL_TIME.toMillis(),
                  station.value());
          return added == 0
              ? new Claim.Nowhere()
              : new Claim.Theirs(find(handle, id).orElseThrow());
        });
  }

  /** Ends a round of this volunteer; false when it is none, or ended before. */
  public boolean end(String id, Volunteer volunteer, Round.Ending how) {
    return database.write(
        handle ->
            find(handle, id).filter(r -> r.volunteer() == volunteer.number()).isPresent()
                && end(handle, id, how, clock.millis()));
  }

  private static boolean end(Handle handle, String id, Round.Ending how, long nowMs) {
    return handle.execute(
            "UPDATE restock_round SET ended_ms = ?, ending = ? WHERE id = ? AND ended_ms IS NULL",
            nowMs,
            how.name(),
            id)
        > 0;
  }

  /** The round that is open at a station. */
  public Optional<Round> open(StationId station) {
    return database.reader().withHandle(handle -> open(handle, station));
  }

  private static Optional<Round> open(Handle handle, StationId station) {
    return handle
        .select(ROUND + " WHERE s.id = ? AND r.ended_ms IS NULL", station.value())
        .map((row, context) -> round(row))
        .findOne();
  }

  public Optional<Round> find(String id) {
    return database.reader().withHandle(handle -> find(handle, id));
  }

  private static Optional<Round> find(Handle handle, String id) {
    return handle.select(ROUND + " WHERE r.id = ?", id).map((row, context) -> round(row)).findOne();
  }

  /** The latest rounds at a station, the newest first. */
  public List<Round> latest(StationId station, int most) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(
                        ROUND + " WHERE s.id = ? ORDER BY r.claimed_ms DESC LIMIT ?",
                        station.value(),
                        most)
                    .map((row, context) -> round(row))
                    .list());
  }

  /** Every open round in the network, the oldest claim first. */
  public List<Round> open() {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(ROUND + " WHERE r.ended_ms IS NULL ORDER BY r.claimed_ms")
                    .map((row, context) -> round(row))
                    .list());
  }

  private static Round round(ResultSet row) throws SQLException {
    long endedMs = row.getLong(7);
    Optional<Round.Ended> ended =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Round.Ended(
                    Instant.ofEpochMilli(endedMs), Round.Ending.valueOf(row.getString(8))));
    return new Round(
        row.getString(1),
        new StationId(row.getString(2)),
        row.getInt(3),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        ended,
        row.getInt(9));
  }
}
