package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.fleet.UsableNow;

class HostileInputTest extends WithHub {
  @BeforeEach
  void signIn() {
    hub.withAccount();
    client.signIn();
  }

  @Test
  void shows_a_stations_name_as_text_whatever_stands_in_it() {
    network.add(
        "evil-1",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "a/b",
        new UsableNow.Yes(),
        1,
        Duration.ofSeconds(1),
        0);

    for (String path :
        List.of("/?lang=zh", "/?lang=en", "/stations/evil-1", "/usage?station=evil-1")) {
      String body = client.get(path).body();
      assertThat(body).as(path).doesNotContain("<script>alert").doesNotContain("<img src=x");
    }
  }

  @Test
  void answers_nonsense_with_a_page_that_says_what_is_wrong() {
    assertThat(client.get("/?place=" + "a/".repeat(90)).statusCode()).isEqualTo(400);
    assertThat(client.get("/?place=%3Cscript%3E").statusCode()).isEqualTo(400);
    assertThat(client.get("/?place=no/such/place").body()).contains("这个地区没有驿站");
    assertThat(client.get("/stations/%2e%2e%2fetc").statusCode()).isEqualTo(404);
    assertThat(client.get("/stations/no-such-station").statusCode()).isEqualTo(404);
    assertThat(client.get("/stations/" + "x".repeat(500)).statusCode()).isEqualTo(404);
    assertThat(client.get("/assets/../web/app.css").statusCode()).isEqualTo(404);
    assertThat(client.get("/assets/%2e%2e/%2e%2e/hub.db").statusCode()).isEqualTo(404);
    assertThat(client.get("/lang?lang=%00").statusCode()).isEqualTo(404);
  }

  @Test
  void takes_days_that_are_none_for_the_usual_ones_and_says_so() {
    for (String days :
        List.of(
            "from=yesterday",
            "from=2026-02-30",
            "from=+999999999-01-01",
            "to=0001-01-01",
            "from=2026-11-23&to=2026-11-01",
            "from=2000-01-01&to=2026-01-01")) {
      var answer = client.get("/usage?" + days);
      assertThat(answer.statusCode()).as(days).isEqualTo(400);
      assertThat(answer.body()).as(days).contains("平常的时段");
      assertThat(client.get("/usage.csv?" + days).statusCode()).as(days).isEqualTo(400);
    }
  }

  @Test
  void refuses_a_body_and_an_address_without_end() {
    assertThat(client.post("/sign-out", Map.of("x", "y".repeat(40_000))).statusCode())
        .isIn(400, 413);
    assertThat(client.get("/?place=" + "a".repeat(8_000)).statusCode()).isEqualTo(414);
    assertThat(client.get("/", "X-Long", "a".repeat(17_000)).statusCode()).isEqualTo(431);
  }

  @Test
  void writes_no_header_a_visitor_made_up() throws IOException {
    String address = "/sign-in?next=%0d%0aSet-Cookie:%20evil=1&lang=en%0d%0aX:1";

    String answer = raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer.split("\r\n\r\n", 2)[0]).doesNotContainIgnoringCase("evil");
  }

  @Test
  void answers_a_wrong_method_with_405_and_keeps_standing() throws IOException {
    assertThat(raw("DELETE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).contains(" 405 ");
    assertThat(raw("\u0000\u0001nonsense\r\n\r\n")).contains(" 400 ");
    assertThat(client.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void guards_every_answer_with_headers_that_allow_nothing_foreign() {
    for (String path : List.of("/", "/sign-in", "/no-such-page", "/api/v1/stations", "/healthz")) {
      var headers = client.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
      assertThat(headers.firstValue("Cache-Control").orElse("")).as(path).contains("no-store");
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.web().port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
