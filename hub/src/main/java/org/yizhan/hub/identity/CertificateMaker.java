package org.yizhan.hub.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes certificates as RFC 5280 asks: EC P-256 keys, ECDSA with SHA-256, 128-bit random serial
 * numbers, key identifiers, and the key usage of exactly one role.
 */
final class CertificateMaker {
  /** Clocks of stations without a time server may lag; a certificate begins this much earlier. */
  static final Duration BACKDATED = Duration.ofHours(1);

  private final SecureRandom random;

  CertificateMaker(SecureRandom random) {
    this.random = random;
  }

  KeyPair newKey() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec("secp256r1"), random);
      return keys.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  X509Certificate authority(String name, KeyPair keys, Instant from, Duration life) {
    X500Name self = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    return build(
        new Plan(self, keys.getPrivate(), keys.getPublic(), self, keys.getPublic(), from, life),
        (extensions, builder) -> {
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
          builder.addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
  }

  X509Certificate server(
      Signer signer, PublicKey key, List<String> names, Instant from, Duration life) {
    X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, "Yizhan hub").build();
    GeneralName[] alternatives =
        names.stream().map(CertificateMaker::generalName).toArray(GeneralName[]::new);
    return build(
        signer.plan(subject, key, from, life),
        (extensions, builder) -> {
          leaf(builder, KeyPurposeId.id_kp_serverAuth);
          builder.addExtension(
              Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
          builder.addExtension(
              Extension.authorityKeyIdentifier,
              false,
              extensions.createAuthorityKeyIdentifier(signer.certificate()));
        });
  }

  X509Certificate station(
      Signer signer, PublicKey key, String station, Instant from, Duration life) {
    X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, station).build();
    return build(
        signer.plan(subject, key, from, life),
        (extensions, builder) -> {
          leaf(builder, KeyPurposeId.id_kp_clientAuth);
          builder.addExtension(
              Extension.authorityKeyIdentifier,
              false,
              extensions.createAuthorityKeyIdentifier(signer.certificate()));
        });
  }

  /** The authority's key and certificate. */
  record Signer(PrivateKey key, X509Certificate certificate) {
    private Plan plan(X500Name subject, PublicKey key, Instant from, Duration life) {
      X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
      return new Plan(issuer, this.key, certificate.getPublicKey(), subject, key, from, life);
    }
  }

  private record Plan(
      X500Name issuer,
      PrivateKey issuerKey,
      PublicKey issuerPublicKey,
      X500Name subject,
      PublicKey key,
      Instant from,
      Duration life) {}

  private interface Extensions {
    void add(JcaX509ExtensionUtils extensions, X509v3CertificateBuilder builder)
        throws IOException, GeneralSecurityException;
  }

  private X509Certificate build(Plan plan, Extensions more) {
    Instant from = plan.from.minus(BACKDATED).truncatedTo(ChronoUnit.SECONDS);
    Instant until = plan.from.plus(plan.life).truncatedTo(ChronoUnit.SECONDS);
    try {
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              plan.issuer, newSerial(), Date.from(from), Date.from(until), plan.subject, plan.key);
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(plan.key));
      more.add(extensions, builder);
      return parse(
          builder
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(plan.issuerKey))
              .getEncoded());
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IdentityException("a certificate for " + plan.subject + " cannot be made", e);
    }
  }

  private static void leaf(X509v3CertificateBuilder builder, KeyPurposeId purpose)
      throws IOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
  }

  private static GeneralName generalName(String name) {
    return new GeneralName(
        HostName.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }

  /** Positive, 128 random bits below a fixed top bit, so that none is short (RFC 5280 4.1.2.2). */
  private BigInteger newSerial() {
    return new BigInteger(128, random).setBit(128);
  }

  static X509Certificate parse(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new IdentityException("these bytes are no X.509 certificate", e);
    }
  }

  static byte[] encode(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IdentityException("a certificate cannot be encoded", e);
    }
  }
}
