package org.yizhan.edge.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for tests, as a hub has one. */
public final class TestAuthority {
  private static final Duration LIFE = Duration.ofDays(90);

  private final KeyPair key = drawPair();
  private final X509Certificate certificate;

  public TestAuthority() {
    X500Name name = new X500Name("CN=Yizhan test authority");
    JcaX509v3CertificateBuilder builder = builder(name, name, key.getPublic(), Instant.now(), LIFE);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    } catch (CertIOException impossible) {
      throw new AssertionError(impossible);
    }
    this.certificate = signed(builder);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** For a client, valid from now on or from another instant, for so long. */
  public X509Certificate client(String commonName, PublicKey key, Instant from, Duration life) {
    return certify(commonName, key, KeyPurposeId.id_kp_clientAuth, from, life);
  }

  private X509Certificate certify(
      String commonName, PublicKey subject, KeyPurposeId purpose, Instant from, Duration life) {
    X500Name issuer = new X500Name("CN=Yizhan test authority");
    JcaX509v3CertificateBuilder builder =
        builder(issuer, new X500Name("CN=" + commonName), subject, from, life);
    try {
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      if (purpose.equals(KeyPurposeId.id_kp_serverAuth)) {
        var names =
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            };
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
    } catch (CertIOException impossible) {
      throw new AssertionError(impossible);
    }
    return signed(builder);
  }

  /** Writes {@code ca.crt}, {@code server.crt} and {@code server.key} for localhost. */
  public void writeServer(Path folder) throws IOException, GeneralSecurityException {
    KeyPair server = drawPair();
    X509Certificate issued =
        certify(
            "localhost", server.getPublic(), KeyPurposeId.id_kp_serverAuth, Instant.now(), LIFE);
    Files.write(folder.resolve("ca.crt"), PemText.ofCertificate(certificate));
    Files.write(folder.resolve("server.crt"), PemText.ofCertificate(issued));
    Files.write(folder.resolve("server.key"), PemText.ofKey(server.getPrivate()));
  }

  /** Writes a station's identity folder, as after an enrolment. */
  public void writeStation(Path folder, String station, int mqttPort)
      throws IOException, GeneralSecurityException {
    KeyPair pair = drawPair();
    X509Certificate issued = client(station, pair.getPublic(), Instant.now(), LIFE);
    Files.createDirectories(folder);
    Files.write(folder.resolve("station.key"), PemText.ofKey(pair.getPrivate()));
    Files.write(folder.resolve("station.crt"), PemText.ofCertificate(issued));
    Files.write(folder.resolve("hub-ca.crt"), PemText.ofCertificate(certificate));
    Files.writeString(
        folder.resolve("hub.json"),
        "{\"mqttHost\":\"127.0.0.1\",\"mqttPort\":%d,\"enrolUrl\":\"https://127.0.0.1:1\"}"
            .formatted(mqttPort));
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Instant from, Duration life) {
    Instant begin = from.minusSeconds(60);
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(64, new SecureRandom()),
        Date.from(begin),
        Date.from(begin.plus(life)),
        subject,
        key);
  }

  private X509Certificate signed(X509v3CertificateBuilder builder) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    } catch (OperatorCreationException | GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public static KeyPair drawPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
