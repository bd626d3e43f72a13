package org.yizhan.bench;

import java.io.IOException;
import java.io.Reader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yizhan.station.StationId;

/**
 * Certificates for thousands of stations by the hub's own authority, without thousands of
 * enrolments: signed beside it, with the key in its folder. The hub learns them at their first use.
 */
final class LoadCertificates {
  private final X509Certificate authority;
  private final ContentSigner signer;
  private final KeyPair keys;
  private long serial = 1L << 40;

  LoadCertificates(Path authorityFolder) {
    try {
      authority = certificate(authorityFolder.resolve("ca.crt"));
      signer =
          new JcaContentSignerBuilder("SHA256withECDSA")
              .build(key(authorityFolder.resolve("ca.key")));
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      keys = generator.generateKeyPair();
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new BenchException("the hub's authority in " + authorityFolder + " cannot be used", e);
    }
  }

  X509Certificate authority() {
    return authority;
  }

  /** All stations of the load share one key: only the names must differ. */
  PrivateKey key() {
    return keys.getPrivate();
  }

  X509Certificate of(StationId station) {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            authority.getSubjectX500Principal(),
            BigInteger.valueOf(serial++),
            Date.from(now.minus(Duration.ofMinutes(1))),
            Date.from(now.plus(Duration.ofDays(2))),
            new X500Principal("CN=" + station),
            keys.getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (IOException | GeneralSecurityException e) {
      throw new BenchException("a certificate for " + station + " cannot be made", e);
    }
  }

  private static X509Certificate certificate(Path file)
      throws IOException, GeneralSecurityException {
    try (PEMParser parser = new PEMParser(Files.newBufferedReader(file))) {
      return new JcaX509CertificateConverter()
          .getCertificate((X509CertificateHolder) parser.readObject());
    }
  }

  private static PrivateKey key(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        PEMParser parser = new PEMParser(text)) {
      Object object = parser.readObject();
      PrivateKeyInfo info =
          object instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : (PrivateKeyInfo) object;
      return new JcaPEMKeyConverter().getPrivateKey(info);
    }
  }
}
