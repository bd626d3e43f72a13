package org.yizhan.hub.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A PKCS#10 request (RFC 2986) whose signature proved that the asker has the private key.
 *
 * @param commonName the only name it asks for; whether it may have it is decided elsewhere
 */
record SigningRequest(String commonName, PublicKey key) {
  /** More than a P-256 or RSA-4096 request with a few attributes needs. */
  static final int BODY_BYTES_MAX = 8 * 1024;

  /** Says what is wrong with a request, for the technician who sent it. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  /** Reads the body of an EST request: base64 of the DER (RFC 7030 section 4.2.1). */
  static SigningRequest ofBase64(byte[] body) throws Malformed {
    if (body.length > BODY_BYTES_MAX) {
      throw new Malformed("the request is longer than " + BODY_BYTES_MAX + " bytes");
    }
    byte[] der;
    try {
      der = Base64.getMimeDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new Malformed("the request is not base64");
    }
    return ofDer(der);
  }

  private static SigningRequest ofDer(byte[] der) throws Malformed {
    try {
      JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der);
      PublicKey key = request.getPublicKey();
      requireStrong(key);
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw new Malformed("the request is not signed with its own key");
      }
      RDN[] names = request.getSubject().getRDNs(BCStyle.CN);
      if (names.length != 1 || request.getSubject().getRDNs().length != 1) {
        throw new Malformed("the request's subject must be one common name, the station's id");
      }
      return new SigningRequest(IETFUtils.valueToString(names[0].getFirst().getValue()), key);
    } catch (IOException
        | GeneralSecurityException
        | OperatorCreationException
        | PKCSException
        | RuntimeException e) {
      throw new Malformed("the request is no PKCS#10 request that can be read");
    }
  }

  private static void requireStrong(PublicKey key) throws Malformed {
    boolean strong =
        switch (key) {
          case ECPublicKey ec -> {
            int bits = ec.getParams().getCurve().getField().getFieldSize();
            yield bits == 256 || bits == 384;
          }
          case RSAPublicKey rsa ->
              rsa.getModulus().bitLength() >= 2_048 && rsa.getModulus().bitLength() <= 4_096;
          default -> false;
        };
    if (!strong) {
      throw new Malformed("the key must be EC P-256 or P-384, or RSA of 2048 to 4096 bits");
    }
  }
}
