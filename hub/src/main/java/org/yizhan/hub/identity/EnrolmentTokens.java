package org.yizhan.hub.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.pass.Sha256;
import org.yizhan.station.StationId;

/**
 * One-time passwords for a first enrolment: 256 random bits, 43 characters of base64url, kept only
 * as a hash, good for hours. A new one withdraws the station's older ones.
 */
public final class EnrolmentTokens {
  public static final Duration LIFE_USUAL = Duration.ofHours(24);
  public static final Duration LIFE_MAX = Duration.ofDays(14);

  private final HubDatabase database;
  private final InstantSource clock;
  private final SecureRandom random;

  public EnrolmentTokens(HubDatabase database, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /** A token as it is handed out, once. */
  public record Issued(String token, Instant expires) {}

  public Issued issue(StationId station, Duration life) {
    if (life.compareTo(Duration.ofMinutes(1)) < 0 || life.compareTo(LIFE_MAX) > 0) {
      throw new IllegalArgumentException("a token is good for 1 minute to 14 days");
    }
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    Instant now = clock.instant();
    Instant expires = now.plus(life);
    database.change(
        handle -> {
          withdraw(handle, station, now);
          handle.execute(
              "INSERT INTO enrolment_token (hash, station, created_ms, expires_ms)"
                  + " VALUES (?, ?, ?, ?)",
              Sha256.hex(token),
              station.value(),
              now.toEpochMilli(),
              expires.toEpochMilli());
        });
    return new Issued(token, expires);
  }

  static void withdraw(Handle handle, StationId station, Instant now) {
    handle.execute(
        "UPDATE enrolment_token SET withdrawn_ms = ?"
            + " WHERE station = ? AND used_ms IS NULL AND withdrawn_ms IS NULL",
        now.toEpochMilli(),
        station.value());
  }

  /** What a token is worth now. */
  sealed interface Worth {
    record Good() implements Worth {}

    record Bad(Refusal why) implements Worth {}

    /** Spent on the certificate with this serial number. */
    record Spent(String serial) implements Worth {}
  }

  static Worth judge(Handle handle, StationId station, String token, Instant now) {
    return find(handle, token)
        .map(
            row -> {
              if (!row.station.equals(station.value())) {
                return new Worth.Bad(Refusal.TOKEN_FOREIGN);
              }
              if (row.usedSerial.isPresent()) {
                return new Worth.Spent(row.usedSerial.get());
              }
              if (row.withdrawn) {
                return new Worth.Bad(Refusal.TOKEN_WITHDRAWN);
              }
              return now.toEpochMilli() >= row.expiresMs
                  ? new Worth.Bad(Refusal.TOKEN_EXPIRED)
                  : new Worth.Good();
            })
        .orElseGet(() -> new Worth.Bad(Refusal.TOKEN_UNKNOWN));
  }

  static void spend(Handle handle, String token, String serial, Instant now) {
    int spent =
        handle.execute(
            "UPDATE enrolment_token SET used_ms = ?, used_serial = ?"
                + " WHERE hash = ? AND used_ms IS NULL",
            now.toEpochMilli(),
            serial,
            Sha256.hex(token));
    if (spent != 1) {
      throw new IllegalStateException("a token was spent twice in one transaction");
    }
  }

  private record Row(
      String station, long expiresMs, Optional<String> usedSerial, boolean withdrawn) {}

  private static Optional<Row> find(Handle handle, String token) {
    return handle
        .createQuery(
            "SELECT station, expires_ms, used_serial, withdrawn_ms FROM enrolment_token"
                + " WHERE hash = :hash")
        .bind("hash", Sha256.hex(token))
        .map(
            (row, context) ->
                new Row(
                    row.getString("station"),
                    row.getLong("expires_ms"),
                    Optional.ofNullable(row.getString("used_serial")),
                    row.getObject("withdrawn_ms") != null))
        .findOne();
  }
}
