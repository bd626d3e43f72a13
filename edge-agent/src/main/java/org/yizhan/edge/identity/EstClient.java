package org.yizhan.edge.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.yizhan.station.StationId;

/**
 * Enrolment over Secure Transport, the two requests a station makes: {@code simpleenroll} and
 * {@code simplereenroll} (RFC 7030 sections 4.2.1 and 4.2.2). The client and its threads live for
 * one request only.
 */
final class EstClient {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int ANSWER_BYTES_MAX = 64 * 1024;
  private static final int SENTENCE_LENGTH_MAX = 300;

  private final String enrolUrl;

  EstClient(String enrolUrl) {
    this.enrolUrl = enrolUrl;
  }

  /** A first certificate for a one-time token, over TLS that believes this authority alone. */
  X509Certificate enrol(StationId station, String token, PrivateKey key, X509Certificate authority)
      throws IdentityException {
    byte[] basic = (station.value() + ":" + token).getBytes(StandardCharsets.UTF_8);
    return request(
        "simpleenroll",
        station,
        key,
        authority,
        StationIdentity.tlsOf(authority),
        Optional.of("Basic " + Base64.getEncoder().encodeToString(basic)));
  }

  /** A fresh certificate for the same key, proven by the current one. */
  X509Certificate renew(StationIdentity current) throws IdentityException {
    return request(
        "simplereenroll",
        current.station(),
        current.key(),
        current.authority(),
        current.tls(),
        Optional.empty());
  }

  private X509Certificate request(
      String operation,
      StationId station,
      PrivateKey key,
      X509Certificate authority,
      SSLContext tls,
      Optional<String> authorization)
      throws IdentityException {
    try {
      byte[] der = SigningRequest.der(station, key);
      URI address = URI.create(enrolUrl + "/.well-known/est/" + operation);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .timeout(ANSWER_WITHIN)
              .header("Content-Type", "application/pkcs10")
              .header("Content-Transfer-Encoding", "base64")
              .POST(HttpRequest.BodyPublishers.ofByteArray(Base64.getMimeEncoder().encode(der)));
      authorization.ifPresent(value -> request.header("Authorization", value));
      return checked(send(tls, request.build()), station, key, authority);
    } catch (GeneralSecurityException | IllegalArgumentException failure) {
      throw new IdentityException(
          "the enrolment request for " + station + " cannot be made: " + failure.getMessage(),
          failure);
    } catch (IOException failure) {
      throw unreachable(failure);
    }
  }

  private byte[] send(SSLContext tls, HttpRequest request) throws IOException, IdentityException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .sslContext(tls)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream in = response.body()) {
        body = in.readNBytes(ANSWER_BYTES_MAX);
      }
      if (response.statusCode() != 200) {
        throw refused(response.statusCode(), body);
      }
      return body;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the program is stopping", stopped);
    }
  }

  private static X509Certificate checked(
      byte[] body, StationId station, PrivateKey key, X509Certificate authority)
      throws IdentityException {
    try {
      byte[] der = Base64.getMimeDecoder().decode(body);
      X509Certificate certificate = PemText.readCertificates(der).getFirst();
      certificate.verify(authority.getPublicKey());
      certificate.checkValidity();
      if (!certificate.getPublicKey().equals(SigningRequest.publicKeyOf(key))) {
        throw new IdentityException(
            "the hub answered with a certificate for another key; ask for a new bundle");
      }
      if (!certificate.getSubjectX500Principal().getName().equals("CN=" + station.value())) {
        throw new IdentityException(
            "the hub answered with a certificate for "
                + certificate.getSubjectX500Principal().getName()
                + ", not for "
                + station);
      }
      return certificate;
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new IdentityException(
          "the hub's answer is no certificate that can be used ("
              + unusable.getMessage()
              + "); check that this device's clock is right",
          unusable);
    }
  }

  private IdentityException refused(int status, byte[] body) {
    String sentence = new String(body, StandardCharsets.UTF_8).strip();
    if (sentence.length() > SENTENCE_LENGTH_MAX) {
      sentence = sentence.substring(0, SENTENCE_LENGTH_MAX) + "…";
    }
    String printable = sentence.replaceAll("\\p{Cntrl}", " ");
    String verdict =
        switch (status) {
          case 401, 403 -> "the hub refused";
          case 429 -> "the hub is asked too often";
          case 404 -> "there is no enrolment server";
          default -> status >= 500 ? "the hub cannot enrol just now" : "the hub did not accept";
        };
    return new IdentityException(
        "%s (%s, HTTP %d): %s".formatted(verdict, enrolUrl, status, printable));
  }

  private IdentityException unreachable(IOException failure) {
    String why =
        switch (failure) {
          case SSLException tls ->
              "is not the hub of this bundle, or this device's clock is wrong ("
                  + tls.getMessage()
                  + ")";
          case ConnectException _ ->
              "cannot be reached; check the network, the address and that the hub runs";
          case HttpTimeoutException _ -> "does not answer; check the network and that the hub runs";
          default -> "broke off the request (" + failure.getMessage() + "); try again";
        };
    return new IdentityException("the hub at " + enrolUrl + " " + why, failure);
  }

  static X509Certificate authority(String pem) throws IdentityException {
    try {
      byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
      return PemText.readCertificates(new ByteArrayInputStream(bytes).readAllBytes()).getFirst();
    } catch (GeneralSecurityException malformed) {
      throw new IdentityException(
          "the bundle's hubCaPem is no certificate; ask for a new bundle", malformed);
    }
  }
}
