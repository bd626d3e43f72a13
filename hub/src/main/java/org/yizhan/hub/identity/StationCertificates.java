package org.yizhan.hub.identity;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.yizhan.station.StationId;

/** Says whose certificate this is, now: a replaced, retired or revoked one is nobody's. */
public interface StationCertificates {
  /** The station this certificate, already proven to be from our authority, speaks for. */
  Optional<StationId> stationOf(X509Certificate certificate);
}
