package org.yizhan.hub.identity;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.identity.CertificateBook.Standing;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;

/**
 * The certificates this hub gave out, and what it makes of one it cannot remember.
 *
 * <p>A hub that was restored from an older copy meets certificates of its own authority that it has
 * no record of. For a station it knows, such a certificate must be newer than every one on record
 * (a renewal or a new device since the copy), and is put on record. For a station it does not know
 * at all, the station is put in quarantine: its facts are kept until an operator adopts it.
 */
public final class KnownCertificates implements StationCertificates {
  private static final System.Logger LOG = System.getLogger(KnownCertificates.class.getName());

  private final HubDatabase database;
  private final Authority authority;
  private final InstantSource clock;

  public KnownCertificates(HubDatabase database, Authority authority, InstantSource clock) {
    this.database = database;
    this.authority = authority;
    this.clock = clock;
  }

  @Override
  public Optional<StationId> stationOf(X509Certificate certificate) {
    Optional<CertificateBook.Row> row =
        database
            .reader()
            .withHandle(
                handle -> CertificateBook.find(handle, CertificateBook.serialOf(certificate)));
    if (row.isEmpty()) {
      return authority.signed(certificate)
          ? nameOf(certificate).flatMap(id -> learn(id, certificate))
          : Optional.empty();
    }
    return speaksFor(row.get());
  }

  private Optional<StationId> speaksFor(CertificateBook.Row row) {
    if (row.ended()) {
      return refuse(row.station(), "a certificate that was replaced, renewed or retired");
    }
    Standing standing =
        database.reader().withHandle(handle -> CertificateBook.standingOf(handle, row.station()));
    if (standing != Standing.ACTIVE) {
      return refuse(row.station(), "a certificate of a station that is not in use");
    }
    if (!row.used()) {
      database.change(handle -> CertificateBook.use(handle, row, clock.instant()));
    }
    return Optional.of(row.station());
  }

  private Optional<StationId> learn(StationId station, X509Certificate certificate) {
    return database.write(
        handle ->
            switch (CertificateBook.standingOf(handle, station)) {
              case RETIRED -> refuse(station, "a certificate of a retired station");
              case ACTIVE -> {
                long newest = CertificateBook.newestIssuedMs(handle, station).orElse(0L);
                yield CertificateBook.issuedMs(certificate) > newest
                    ? remember(handle, station, certificate)
                    : refuse(station, "a certificate older than the one on record");
              }
              case UNKNOWN -> {
                quarantine(handle, station, clock.instant());
                yield remember(handle, station, certificate);
              }
            });
  }

  private Optional<StationId> remember(
      Handle handle, StationId station, X509Certificate certificate) {
    CertificateBook.insert(handle, station, certificate);
    CertificateBook.find(handle, CertificateBook.serialOf(certificate))
        .ifPresent(row -> CertificateBook.use(handle, row, clock.instant()));
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} showed a certificate of this authority that was not on record, as after restoring an"
            + " older copy; it is now.",
        station);
    return Optional.of(station);
  }

  private static void quarantine(Handle handle, StationId station, Instant now) {
    handle.execute(
        "INSERT INTO station (id, name_zh, name_en, place, profile_yaml, profile_revision,"
            + " added_ms, quarantined) VALUES (?, ?, ?, 'unknown', '', 0, ?, 1)",
        station.value(),
        station.value(),
        station.value(),
        now.toEpochMilli());
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} is not in this hub''s register and is in quarantine: its facts are kept; adopt it with"
            + " ''hub station adopt {0}''.",
        station);
  }

  private static Optional<StationId> refuse(StationId station, String what) {
    LOG.log(System.Logger.Level.WARNING, "{0} was turned away: it showed {1}.", station, what);
    return Optional.empty();
  }

  private static Optional<StationId> nameOf(X509Certificate certificate) {
    RDN[] names =
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
            .getRDNs(BCStyle.CN);
    return names.length == 1
        ? Optional.of(IETFUtils.valueToString(names[0].getFirst().getValue()))
            .filter(StationId::isValid)
            .map(StationId::new)
        : Optional.empty();
  }
}
