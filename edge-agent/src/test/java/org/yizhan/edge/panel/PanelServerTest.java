package org.yizhan.edge.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yizhan.edge.supply.KnownLevel;
import org.yizhan.edge.time.Moments;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Presence;
import org.yizhan.wire.ShelfLevel;

class PanelServerTest {
  private static final DeskDouble DESK = new DeskDouble();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static PanelServer panel;

  @BeforeAll
  static void open() throws IOException {
    panel = PanelServer.open("127.0.0.1", 0, DESK);
  }

  @AfterAll
  static void close() {
    panel.close();
    CLIENT.close();
  }

  @BeforeEach
  void all_is_well() {
    DESK.alive = true;
    DESK.faults = List.of();
    DESK.door = Presence.DoorState.CLOSED;
    DESK.hardware = HardwareKind.SIMULATED;
    DESK.water = DeskDouble.WEIGHED;
  }

  @Test
  void speaks_chinese_first() throws Exception {
    HttpResponse<String> page = get("");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<html lang=\"zh-CN\">", "在站人数", "● 正常运行");
  }

  @ParameterizedTest
  @CsvSource({
    "'', en-GB, en",
    "'', 'zh-CN,en', zh-CN",
    "'', 'fr,en;q=0.5', en",
    "'', fr, zh-CN",
    "?lang=en, zh, en",
    "?lang=zh, en, zh-CN",
    "?lang=%3Cscript%3E, en, zh-CN",
  })
  void speaks_the_language_asked_for(String query, String accept, String tag) throws Exception {
    HttpResponse<String> page = get(query, "Accept-Language", accept);

    assertThat(page.body()).contains("<html lang=\"" + tag + "\">").doesNotContain("<script");
  }

  @Test
  void says_clearly_that_the_hardware_is_simulated() throws Exception {
    assertThat(get("?lang=en").body()).contains("hardware of this station is simulated");
    assertThat(get("metrics").body())
        .contains("yizhan_station_hardware_simulated{hardware=\"simulated\"");

    DESK.hardware = HardwareKind.REAL;

    assertThat(get("?lang=en").body()).doesNotContain("simulated");
  }

  @Test
  void says_how_a_level_is_known_and_how_old_that_is() throws Exception {
    assertThat(get("?lang=en").body()).contains("▲ 7</span></td><td class=\"age\">weighed · ");

    DESK.water = counted(Duration.ofHours(5));

    assertThat(get("?lang=en").body()).contains("▲ 7</span></td><td class=\"age\">counted 5 h ago");
    assertThat(get("?lang=zh").body()).contains("5 小时前清点 · 最低量");
  }

  @Test
  void old_levels_look_old() throws Exception {
    DESK.water = counted(Duration.ofDays(12));

    assertThat(get("?lang=en").body())
        .contains("<span class=\"unknown\">◌ 7</span>", "counted 12 days ago, long ago");
  }

  @Test
  void a_level_nobody_counted_stays_unknown() throws Exception {
    DESK.water = new KnownLevel(OptionalInt.empty(), ShelfLevel.How.RECKONED, OptionalLong.of(0));

    assertThat(get("?lang=en").body()).contains("<span class=\"unknown\">◌ unknown</span>");
  }

  private static KnownLevel counted(Duration ago) {
    return new KnownLevel(
        OptionalInt.of(7),
        ShelfLevel.How.COUNTED,
        OptionalLong.of(Moments.at(120_000).wallMs() - ago.toMillis()));
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void tells_every_fault_as_a_sentence_in_both_languages(FaultKind kind) throws Exception {
    DESK.faults = List.of(DeskDouble.fault(kind));

    String english = get("?lang=en").body();
    String chinese = get("?lang=zh").body();

    assertThat(english).contains(FaultSentence.of(kind, Tongue.EN)).doesNotContain(kind.name());
    assertThat(chinese).contains(FaultSentence.of(kind, Tongue.ZH)).doesNotContain(kind.name());
  }

  @Test
  void shows_unknown_as_unknown() throws Exception {
    DESK.door = Presence.DoorState.UNKNOWN;

    assertThat(get("?lang=en").body()).contains("◌ Unknown", "◌ The door's state is unknown");
    assertThat(get("metrics").body()).containsPattern("yizhan_station_door_open\\{[^}]*} NaN");
  }

  @Test
  void escapes_what_comes_from_elsewhere() throws Exception {
    assertThat(get("").body()).contains("&lt;the hub&gt;").doesNotContain("<the hub>");
  }

  @Test
  void allows_no_script_and_no_frame() throws Exception {
    HttpResponse<String> page = get("");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(page.body()).doesNotContain("<script", "style=");
    assertThat(get("panel.css").headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/css");
  }

  @Test
  void is_healthy_as_long_as_the_loop_lives() throws Exception {
    int well = get("healthz").statusCode();
    DESK.alive = false;
    int ended = get("healthz").statusCode();

    assertThat(well).isEqualTo(200);
    assertThat(ended).isEqualTo(503);
  }

  @Test
  void refuses_other_methods_and_unknown_pages() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(panel.address()))
            .POST(HttpRequest.BodyPublishers.ofString("x=1"))
            .build();

    assertThat(CLIENT.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    assertThat(get("../../etc/passwd").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1|Host: evil.example||, 421",
    "GET / HTTP/1.1|Host: localhost:1||, 200",
    "GET / HTTP/1.1|Host: [::1]||, 200",
    "NONSENSE||, 400",
  })
  void answers_to_its_own_names_only(String request, int status) throws Exception {
    assertThat(raw(request.replace("|", "\r\n"))).matches("HTTP/1\\.[01] " + status);
  }

  @Test
  void refuses_an_endless_address() throws Exception {
    assertThat(raw("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .matches("HTTP/1\\.[01] 414");
  }

  @Test
  void says_which_flag_helps_when_the_port_is_taken() {
    int port = URI.create(panel.address()).getPort();

    assertThatThrownBy(() -> PanelServer.open("127.0.0.1", port, DESK))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--panel-port");
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(panel.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String raw(String request) throws IOException {
    URI address = URI.create(panel.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      byte[] start = in.readNBytes(12);
      return new String(start, StandardCharsets.UTF_8);
    }
  }
}
