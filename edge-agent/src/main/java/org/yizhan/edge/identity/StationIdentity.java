package org.yizhan.edge.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.yizhan.station.StationId;

/**
 * A station that has been enrolled.
 *
 * @param station the common name of its certificate
 * @param authority the only one whose signature on the hub's certificate is believed
 * @param enrolUrl the hub's EST address (RFC 7030)
 */
public record StationIdentity(
    StationId station,
    PrivateKey key,
    X509Certificate certificate,
    X509Certificate authority,
    String mqttHost,
    int mqttPort,
    String enrolUrl) {
  private static final char[] NO_PASSWORD = new char[0];

  /** Speaks TLS as this station and believes its own hub alone. */
  public SSLContext tls() throws IdentityException {
    try {
      KeyStore own = emptyStore();
      own.setKeyEntry("station", key, NO_PASSWORD, new Certificate[] {certificate});
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(own, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), trust(authority).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException failure) {
      throw new IdentityException(
          "the station's key and certificate do not work for TLS: " + failure.getMessage(),
          failure);
    }
  }

  /** When two thirds of the certificate's life are over. */
  public Instant renewalDue() {
    Instant begin = certificate.getNotBefore().toInstant();
    Duration life = Duration.between(begin, certificate.getNotAfter().toInstant());
    return begin.plus(life.multipliedBy(2).dividedBy(3));
  }

  /** Believes nobody but this authority, and shows no certificate: for the first enrolment. */
  static SSLContext tlsOf(X509Certificate authority) throws IdentityException {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, trust(authority).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException failure) {
      throw new IdentityException(
          "the hub's authority does not work for TLS: " + failure.getMessage(), failure);
    }
  }

  private static TrustManagerFactory trust(X509Certificate authority)
      throws GeneralSecurityException, IOException {
    KeyStore believed = emptyStore();
    believed.setCertificateEntry("hub", authority);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(believed);
    return trust;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "StationIdentity[%s, certificate until %s, hub %s:%d]"
        .formatted(station, certificate.getNotAfter().toInstant(), mqttHost, mqttPort);
  }
}
