package org.yizhan.hub.identity;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom the enrolment listener lets in with a certificate: stations of this authority, also with one
 * that has just run out, because a station that was without a network for months must still be able
 * to renew. How old it may be is decided by {@link Enrolment}, and MQTT takes no expired one.
 */
final class EnrolmentTrust extends X509ExtendedTrustManager {
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

  private final Authority authority;

  EnrolmentTrust(Authority authority) {
    this.authority = authority;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (chain.length == 0 || !authority.signed(chain[0])) {
      throw new CertificateException("the certificate is not from this hub's authority");
    }
    List<String> purposes = chain[0].getExtendedKeyUsage();
    if (purposes == null
        || !purposes.contains(CLIENT_AUTH)
        || chain[0].getBasicConstraints() >= 0) {
      throw new CertificateException("the certificate is not a station's");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("the hub's enrolment listener calls nobody");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {authority.certificate()};
  }
}
