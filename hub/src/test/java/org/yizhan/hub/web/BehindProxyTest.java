package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.identity.SettableClock;

class BehindProxyTest {
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
