package org.yizhan.hub.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;

/** One HTTP answer of the enrolment server. */
record EstAnswer(int status, Map<String, String> headers, String body) {
  static EstAnswer text(int status, String sentence) {
    return new EstAnswer(
        status, Map.of("Content-Type", "text/plain; charset=utf-8"), sentence + "\n");
  }

  /** Asks for the station's name and token (RFC 7030 section 3.2.3). */
  static EstAnswer unauthorized(String sentence) {
    return new EstAnswer(
        401,
        Map.of(
            "Content-Type",
            "text/plain; charset=utf-8",
            "WWW-Authenticate",
            "Basic realm=\"Yizhan enrolment\", charset=\"UTF-8\""),
        sentence + "\n");
  }

  static EstAnswer tooMany() {
    return new EstAnswer(
        429,
        Map.of("Content-Type", "text/plain; charset=utf-8", "Retry-After", "60"),
        "Too many requests: wait a minute and try again.\n");
  }

  /** Certificates and nothing signed: "certs-only" (RFC 7030 sections 4.1.3 and 4.2.3). */
  static EstAnswer certificates(List<X509Certificate> certificates, String contentType) {
    try {
      CMSSignedDataGenerator bag = new CMSSignedDataGenerator();
      bag.addCertificates(new JcaCertStore(certificates));
      byte[] der = bag.generate(new CMSAbsentContent(), false).getEncoded("DER");
      String base64 =
          Base64.getMimeEncoder(64, "\r\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
      return new EstAnswer(
          200,
          Map.of("Content-Type", contentType, "Content-Transfer-Encoding", "base64"),
          base64 + "\r\n");
    } catch (CMSException | CertificateEncodingException | IOException e) {
      throw new IdentityException("an enrolment answer cannot be written", e);
    }
  }
}
