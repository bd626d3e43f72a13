package org.yizhan.hub.identity;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.yizhan.pass.Sha256;
import org.yizhan.station.StationId;

/** The rows of {@code station_certificate}. Every call is within the caller's transaction. */
final class CertificateBook {
  private CertificateBook() {}

  /** One row, with what is known of its station. */
  record Row(
      String serial,
      StationId station,
      String keyHash,
      X509Certificate certificate,
      long issuedMs,
      boolean used,
      boolean ended) {}

  static String serialOf(X509Certificate certificate) {
    return certificate.getSerialNumber().toString(16);
  }

  static String keyHashOf(PublicKey key) {
    return Sha256.hex(key.getEncoded());
  }

  /** When it was made: its own beginning, less what it was dated back. */
  static long issuedMs(X509Certificate certificate) {
    return certificate.getNotBefore().toInstant().plus(CertificateMaker.BACKDATED).toEpochMilli();
  }

  static void insert(Handle handle, StationId station, X509Certificate certificate) {
    handle.execute(
        "INSERT INTO station_certificate (serial, station, key_hash, der, issued_ms, expires_ms)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        serialOf(certificate),
        station.value(),
        keyHashOf(certificate.getPublicKey()),
        CertificateMaker.encode(certificate),
        issuedMs(certificate),
        certificate.getNotAfter().toInstant().toEpochMilli());
  }

  static Optional<Row> find(Handle handle, String serial) {
    return handle
        .createQuery("SELECT * FROM station_certificate WHERE serial = :serial")
        .bind("serial", serial)
        .map((row, context) -> read(row))
        .findOne();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getString("serial"),
        new StationId(row.getString("station")),
        row.getString("key_hash"),
        CertificateMaker.parse(row.getBytes("der")),
        row.getLong("issued_ms"),
        row.getObject("first_used_ms") != null,
        row.getObject("ended_ms") != null);
  }

  /** Marks the first use, which ends every certificate this station was given before. */
  static void use(Handle handle, Row row, Instant now) {
    handle.execute(
        "UPDATE station_certificate SET first_used_ms = ?"
            + " WHERE serial = ? AND first_used_ms IS NULL",
        now.toEpochMilli(),
        row.serial);
    handle.execute(
        "UPDATE station_certificate SET ended_ms = ?, ended_why = 'renewed'"
            + " WHERE station = ? AND serial <> ? AND issued_ms <= ? AND ended_ms IS NULL",
        now.toEpochMilli(),
        row.station.value(),
        row.serial,
        row.issuedMs);
  }

  /** Ends all certificates of a station; {@code why} is replaced or retired. */
  static void endAll(Handle handle, StationId station, String why, Instant now) {
    handle.execute(
        "UPDATE station_certificate SET ended_ms = ?, ended_why = ?"
            + " WHERE station = ? AND ended_ms IS NULL",
        now.toEpochMilli(),
        why,
        station.value());
  }

  /** When the newest certificate of this station was made; empty when it has none. */
  static Optional<Long> newestIssuedMs(Handle handle, StationId station) {
    return handle
        .createQuery("SELECT max(issued_ms) FROM station_certificate WHERE station = :station")
        .bind("station", station.value())
        .mapTo(Long.class)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** What kind of station the register holds under this id. */
  enum Standing {
    UNKNOWN,
    ACTIVE,
    RETIRED
  }

  static Standing standingOf(Handle handle, StationId station) {
    List<Boolean> retired =
        handle
            .createQuery("SELECT retired_ms IS NOT NULL FROM station WHERE id = :id")
            .bind("id", station.value())
            .mapTo(Boolean.class)
            .list();
    if (retired.isEmpty()) {
      return Standing.UNKNOWN;
    }
    return retired.getFirst() ? Standing.RETIRED : Standing.ACTIVE;
  }
}
