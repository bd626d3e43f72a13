package org.yizhan.edge.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Heard;
import org.yizhan.edge.hardware.simulated.SimulatedTime;

class NodeEndpointTest {
  private static final byte[] KEY = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHER_KEY = "sixteen bytes no".getBytes(StandardCharsets.US_ASCII);
  private static final List<Path> LIBCOAP =
      List.of(Path.of("/usr/bin/coap-client-openssl"), Path.of("/usr/bin/coap-client-gnutls"));

  @TempDir Path data;
  private final SimulatedTime time = new SimulatedTime(Instant.parse("2026-11-02T06:00:00Z"));
  private final Heard<Integer> weights = new Heard<>();
  private NodeEndpoint endpoint;
  private FixtureInput<Integer> scale;
  private @Nullable CoapEndpoint client;

  @BeforeEach
  void open_the_scale() throws Exception {
    Path file = data.resolve(NodesFile.NAME);
    Files.writeString(
        file,
        """
        host: 127.0.0.1
        port: 0
        nodes:
          shelf-1: "%s"
          shelf-2: "%s"
        """
            .formatted(hex(KEY), hex(KEY)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    endpoint = new NodeEndpoint(data, time);
    scale = endpoint.scale("shelf-1");
    scale.open(weights, new Heard<>());
  }

  @AfterEach
  void close() {
    if (client != null) {
      client.destroy();
    }
    scale.close();
  }

  @Test
  void takes_a_weight_in_json_and_in_cbor() throws Exception {
    connectAs("shelf-1", KEY);

    CoapResponse json = post("[{\"n\":\"shelf-1\",\"u\":\"g\",\"v\":4200}]");
    time.advance(Duration.ofSeconds(1));
    CoapResponse cbor =
        post(
            new byte[] {
              (byte) 0x81,
              (byte) 0xA3,
              0,
              0x67,
              's',
              'h',
              'e',
              'l',
              'f',
              '-',
              '1',
              1,
              0x62,
              'k',
              'g',
              2,
              4
            },
            MediaTypeRegistry.APPLICATION_SENML_CBOR);

    assertThat(json.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(cbor.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(weights.next()).isEqualTo(4_200);
    assertThat(weights.next()).isEqualTo(4_000);
  }

  @Test
  void refuses_malformed_foreign_old_oversized_and_hasty_packs() throws Exception {
    connectAs("shelf-1", KEY);
    double wall = time.now().wallMs() / 1_000.0;

    assertThat(post("[{]").getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    time.advance(Duration.ofSeconds(1));
    assertThat(post("[{\"n\":\"shelf-2\",\"u\":\"g\",\"v\":1}]").getCode())
        .isEqualTo(ResponseCode.FORBIDDEN);
    time.advance(Duration.ofSeconds(1));
    String pack = "[{\"n\":\"shelf-1\",\"u\":\"g\",\"v\":1,\"t\":%f}]".formatted(wall);
    assertThat(post(pack).getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(post(pack).getCode()).isEqualTo(ResponseCode.TOO_MANY_REQUESTS);
    time.advance(Duration.ofSeconds(1));
    assertThat(post(pack).getCode()).isEqualTo(ResponseCode.CONFLICT);
    time.advance(Duration.ofSeconds(1));
    assertThat(post("[" + " ".repeat(3_000) + "]").getCode())
        .isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
    assertThat(post(new byte[] {1}, MediaTypeRegistry.TEXT_PLAIN).getCode())
        .isEqualTo(ResponseCode.UNSUPPORTED_CONTENT_FORMAT);

    assertThat(weights.next()).isEqualTo(1);
    assertThat(weights.waiting()).isZero();
  }

  @Test
  void refuses_a_node_the_profile_does_not_have() throws Exception {
    connectAs("shelf-2", KEY);

    assertThat(post("[{\"n\":\"shelf-2\",\"u\":\"g\",\"v\":1}]").getCode())
        .isEqualTo(ResponseCode.FORBIDDEN);
  }

  @Test
  void a_wrong_key_and_an_unknown_node_get_no_connection() {
    connectAs("shelf-1", OTHER_KEY);
    assertThat(failsToPost()).isTrue();
    Objects.requireNonNull(client).destroy();

    connectAs("stranger", KEY);
    assertThat(failsToPost()).isTrue();
    assertThat(weights.waiting()).isZero();
  }

  @Test
  void plain_coap_is_not_heard() throws Exception {
    byte[] post = {0x50, 0x02, 0x12, 0x34, (byte) 0xB5, 's', 'e', 'n', 'm', 'l', (byte) 0xFF, '['};
    try (DatagramSocket plain = new DatagramSocket()) {
      plain.send(new DatagramPacket(post, post.length, endpoint.address()));
    }

    connectAs("shelf-1", KEY);
    assertThat(post("[{\"n\":\"shelf-1\",\"u\":\"g\",\"v\":7}]").getCode())
        .isEqualTo(ResponseCode.CHANGED);

    assertThat(weights.next()).isEqualTo(7);
    assertThat(weights.waiting()).isZero();
  }

  @Test
  void libcoap_clients_can_report() throws Exception {
    List<Path> installed = LIBCOAP.stream().filter(Files::isExecutable).toList();
    Assumptions.assumeFalse(
        installed.isEmpty(), "no libcoap client (Debian: apt-get install libcoap3-bin)");

    int grams = 1_000;
    for (Path libcoap : installed) {
      time.advance(Duration.ofSeconds(1));
      Process process =
          new ProcessBuilder(
                  libcoap.toString(),
                  "-m",
                  "post",
                  "-u",
                  "shelf-1",
                  "-k",
                  new String(KEY, StandardCharsets.US_ASCII),
                  "-t",
                  "110",
                  "-B",
                  "10",
                  "-e",
                  "[{\"n\":\"shelf-1\",\"u\":\"g\",\"v\":%d}]".formatted(++grams),
                  "coaps://127.0.0.1:" + endpoint.address().getPort() + "/senml")
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(said).isTrue();
      assertThat(weights.next()).as(libcoap + ": " + said).isEqualTo(grams);
    }
  }

  @Test
  void a_node_without_a_key_cannot_be_opened_and_a_closed_endpoint_opens_again() throws Exception {
    assertThatThrownBy(() -> endpoint.scale("shelf-9").open(weights, new Heard<>()))
        .isInstanceOf(HardwareException.class)
        .hasMessageContaining("has no key");
    scale.close();

    scale.open(weights, new Heard<>());
    connectAs("shelf-1", KEY);

    assertThat(post("[{\"n\":\"shelf-1\",\"u\":\"g\",\"v\":9}]").getCode())
        .isEqualTo(ResponseCode.CHANGED);
  }

  private void connectAs(String node, byte[] key) {
    Configuration configuration = Configuration.createStandardWithoutFile();
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY);
    configuration.set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 500, TimeUnit.MILLISECONDS);
    configuration.set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, 1);
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, 1_024);
    client =
        CoapEndpoint.builder()
            .setConfiguration(configuration)
            .setConnector(
                new DTLSConnector(
                    DtlsConnectorConfig.builder(configuration)
                        .setAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .setAdvancedPskStore(new AdvancedSinglePskStore(node, key))
                        .build()))
            .build();
  }

  private CoapResponse post(String json) throws Exception {
    return post(json.getBytes(StandardCharsets.UTF_8), MediaTypeRegistry.APPLICATION_SENML_JSON);
  }

  private CoapResponse post(byte[] payload, int format) throws Exception {
    CoapResponse response = client().advanced(request(payload, format));
    assertThat(response).as("an answer").isNotNull();
    return response;
  }

  private boolean failsToPost() {
    try {
      return client().advanced(request(new byte[] {'['}, MediaTypeRegistry.APPLICATION_SENML_JSON))
          == null;
    } catch (java.io.IOException
        | org.eclipse.californium.elements.exception.ConnectorException e) {
      return true;
    }
  }

  private CoapClient client() {
    InetSocketAddress server = endpoint.address();
    CoapClient coap = new CoapClient("coaps://127.0.0.1:" + server.getPort() + "/senml");
    coap.setEndpoint(Objects.requireNonNull(client));
    coap.setTimeout(15_000L);
    return coap;
  }

  private static Request request(byte[] payload, int format) {
    Request request = Request.newPost();
    request.setPayload(payload);
    request.getOptions().setContentFormat(format);
    return request;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
