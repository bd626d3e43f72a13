package org.yizhan.edge.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.yizhan.config.BundleReading;
import org.yizhan.config.ProvisioningBundle;
import org.yizhan.config.ProvisioningBundleCodec;
import org.yizhan.edge.card.AtomicFile;

/**
 * A station's first certificate. The key is made on this device and never leaves it; it is kept
 * before the hub is asked, so that an answer lost on the way can be asked for again with the same
 * token.
 */
public final class Enrolment {
  private final Path data;
  private final IdentityFolder identity;

  /**
   * @param data the station's data folder
   */
  public Enrolment(Path data) {
    this.data = data;
    this.identity = new IdentityFolder(data.resolve("identity"));
  }

  /** Enrols with the bundle in this file. */
  public StationIdentity enrol(Path bundleFile, Instant now) throws IdentityException {
    if (identity.isEnrolled()) {
      throw new IdentityException(
          data
              + " is enrolled already, as "
              + identity.load().station()
              + "; for another station use another data folder");
    }
    ProvisioningBundle bundle = read(bundleFile);
    if (bundle.tokenExpires().isBefore(now)) {
      throw new IdentityException(
          "the token of "
              + bundleFile
              + " expired at "
              + bundle.tokenExpires()
              + " (this device's clock says "
              + now
              + "); ask the hub's operator for a new bundle, or set the clock");
    }
    PrivateKey key = keptKey();
    X509Certificate authority = EstClient.authority(bundle.hubCaPem());
    X509Certificate certificate =
        new EstClient(bundle.enrolUrl()).enrol(bundle.station(), bundle.token(), key, authority);
    keepProfile(bundle);
    identity.keepHub(bundle);
    identity.keepCertificate(certificate);
    return identity.load();
  }

  private PrivateKey keptKey() throws IdentityException {
    Optional<PrivateKey> kept = identity.readKey();
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      PrivateKey drawn = SigningRequest.drawKey();
      identity.keepKey(drawn);
      return drawn;
    } catch (GeneralSecurityException impossible) {
      throw new IdentityException("this Java cannot make EC P-256 keys", impossible);
    }
  }

  private void keepProfile(ProvisioningBundle bundle) throws IdentityException {
    Path file = data.resolve("profile.yaml");
    if (Files.exists(file)) {
      return;
    }
    try {
      AtomicFile.write(file, bundle.profileYaml().getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new IdentityException(
          file + " cannot be written (" + failure.getMessage() + "); make the folder writable",
          failure);
    }
  }

  private static ProvisioningBundle read(Path file) throws IdentityException {
    String text;
    try {
      if (Files.size(file) > ProvisioningBundle.BYTES_MAX) {
        throw new IdentityException(file + " is no provisioning bundle: it is larger than 128 KiB");
      }
      text = Files.readString(file);
    } catch (IOException unreadable) {
      throw new IdentityException(
          "the bundle "
              + file
              + " cannot be read ("
              + unreadable.getClass().getSimpleName()
              + "); check the path",
          unreadable);
    }
    return switch (ProvisioningBundleCodec.read(text)) {
      case BundleReading.Read(ProvisioningBundle bundle) -> bundle;
      case BundleReading.Refused refused -> throw new IdentityException(file + ": " + refused);
    };
  }
}
