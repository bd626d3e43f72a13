package org.yizhan.hub.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;

/** Pictures that prove a round, each kept once under the id its phone gave it. */
public final class ProofPhotos {
  public static final int PER_ROUND_MAX = 12;

  /** What a station may be sent in a day, whatever the round. */
  public static final int PER_STATION_AND_DAY_MAX = 100;

  /** The same from people without an invitation, so that volunteers' proofs always fit. */
  public static final int OF_STRANGERS_PER_STATION_AND_DAY_MAX = 20;

  /** Pictures prove what was done lately; older ones are dropped. */
  public static final Duration KEPT_FOR = Duration.ofDays(90);

  private static final String KEPT =
      "SELECT p.id, s.id, p.kept_ms, p.simulated, p.stranger FROM proof_photo p JOIN station s ON s.number ="
          + " p.station";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final HubDatabase database;
  private final InstantSource clock;

  public ProofPhotos(HubDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A picture to be kept.
   *
   * @param round the round, or the matter, it proves; empty for none
   * @param simulated made by the demonstration, and shown as such
   * @param stranger sent by somebody who was not let in
   */
  @SuppressWarnings("ArrayRecordComponent") // kept once, compared never
  public record Proof(
      String id,
      StationId station,
      Optional<String> round,
      OptionalInt volunteer,
      boolean simulated,
      boolean stranger,
      byte[] jpeg) {
    /** What somebody let in sends. */
    public Proof(
        String id,
        StationId station,
        Optional<String> round,
        OptionalInt volunteer,
        boolean simulated,
        byte[] jpeg) {
      this(id, station, round, volunteer, simulated, false, jpeg);
    }

    public Proof {
      if (!isId(id)) {
        throw new IllegalArgumentException("a picture's id is 32 hexadecimal digits");
      }
    }
  }

  /** What is known of a picture that is kept. */
  public record Kept(
      String id, StationId station, Instant at, boolean simulated, boolean stranger) {}

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * Keeps it; false when its round or its station has too many already, or there is no such
   * station.
   */
  public boolean keep(Proof proof) {
    return database.write(
        handle -> {
          boolean known =
              handle
                  .select("SELECT 1 FROM proof_photo WHERE id = ?", proof.id())
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          return known
              || handle.execute(
                      "INSERT INTO proof_photo (id, station, round, volunteer, kept_ms, simulated,"
                          + " stranger, jpeg) SELECT ?, number, ?, ?, ?, ?, ?, ? FROM station WHERE id"
                          + " = ? AND"
                          + " (SELECT count(*) FROM proof_photo WHERE round = ?) < ? AND (SELECT"
                          + " count(*) FROM proof_photo p WHERE p.station = station.number AND"
                          + " p.kept_ms > ? AND p.stranger = ?) < ?",
                      proof.id(),
                      proof.round().orElse(null),
                      proof.volunteer().isPresent() ? proof.volunteer().getAsInt() : null,
                      clock.millis(),
                      proof.simulated() ? 1 : 0,
                      proof.stranger() ? 1 : 0,
                      proof.jpeg(),
                      proof.station().value(),
                      proof.round().orElse(""),
                      PER_ROUND_MAX,
                      clock.millis() - Duration.ofDays(1).toMillis(),
                      proof.stranger() ? 1 : 0,
                      proof.stranger()
                          ? OF_STRANGERS_PER_STATION_AND_DAY_MAX
                          : PER_STATION_AND_DAY_MAX)
                  > 0;
        });
  }

  /** The JPEG itself. */
  public Optional<byte[]> jpeg(String id) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select("SELECT jpeg FROM proof_photo WHERE id = ?", id)
                    .map((row, context) -> row.getBytes(1))
                    .findOne());
  }

  /** What is known of one picture. */
  public Optional<Kept> find(String id) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(KEPT + " WHERE p.id = ?", id)
                    .map((row, context) -> kept(row))
                    .findOne());
  }

  /** The pictures of a round, in the order they came. */
  public List<Kept> ofRound(String round) {
    return database
        .reader()
        .withHandle(
            handle ->
                handle
                    .select(KEPT + " WHERE p.round = ? ORDER BY p.kept_ms", round)
                    .map((row, context) -> kept(row))
                    .list());
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString(1),
        new StationId(row.getString(2)),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getInt(4) != 0,
        row.getInt(5) != 0);
  }

  /** Drops pictures kept before this moment. */
  public int forget(Instant before) {
    return database.write(
        handle ->
            handle.execute("DELETE FROM proof_photo WHERE kept_ms < ?", before.toEpochMilli()));
  }
}
