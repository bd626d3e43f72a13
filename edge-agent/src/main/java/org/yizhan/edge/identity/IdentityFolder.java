package org.yizhan.edge.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yizhan.config.ProvisioningBundle;
import org.yizhan.edge.card.AtomicFile;
import org.yizhan.station.StationId;

/**
 * The folder {@code identity/}: {@code station.key} (PKCS#8 PEM, its owner's alone), {@code
 * station.crt}, {@code hub-ca.crt} and {@code hub.json} (where the hub is). The certificate is
 * written last: a folder that has it is complete.
 */
public final class IdentityFolder {
  private static final String KEY = "station.key";
  private static final String CERTIFICATE = "station.crt";
  private static final String AUTHORITY = "hub-ca.crt";
  private static final String HUB = "hub.json";
  private static final long FILE_BYTES_MAX = 64 * 1024;
  private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([a-z0-9-]{3,40})(?:,|$)");
  private static final JsonFactory JSON = new JsonFactory();

  private final Path folder;

  public IdentityFolder(Path folder) {
    this.folder = folder;
  }

  /** Whether this station has been enrolled. */
  public boolean isEnrolled() {
    return Files.exists(folder.resolve(CERTIFICATE));
  }

  /**
   * Everything, as it is now: read anew at every connect, so that a renewed certificate is used.
   */
  public StationIdentity load() throws IdentityException {
    if (!isEnrolled()) {
      throw new IdentityException(
          "this station is not enrolled: there is no "
              + folder.resolve(CERTIFICATE)
              + "; run station enrol with its provisioning bundle");
    }
    X509Certificate certificate = readCertificate(CERTIFICATE);
    Map<String, String> hub = readHub();
    return new StationIdentity(
        nameOf(certificate),
        readKey().orElseThrow(() -> broken(KEY, "it is missing")),
        certificate,
        readCertificate(AUTHORITY),
        field(hub, "mqttHost"),
        port(field(hub, "mqttPort")),
        field(hub, "enrolUrl"));
  }

  /** The device's key, when one was made already. */
  Optional<PrivateKey> readKey() throws IdentityException {
    if (!Files.exists(folder.resolve(KEY))) {
      return Optional.empty();
    }
    try {
      return Optional.of(PemText.readKey(new String(read(KEY), StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException unreadable) {
      throw broken(KEY, "it holds no readable key");
    }
  }

  void keepKey(PrivateKey key) throws IdentityException {
    try {
      AtomicFile.writeSecret(folder.resolve(KEY), PemText.ofKey(key));
    } catch (IOException failure) {
      throw unwritable(KEY, failure);
    }
  }

  void keepHub(ProvisioningBundle bundle) throws IdentityException {
    try {
      AtomicFile.write(
          folder.resolve(AUTHORITY), bundle.hubCaPem().getBytes(StandardCharsets.US_ASCII));
      AtomicFile.write(folder.resolve(HUB), hubJson(bundle).getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw unwritable(HUB, failure);
    }
  }

  void keepCertificate(X509Certificate certificate) throws IdentityException {
    try {
      AtomicFile.write(folder.resolve(CERTIFICATE), PemText.ofCertificate(certificate));
    } catch (IOException | GeneralSecurityException failure) {
      throw unwritable(CERTIFICATE, failure);
    }
  }

  private static String hubJson(ProvisioningBundle bundle) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("mqttHost", bundle.mqttHost());
      out.writeNumberField("mqttPort", bundle.mqttPort());
      out.writeStringField("enrolUrl", bundle.enrolUrl());
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private Map<String, String> readHub() throws IdentityException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser in = JSON.createParser(read(HUB))) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw broken(HUB, "it is no JSON object");
      }
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        if (in.nextToken().isScalarValue()) {
          fields.put(name, in.getText());
        } else {
          in.skipChildren();
        }
      }
    } catch (IOException malformed) {
      throw broken(HUB, "it is not JSON");
    }
    return fields;
  }

  private String field(Map<String, String> hub, String name) throws IdentityException {
    String value = hub.get(name);
    if (value == null || value.isBlank()) {
      throw broken(HUB, name + " is missing");
    }
    return value;
  }

  private int port(String text) throws IdentityException {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      throw broken(HUB, "mqttPort is no number");
    }
    throw broken(HUB, "mqttPort lies between 1 and 65535");
  }

  private X509Certificate readCertificate(String name) throws IdentityException {
    try {
      return PemText.readCertificates(read(name)).getFirst();
    } catch (GeneralSecurityException unreadable) {
      throw broken(name, "it holds no readable certificate");
    }
  }

  private StationId nameOf(X509Certificate certificate) throws IdentityException {
    String subject = certificate.getSubjectX500Principal().getName();
    Matcher name = COMMON_NAME.matcher(subject);
    if (name.find() && StationId.isValid(name.group(1))) {
      return new StationId(name.group(1));
    }
    throw broken(CERTIFICATE, "its subject " + subject + " names no station");
  }

  private byte[] read(String name) throws IdentityException {
    Path file = folder.resolve(name);
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw broken(name, "it is far too large");
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw broken(name, "it cannot be read (" + failure.getMessage() + ")");
    }
  }

  private IdentityException broken(String name, String why) {
    return new IdentityException(
        folder.resolve(name)
            + " cannot be used: "
            + why
            + "; restore it, or enrol this device anew (hub station replace)");
  }

  private IdentityException unwritable(String name, Exception failure) {
    return new IdentityException(
        folder.resolve(name)
            + " cannot be written ("
            + failure.getMessage()
            + "); make the folder writable and free some space",
        failure);
  }
}
