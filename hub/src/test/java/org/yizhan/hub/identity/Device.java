package org.yizhan.hub.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A station's computer with a key of its own, as far as enrolment knows it. */
record Device(KeyPair keys) {
  static Device withNewKey() {
    return new Device(newKeys("EC", 256));
  }

  static KeyPair newKeys(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] request(String subject) {
    return request(subject, keys);
  }

  /** A request for this device's public key, signed with whatever key is given. */
  byte[] request(String subject, KeyPair signedBy) {
    String algorithm =
        switch (signedBy.getPrivate().getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> signedBy.getPrivate().getAlgorithm();
        };
    try {
      byte[] der =
          new JcaPKCS10CertificationRequestBuilder(new X500Principal(subject), keys.getPublic())
              .build(new JcaContentSignerBuilder(algorithm).build(signedBy.getPrivate()))
              .getEncoded();
      return Base64.getMimeEncoder().encode(der);
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  SigningRequest signingRequest(String station) {
    try {
      return SigningRequest.ofBase64(request("CN=" + station));
    } catch (SigningRequest.Malformed e) {
      throw new IllegalStateException(e);
    }
  }
}
