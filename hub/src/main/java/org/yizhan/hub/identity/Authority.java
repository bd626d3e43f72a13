package org.yizhan.hub.identity;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.yizhan.station.StationId;

/**
 * The hub's own certificate authority, made on first start: an EC P-256 key that never leaves
 * {@code authority/ca.key} (readable by its owner only) and a certificate good for twenty years. It
 * signs the hub's server certificate and one certificate for each station, and nothing below those.
 */
public final class Authority {
  static final Duration LIFE = Duration.ofDays(20 * 365);

  private final Path directory;
  private final CertificateMaker maker;
  private final CertificateMaker.Signer signer;
  private final InstantSource clock;

  private Authority(
      Path directory, CertificateMaker maker, CertificateMaker.Signer signer, InstantSource clock) {
    this.directory = directory;
    this.maker = maker;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Opens the authority in this folder, making it when the folder is empty.
   *
   * @throws IdentityException when a file is missing, damaged or does not fit the others
   */
  public static Authority open(Path directory, InstantSource clock, SecureRandom random) {
    PemFile key = new PemFile(directory.resolve("ca.key"));
    PemFile certificate = new PemFile(directory.resolve("ca.crt"));
    CertificateMaker maker = new CertificateMaker(random);
    makeFolder(directory);
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve("making.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock alone = channel.lock()) {
      if (alone.isValid() && !key.exists() && !certificate.exists()) {
        make(maker, key, certificate, clock, random);
      }
    } catch (IOException e) {
      throw new IdentityException(
          directory + " cannot be used (" + e.getMessage() + "): check its owner and space", e);
    }
    CertificateMaker.Signer signer =
        new CertificateMaker.Signer(key.readKey("EC"), certificate.readCertificate());
    requireFits(signer, directory);
    return new Authority(directory, maker, signer, clock);
  }

  public X509Certificate certificate() {
    return signer.certificate();
  }

  /** The authority's certificate for provisioning bundles. */
  public String certificatePem() {
    return PemFile.pemOf(signer.certificate());
  }

  /** Whom the stations' MQTT listener believes: unexpired client certificates of this authority. */
  public X509ExtendedTrustManager stationTrust() {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("authority", signer.certificate());
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has PKIX", e);
    }
  }

  X509Certificate certify(StationId station, PublicKey key, Duration life) {
    return maker.station(signer, key, station.value(), clock.instant(), life);
  }

  CertificateMaker maker() {
    return maker;
  }

  CertificateMaker.Signer signer() {
    return signer;
  }

  Path directory() {
    return directory;
  }

  /** Whether this authority signed the certificate, whatever its dates. */
  boolean signed(X509Certificate certificate) {
    try {
      certificate.verify(signer.certificate().getPublicKey());
      return certificate
          .getIssuerX500Principal()
          .equals(signer.certificate().getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static void makeFolder(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectory(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new IdentityException(
          directory + " cannot be made (" + e.getMessage() + "): check the data folder's owner", e);
    }
  }

  private static void make(
      CertificateMaker maker,
      PemFile key,
      PemFile certificate,
      InstantSource clock,
      SecureRandom random) {
    KeyPair keys = maker.newKey();
    String name = "Yizhan authority " + Integer.toHexString(random.nextInt() | 0x8000_0000);
    certificate.writeCertificate(maker.authority(name, keys, clock.instant(), LIFE));
    key.writeKey(keys.getPrivate());
  }

  private static void requireFits(CertificateMaker.Signer signer, Path directory) {
    if (!Renewal.fits(signer.key(), signer.certificate())) {
      throw new IdentityException(
          directory
              + " holds a ca.key that is not the one of ca.crt: restore both from one backup");
    }
  }
}
