package org.yizhan.edge.identity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** PEM (RFC 7468): keys as PKCS#8 and certificates, with nothing but the JDK. */
final class PemText {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
  private static final String KEY = "PRIVATE KEY";

  private PemText() {}

  static byte[] ofKey(PrivateKey key) {
    return block(KEY, key.getEncoded());
  }

  static byte[] ofCertificate(X509Certificate certificate) throws CertificateException {
    return block("CERTIFICATE", certificate.getEncoded());
  }

  private static byte[] block(String label, byte[] der) {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(label, LINES.encodeToString(der), label);
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static PrivateKey readKey(String pem) throws GeneralSecurityException {
    String begin = "-----BEGIN " + KEY + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + KEY + "-----");
    if (from < 0 || to < from) {
      throw new GeneralSecurityException("no PEM block of a private key");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (IllegalArgumentException notBase64) {
      throw new GeneralSecurityException("a private key that is not base64", notBase64);
    }
  }

  /** One or more certificates, in PEM or as the DER of a PKCS#7 "certs-only" bag. */
  static List<X509Certificate> readCertificates(byte[] bytes) throws CertificateException {
    List<X509Certificate> read = new ArrayList<>();
    var in = new ByteArrayInputStream(bytes);
    for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
      if (one instanceof X509Certificate certificate) {
        read.add(certificate);
      }
    }
    if (read.isEmpty()) {
      throw new CertificateException("no certificate");
    }
    return read;
  }
}
