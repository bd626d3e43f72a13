package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.identity.SettableClock;

class BehindProxyTest {
  private static final String FORM = "/m/at/liaocheng-01";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:30:00Z"));

  @Test
  void makes_links_and_cookies_for_the_address_people_use(@TempDir Path folder) {
    LifelikeNetwork network = LifelikeNetwork.little(clock);
    HubWeb.Listen listen =
        new HubWeb.Listen(
            "127.0.0.1", 0, Optional.empty(), Optional.of(URI.create("https://hub.example.org")));
    try (TestHub hub = new TestHub(folder, network, network, clock, listen)) {
      hub.withAccount();

      var answer = new HubClient(hub).signIn();

      assertThat(hub.web().link("token")).hasToString("https://hub.example.org/link/token");
      assertThat(answer.headers().allValues("Set-Cookie"))
          .anyMatch(cookie -> cookie.startsWith("__Host-yizhan=") && cookie.contains("Secure"));
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  /** Behind a proxy all come from one address; each has the places of its own. */
  @Test
  void counts_forms_by_the_address_the_proxy_names(@TempDir Path folder) throws Exception {
    LifelikeNetwork network = LifelikeNetwork.little(clock);
    HubWeb.Listen listen =
        new HubWeb.Listen(
            "127.0.0.1", 0, Optional.empty(), Optional.of(URI.create("https://hub.example.org")));
    List<Socket> half = new ArrayList<>();
    try (TestHub hub = new TestHub(folder, network, network, clock, listen)) {
      for (int i = 0; i < SentForm.OF_ADDRESS_MAX; i++) {
        half.add(halfAForm(hub.web().port()));
      }
      long begun = System.nanoTime();
      while (SentForm.held("192.0.2.1") < SentForm.OF_ADDRESS_MAX
          && System.nanoTime() - begun < 10e9) {
        Thread.onSpinWait();
      }
      HubClient phone = new HubClient(hub);

      int same = phone.post(FORM, Map.of(), "X-Forwarded-For", "192.0.2.1").statusCode();
      int other = phone.post(FORM, Map.of(), "X-Forwarded-For", "192.0.2.2").statusCode();

      assertThat(same).isEqualTo(503);
      assertThat(other).isLessThan(500);
    } finally {
      for (Socket socket : half) {
        socket.close();
      }
    }
  }

  private static Socket halfAForm(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    String head =
        "POST %s HTTP/1.1\r\nHost: x\r\n".formatted(FORM)
            + "X-Forwarded-For: 192.0.2.1\r\nContent-Length: 100\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\nkind=dirty";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void speaks_plain_http_on_loopback_only() {
    assertThatThrownBy(() -> new HubWeb.Listen("0.0.0.0", 8080, Optional.empty(), Optional.empty()))
        .hasMessageContaining("give a certificate, or listen on 127.0.0.1");
  }

  @Test
  void names_the_port_and_the_remedy_when_it_is_taken(@TempDir Path one, @TempDir Path other) {
    LifelikeNetwork network = LifelikeNetwork.little(clock);
    try (TestHub first = new TestHub(one, network, clock)) {
      int taken = first.web().port();

      assertThatThrownBy(() -> new TestHub(other, network, network, clock, taken))
          .isInstanceOf(HubWebException.class)
          .hasMessageContaining(":" + taken)
          .hasMessageContaining("--web-port");
    }
  }
}
