package org.yizhan.hub.mqtt;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that lives for one test. */
final class TestAuthority {
  private static final char[] PASSWORD = "test".toCharArray();

  private final Instant from = Instant.now().minusSeconds(3600);
  private final KeyPair keys;
  private final X509Certificate certificate;
  private long serial = 1;

  TestAuthority(String name) throws GeneralSecurityException, IOException {
    keys = newKeys();
    certificate =
        sign(name, keys, keys, new X500Name("CN=" + name), true, KeyPurposeId.anyExtendedKeyUsage);
  }

  X509ExtendedKeyManager server() throws GeneralSecurityException, IOException {
    for (KeyManager manager : keyManagers("hub", KeyPurposeId.id_kp_serverAuth)) {
      if (manager instanceof X509ExtendedKeyManager extended) {
        return extended;
      }
    }
    throw new IllegalStateException("no key manager");
  }

  X509ExtendedTrustManager trust() throws GeneralSecurityException, IOException {
    for (TrustManager manager : trustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new IllegalStateException("no trust manager");
  }

  /** How a station with this name speaks TLS to a hub of this authority. */
  SSLContext client(String station) throws GeneralSecurityException, IOException {
    return context(this, keyManagers(station, KeyPurposeId.id_kp_clientAuth));
  }

  /** A client that trusts the hub of {@code hub} but shows a certificate of this authority. */
  SSLContext stranger(String station, TestAuthority hub)
      throws GeneralSecurityException, IOException {
    return context(hub, keyManagers(station, KeyPurposeId.id_kp_clientAuth));
  }

  SSLContext anonymous() throws GeneralSecurityException, IOException {
    return context(this, new KeyManager[0]);
  }

  private static SSLContext context(TestAuthority hub, KeyManager[] keys)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, hub.trustManagers(), null);
    return context;
  }

  private KeyManager[] keyManagers(String name, KeyPurposeId purpose)
      throws GeneralSecurityException, IOException {
    KeyPair own = newKeys();
    X509Certificate signed = sign(name, own, keys, new X500Name(subject()), false, purpose);
    KeyStore store = empty();
    store.setKeyEntry(
        "own", own.getPrivate(), PASSWORD, new X509Certificate[] {signed, certificate});

    KeyManagerFactory simple = KeyManagerFactory.getInstance("SunX509");
    simple.init(store, PASSWORD);
    return simple.getKeyManagers();
  }

  private TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setCertificateEntry("authority", certificate);
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return factory.getTrustManagers();
  }

  private String subject() {
    return certificate.getSubjectX500Principal().getName();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private X509Certificate sign(
      String name,
      KeyPair subject,
      KeyPair issuer,
      X500Name issuerName,
      boolean authority,
      KeyPurposeId purpose)
      throws GeneralSecurityException, IOException {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuerName,
              BigInteger.valueOf(serial++),
              Date.from(from),
              Date.from(from.plus(Duration.ofDays(30))),
              new X500Name("CN=" + name),
              subject.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
