package org.yizhan.hub.identity;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** When a certificate is to be renewed, and whether a key is its own. */
final class Renewal {
  private Renewal() {}

  /** At two thirds of its life. */
  static boolean isDue(X509Certificate certificate, Instant now) {
    Instant from = certificate.getNotBefore().toInstant();
    Duration life = Duration.between(from, certificate.getNotAfter().toInstant());
    return !now.isBefore(from.plus(life.multipliedBy(2).dividedBy(3)));
  }

  /** Proves the key by a signature, as the certificate's reader would. */
  static boolean fits(PrivateKey key, X509Certificate certificate) {
    byte[] probe = {1, 2, 3, 4, 5, 6, 7, 8};
    try {
      Signature sign = Signature.getInstance("SHA256withECDSA");
      sign.initSign(key);
      sign.update(probe);
      byte[] signature = sign.sign();
      sign.initVerify(certificate.getPublicKey());
      sign.update(probe);
      return sign.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
