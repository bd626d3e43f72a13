package org.yizhan.hub.identity;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.identity.SigningRequest.Malformed;
import org.yizhan.station.StationId;

/**
 * Answers the three enrolment requests of RFC 7030 we serve. A refusal is logged with its reason;
 * the asker, who may be anybody, hears only what to do next.
 */
final class EstDesk {
  private static final System.Logger LOG = System.getLogger(EstDesk.class.getName());
  private static final int AUTHORIZATION_LENGTH_MAX = 256;

  private final Enrolment enrolment;
  private final RequestLimit renewals;

  EstDesk(Enrolment enrolment, InstantSource clock) {
    this.enrolment = enrolment;
    this.renewals = new RequestLimit(12, 100_000, Duration.ofHours(1), clock);
  }

  /** {@code GET /cacerts} (section 4.1): whom stations shall believe. */
  EstAnswer authorityCertificates() {
    return EstAnswer.certificates(
        List.of(enrolment.authority().certificate()), "application/pkcs7-mime");
  }

  /** {@code POST /simpleenroll} (section 4.2.1) with HTTP Basic: station id and one-time token. */
  EstAnswer enrol(Optional<String> authorization, byte[] body, String from) {
    Optional<Credentials> credentials = authorization.flatMap(Credentials::read);
    if (credentials.isEmpty()) {
      return EstAnswer.unauthorized(
          "Enrol with the station's id and its one-time token, as they stand in its provisioning"
              + " bundle.");
    }
    Credentials who = credentials.get();
    SigningRequest request;
    try {
      request = SigningRequest.ofBase64(body);
    } catch (Malformed e) {
      return malformed(who.station, e, from);
    }
    return switch (enrolment.enrol(who.station, who.token, request)) {
      case Enrolment.Answer.Granted(X509Certificate certificate) ->
          granted(who.station, certificate, "enrolled", from);
      case Enrolment.Answer.Refused(Refusal why) -> {
        refused(who.station.value(), why, from);
        yield why == Refusal.NAME_WRONG
            ? EstAnswer.text(400, "The request must name " + who.station + " and nothing else.")
            : EstAnswer.unauthorized(
                "This token does not enrol "
                    + who.station
                    + " (used, expired or for another station). Ask the hub's operator for a new"
                    + " bundle: yizhan hub station replace "
                    + who.station);
      }
    };
  }

  /** {@code POST /simplereenroll} (section 4.2.2) over mutual TLS with the current certificate. */
  EstAnswer renew(Optional<X509Certificate> current, byte[] body, String from) {
    if (current.isEmpty()) {
      return EstAnswer.text(
          403, "Renewing needs the station's current certificate in the TLS handshake.");
    }
    String subject = current.get().getSubjectX500Principal().getName();
    SigningRequest request;
    try {
      request = SigningRequest.ofBase64(body);
    } catch (Malformed e) {
      LOG.log(System.Logger.Level.WARNING, "{0} sent {1} ({2}).", subject, e.getMessage(), from);
      return EstAnswer.text(400, "Not renewed: " + e.getMessage() + ".");
    }
    if (!renewals.admits(subject)) {
      return EstAnswer.tooMany();
    }
    return switch (enrolment.renew(current.get(), request)) {
      case Enrolment.Answer.Granted(X509Certificate certificate) ->
          granted(new StationId(request.commonName()), certificate, "renewed", from);
      case Enrolment.Answer.Refused(Refusal why) -> {
        refused(subject, why, from);
        yield EstAnswer.text(
            403,
            "This certificate can no longer be renewed. If the device shall stay in use, ask the"
                + " hub's operator for a new bundle: yizhan hub station replace");
      }
    };
  }

  private static EstAnswer granted(
      StationId station, X509Certificate certificate, String how, String from) {
    LOG.log(
        System.Logger.Level.INFO,
        "{0} {1}: certificate {2} until {3} ({4}).",
        station,
        how,
        CertificateBook.serialOf(certificate),
        certificate.getNotAfter().toInstant(),
        from);
    return EstAnswer.certificates(
        List.of(certificate), "application/pkcs7-mime; smime-type=certs-only");
  }

  private static EstAnswer malformed(StationId station, Malformed why, String from) {
    LOG.log(
        System.Logger.Level.WARNING,
        "An enrolment as {0} was refused: {1} ({2}).",
        station,
        why.getMessage(),
        from);
    return EstAnswer.text(400, "Not enrolled: " + why.getMessage() + ".");
  }

  private static void refused(String who, Refusal why, String from) {
    LOG.log(
        System.Logger.Level.WARNING,
        "An enrolment as {0} was refused: {1} ({2}).",
        who,
        why.sentence(),
        from);
  }

  /** HTTP Basic (RFC 7617): the station's id and its token. */
  private record Credentials(StationId station, String token) {
    static Optional<Credentials> read(String authorization) {
      if (authorization.length() > AUTHORIZATION_LENGTH_MAX
          || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
        return Optional.empty();
      }
      String text;
      try {
        text =
            new String(
                Base64.getDecoder().decode(authorization.substring(6).strip()),
                StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
      int colon = text.indexOf(':');
      return colon > 0 && StationId.isValid(text.substring(0, colon))
          ? Optional.of(
              new Credentials(new StationId(text.substring(0, colon)), text.substring(colon + 1)))
          : Optional.empty();
    }
  }
}
