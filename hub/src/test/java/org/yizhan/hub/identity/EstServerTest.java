package org.yizhan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yizhan.hub.identity.HubIdentity.KIOSK;

import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS on loopback, with the JDK's own client. */
class EstServerTest {
  @TempDir Path folder;
  @TempDir Path elsewhere;
  private final Vertx vertx = Vertx.vertx();
  private HubIdentity hub;
  private EstServer server;
  private int port;

  @BeforeEach
  void listen() throws Exception {
    hub = new HubIdentity(folder).withKiosk();
    ServerCredential credential = ServerCredential.open(hub.authority, List.of(), hub.clock);
    server = new EstServer(vertx, hub.enrolment, credential, hub.clock);
    port =
        server
            .listen("127.0.0.1", 0)
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void gives_its_authoritys_certificate_to_anybody() throws Exception {
    HttpResponse<String> answer = send(null, get("cacerts"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pkcs7-mime");
    assertThat(certificates(answer)).containsExactly(hub.authority.certificate());
  }

  @Test
  void enrols_a_device_with_its_token() throws Exception {
    Device device = Device.withNewKey();

    HttpResponse<String> answer = enrol(hub.newToken(), device.request("CN=" + KIOSK));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/pkcs7-mime; smime-type=certs-only");
    X509Certificate certificate = certificates(answer).getFirst();
    certificate.verify(hub.authority.certificate().getPublicKey());
    assertThat(certificate.getPublicKey()).isEqualTo(device.keys().getPublic());
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
  }

  @Test
  void tells_a_technician_with_a_used_token_what_to_do() throws Exception {
    String token = hub.newToken();
    enrol(token, Device.withNewKey().request("CN=" + KIOSK));

    HttpResponse<String> answer = enrol(token, Device.withNewKey().request("CN=" + KIOSK));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("hub station replace " + KIOSK);
  }

  @Test
  void asks_for_credentials_when_there_are_none() throws Exception {
    HttpResponse<String> answer =
        send(null, post("simpleenroll", Device.withNewKey().request("CN=" + KIOSK)));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
  }

  @Test
  void refuses_a_request_that_names_another_station() throws Exception {
    HttpResponse<String> answer =
        enrol(hub.newToken(), Device.withNewKey().request("CN=another-station"));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void refuses_a_request_signed_with_another_key() throws Exception {
    byte[] stolen = Device.withNewKey().request("CN=" + KIOSK, Device.newKeys("EC", 256));

    HttpResponse<String> answer = enrol(hub.newToken(), stolen);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not signed with its own key");
  }

  @Test
  void refuses_a_weak_key() throws Exception {
    Device weak = new Device(Device.newKeys("RSA", 1024));

    HttpResponse<String> answer = enrol(hub.newToken(), weak.request("CN=" + KIOSK));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("P-256");
  }

  @Test
  void refuses_what_is_no_request_at_all() throws Exception {
    byte[] noise = "not a request".getBytes(StandardCharsets.UTF_8);

    assertThat(enrol(hub.newToken(), noise).statusCode()).isEqualTo(400);
  }

  @Test
  void cuts_off_a_body_that_is_too_long() throws Exception {
    byte[] flood = new byte[SigningRequest.BODY_BYTES_MAX + 1];

    assertThat(enrol(hub.newToken(), flood).statusCode()).isEqualTo(413);
  }

  @Test
  void slows_down_an_address_that_asks_too_often() throws Exception {
    int last = 0;
    for (int request = 0; request <= 30; request++) {
      last = send(null, get("cacerts")).statusCode();
    }

    assertThat(last).isEqualTo(429);
  }

  @Test
  void renews_over_mutual_tls() throws Exception {
    Device device = Device.withNewKey();
    X509Certificate current =
        certificates(enrol(hub.newToken(), device.request("CN=" + KIOSK))).getFirst();
    Device fresh = Device.withNewKey();

    HttpResponse<String> answer =
        send(keys(device.keys(), current), post("simplereenroll", fresh.request("CN=" + KIOSK)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(certificates(answer).getFirst().getPublicKey()).isEqualTo(fresh.keys().getPublic());
  }

  @Test
  void does_not_renew_without_a_certificate() throws Exception {
    HttpResponse<String> answer =
        send(null, post("simplereenroll", Device.withNewKey().request("CN=" + KIOSK)));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void does_not_renew_a_replaced_certificate() throws Exception {
    Device device = Device.withNewKey();
    X509Certificate current =
        certificates(enrol(hub.newToken(), device.request("CN=" + KIOSK))).getFirst();
    hub.register.endDevice(KIOSK);

    HttpResponse<String> answer =
        send(
            keys(device.keys(), current),
            post("simplereenroll", Device.withNewKey().request("CN=" + KIOSK)));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void does_not_shake_hands_with_a_certificate_of_another_authority() {
    HubIdentity other = new HubIdentity(elsewhere).withKiosk();
    Device device = Device.withNewKey();
    X509Certificate foreign =
        EnrolmentTest.granted(
            other.enrolment.enrol(KIOSK, other.newToken(), device.signingRequest(KIOSK.value())));

    assertThatThrownBy(
            () ->
                send(
                    keys(device.keys(), foreign),
                    post("simplereenroll", device.request("CN=" + KIOSK))))
        .isInstanceOf(IOException.class);
  }

  private HttpResponse<String> enrol(String token, byte[] request) throws Exception {
    String basic =
        Base64.getEncoder().encodeToString((KIOSK + ":" + token).getBytes(StandardCharsets.UTF_8));
    return send(null, post("simpleenroll", request).header("Authorization", "Basic " + basic));
  }

  private HttpRequest.Builder get(String what) {
    return HttpRequest.newBuilder(
            URI.create("https://localhost:" + port + "/.well-known/est/" + what))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpRequest.Builder post(String what, byte[] body) {
    return get(what)
        .header("Content-Type", "application/pkcs10")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<String> send(KeyManager @Nullable [] keys, HttpRequest.Builder request)
      throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, new TrustManager[] {hub.authority.stationTrust()}, null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static KeyManager[] keys(KeyPair keys, X509Certificate certificate) {
    return new KeyManager[] {new InsistentKeys(keys, certificate)};
  }

  private static List<X509Certificate> certificates(HttpResponse<String> answer) throws Exception {
    byte[] der = Base64.getMimeDecoder().decode(answer.body());
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(der))
        .stream()
        .map(X509Certificate.class::cast)
        .toList();
  }
}
