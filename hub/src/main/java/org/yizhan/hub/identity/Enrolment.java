package org.yizhan.hub.identity;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.identity.CertificateBook.Standing;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;

/** Decides who is given a station's certificate, and gives it, in one transaction. */
public final class Enrolment {
  /** A station that was off the network this long after its certificate ran out may still renew. */
  static final Duration GRACE = Duration.ofDays(180);

  private final HubDatabase database;
  private final Authority authority;
  private final Supplier<Duration> life;
  private final InstantSource clock;

  /**
   * @param life how long a certificate made now shall live
   */
  public Enrolment(
      HubDatabase database, Authority authority, Supplier<Duration> life, InstantSource clock) {
    this.database = database;
    this.authority = authority;
    this.life = life;
    this.clock = clock;
  }

  /** What the asker is given. */
  sealed interface Answer {
    record Granted(X509Certificate certificate) implements Answer {}

    record Refused(Refusal why) implements Answer {}
  }

  Authority authority() {
    return authority;
  }

  /**
   * A first enrolment with a one-time token. The same token with the same key gets the same
   * certificate again, so that an answer lost on the way costs no second token; with another key it
   * is refused as used.
   */
  Answer enrol(StationId station, String token, SigningRequest request) {
    if (!request.commonName().equals(station.value())) {
      return new Answer.Refused(Refusal.NAME_WRONG);
    }
    return database.write(
        handle -> {
          Instant now = clock.instant();
          Answer standing = refusedByStanding(handle, station).orElse(null);
          if (standing != null) {
            return standing;
          }
          return switch (EnrolmentTokens.judge(handle, station, token, now)) {
            case EnrolmentTokens.Worth.Bad(Refusal why) -> new Answer.Refused(why);
            case EnrolmentTokens.Worth.Spent(String serial) -> again(handle, serial, request);
            case EnrolmentTokens.Worth.Good() -> {
              CertificateBook.endAll(handle, station, "replaced", now);
              X509Certificate certificate = certify(handle, station, request);
              EnrolmentTokens.spend(handle, token, CertificateBook.serialOf(certificate), now);
              yield new Answer.Granted(certificate);
            }
          };
        });
  }

  /** A renewal by the holder of a certificate that still speaks for its station. */
  Answer renew(X509Certificate current, SigningRequest request) {
    return database.write(
        handle -> {
          Instant now = clock.instant();
          CertificateBook.Row row =
              CertificateBook.find(handle, CertificateBook.serialOf(current)).orElse(null);
          if (row == null) {
            return new Answer.Refused(Refusal.CERTIFICATE_UNKNOWN);
          }
          if (row.ended()) {
            return new Answer.Refused(Refusal.CERTIFICATE_ENDED);
          }
          if (now.isAfter(current.getNotAfter().toInstant().plus(GRACE))) {
            return new Answer.Refused(Refusal.CERTIFICATE_TOO_OLD);
          }
          if (!request.commonName().equals(row.station().value())) {
            return new Answer.Refused(Refusal.NAME_WRONG);
          }
          Answer standing = refusedByStanding(handle, row.station()).orElse(null);
          if (standing != null) {
            return standing;
          }
          CertificateBook.use(handle, row, now);
          return new Answer.Granted(certify(handle, row.station(), request));
        });
  }

  private static Optional<Answer> refusedByStanding(Handle handle, StationId station) {
    Standing standing = CertificateBook.standingOf(handle, station);
    return switch (standing) {
      case ACTIVE -> Optional.empty();
      case RETIRED -> Optional.of(new Answer.Refused(Refusal.STATION_RETIRED));
      case UNKNOWN -> Optional.of(new Answer.Refused(Refusal.STATION_UNKNOWN));
    };
  }

  private static Answer again(Handle handle, String serial, SigningRequest request) {
    return CertificateBook.find(handle, serial)
        .filter(row -> !row.ended())
        .filter(row -> row.keyHash().equals(CertificateBook.keyHashOf(request.key())))
        .<Answer>map(row -> new Answer.Granted(row.certificate()))
        .orElseGet(() -> new Answer.Refused(Refusal.TOKEN_USED));
  }

  private X509Certificate certify(Handle handle, StationId station, SigningRequest request) {
    X509Certificate certificate = authority.certify(station, request.key(), life.get());
    CertificateBook.insert(handle, station, certificate);
    return certificate;
  }
}
