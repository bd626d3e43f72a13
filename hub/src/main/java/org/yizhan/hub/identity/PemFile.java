package org.yizhan.hub.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** One PEM file (RFC 7468): a PKCS#8 key that only its owner can read, or a certificate. */
record PemFile(Path path) {
  private static final int BYTES_MAX = 64 * 1024;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  boolean exists() {
    return Files.exists(path);
  }

  void writeKey(PrivateKey key) {
    writeDer("PRIVATE KEY", key.getEncoded());
  }

  void writeDer(String type, byte[] der) {
    write(pem(type, der));
  }

  void writeCertificate(X509Certificate certificate) {
    write(pemOf(certificate));
  }

  PrivateKey readKey(String algorithm) {
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(readDer("PRIVATE KEY")));
    } catch (GeneralSecurityException e) {
      throw new IdentityException(
          path + " holds no " + algorithm + " key: put it back from a backup (hub restore)", e);
    }
  }

  X509Certificate readCertificate() {
    return CertificateMaker.parse(readDer("CERTIFICATE"));
  }

  static String pemOf(X509Certificate certificate) {
    return pem("CERTIFICATE", CertificateMaker.encode(certificate));
  }

  private static String pem(String type, byte[] der) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, der));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  byte[] readDer(String type) {
    try {
      if (Files.size(path) > BYTES_MAX) {
        throw new IdentityException(path + " is too large to be a key or certificate");
      }
      try (PemReader reader = new PemReader(new StringReader(Files.readString(path)))) {
        PemObject object = reader.readPemObject();
        if (object == null || !object.getType().equals(type)) {
          throw new IdentityException(
              path + " holds no PEM " + type + ": put it back from a backup (hub restore)");
        }
        return object.getContent();
      }
    } catch (IOException e) {
      throw new IdentityException(
          path + " cannot be read (" + e.getMessage() + "): put it back from a backup", e);
    }
  }

  /** Written beside and moved into place, so that a power cut leaves the old or the new file. */
  private void write(String text) {
    Path beside = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(beside);
      Files.createFile(beside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.writeString(beside, text, StandardCharsets.US_ASCII);
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IdentityException(
          path + " cannot be written (" + e.getMessage() + "): check the folder's owner and space",
          e);
    }
  }
}
