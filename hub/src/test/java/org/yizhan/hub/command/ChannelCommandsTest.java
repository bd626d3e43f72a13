package org.yizhan.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.hub.command.Terminal.Said;
import org.yizhan.hub.notice.NoticeWords;
import org.yizhan.hub.notice.StationRef;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

class ChannelCommandsTest {
  private static final String WECOM =
      "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0";

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = Terminal.withHub(folder);
  }

  private Said channel(String line) {
    return terminal.hub(("channel " + line).split(" ", -1));
  }

  @Test
  void an_address_is_added_shown_without_its_secret_and_removed() {
    Said added = channel("add keepers --wecom " + WECOM + " --place shandong --quiet 22:00-07:00");

    assertThat(added.err()).isEmpty();
    assertThat(added.exit()).isZero();
    Said list = channel("list");
    assertThat(list.out())
        .contains("keepers", "wecom", "keeper", "place:shandong", "22:00-07:00")
        .doesNotContain("693a91f6");
    assertThat(channel("remove keepers").exit()).isZero();
    assertThat(channel("list --json").out()).startsWith("[]");
  }

  @Test
  void a_name_is_given_once_and_an_unknown_one_is_named() {
    channel("add keepers --wecom " + WECOM + " --place shandong");

    assertThat(channel("add keepers --mail a@example.org --place shandong").err())
        .contains("keepers is there already");
    assertThat(channel("remove nobody").err()).contains("no channel nobody");
    assertThat(channel("mute nobody").err()).contains("no channel nobody");
    assertThat(channel("test nobody").err()).contains("no channel nobody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add k --place shandong",
        "add k --mail a@example.org",
        "add k --mail a@example.org --place shandong --station lc-dongchang-01",
        "add k --mail a@example.org --wecom " + WECOM + " --place shandong",
        "add k --mail nobody --place shandong",
        "add K! --mail a@example.org --place shandong",
        "add k --wecom http://example.org/send?key=1 --place shandong",
        "add k --wecom https://example.org/send --place shandong",
        "add k --dingtalk https://oapi.dingtalk.com/robot/send?access_token=1 --place shandong",
        "add k --mail a@example.org --secret x --place shandong",
        "add k --ntfy topic --place shandong",
        "add k --webhook ::: --place shandong",
        "add k --mail a@example.org --place Shandong",
        "add k --mail a@example.org --place shandong --role king",
        "add k --mail a@example.org --place shandong --language fr",
        "add k --mail a@example.org --place shandong --quiet late",
        "add k --mail a@example.org --place shandong --quiet 22:00-07:00 --zone Moon",
        "mute k --hours 0",
        "mute k --hours 1 --off",
        "mail-server mail.example.org --from nobody",
        "mail-server mail.example.org --from a@example.org --user x",
        "mail-server mail.example.org --from a@example.org --security none",
        "mail-server mail.example.org --from a@example.org --security rot13",
        "mail-server mail.example.org --from a@example.org --port 0",
      })
  void a_line_that_cannot_mean_anything_ends_with_2_and_changes_nothing(String line) {
    Said said = channel(line);

    assertThat(said.exit()).as(said.err()).isEqualTo(2);
    assertThat(said.err()).startsWith("hub: ").doesNotContain("Exception");
    assertThat(channel("list --json").out()).startsWith("[]");
  }

  @Test
  void a_station_must_be_there() {
    Said said = channel("add k --mail a@example.org --station no-such-station");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("no-such-station").contains("hub station list");
  }

  @Test
  void muting_is_shown_and_lifted() {
    channel("add keepers --mail keeper@example.org --place shandong");

    assertThat(channel("mute keepers --hours 8").out()).contains("until");
    assertThat(rows().getJsonObject(0).getBoolean("muted")).isTrue();
    assertThat(channel("mute keepers").out()).contains("--off");
    assertThat(channel("list").out()).contains("muted until told otherwise");
    channel("mute keepers --off");

    assertThat(rows().getJsonObject(0).getBoolean("muted")).isFalse();
  }

  @Test
  void answers_are_spoken_in_chinese_where_that_is_wished() {
    List<String> english = new ArrayList<>();
    for (String line :
        List.of(
            "list",
            "add keepers --mail keeper@example.org --place shandong",
            "mute keepers --hours 8",
            "list",
            "mute keepers",
            "list",
            "mute keepers --off",
            "test keepers",
            "test nobody",
            "remove keepers",
            "mail-server mail.example.org --from yizhan@example.org")) {
      Said said = channel(line);
      (said.out() + said.err()).lines().forEach(english::add);
    }

    for (String line : english) {
      String chinese = HubCommandLine.chinese().apply(line);
      if (!line.startsWith("keepers  ")) { // the table speaks in the words of the command line
        assertThat(chinese).as(line).containsPattern("\\p{IsHan}");
      }
      assertThat(chinese.replaceAll("hub channel [a-z-]+( keepers)?", ""))
          .doesNotContainPattern("[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}");
    }
  }

  private JsonArray rows() {
    return new JsonArray(channel("list --json").out().strip());
  }

  @Test
  void a_try_says_what_was_answered() throws Exception {
    List<String> bodies = new ArrayList<>();
    List<String> answers =
        new ArrayList<>(
            List.of(
                "{\"errcode\":0,\"errmsg\":\"ok\"}",
                "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"));
    HttpServer robot =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    robot.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = answers.removeFirst().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    robot.start();
    try {
      channel(
          "add keepers --place shandong --wecom http://127.0.0.1:"
              + robot.getAddress().getPort()
              + "/send?key=12345678");

      Said taken = channel("test keepers");
      Said refused = channel("test keepers");

      assertThat(taken.exit()).isZero();
      assertThat(taken.out()).contains("keepers took the message").doesNotContain("12345678");
      assertThat(new JsonObject(bodies.getFirst()).getJsonObject("markdown").getString("content"))
          .contains("试发：“keepers”能收到消息")
          .contains("hub channel mute keepers");
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("errcode 93000: invalid webhook url");
    } finally {
      robot.stop(0);
    }
  }

  @Test
  void what_stands_is_named_and_taken_care_of_once() {
    channel("add keepers --mail keeper@example.org --place shandong");
    assertThat(channel("matters").out()).contains("Nothing stands");
    String key = "station-silent:lc-dongchang-01";
    try (OpenHub hub = OpenHub.of(new HubFolder(folder))) {
      hub.notices()
          .tell(
              NoticeWords.stationSilent(
                  new StationRef(
                      new StationId("lc-dongchang-01"),
                      new BilingualText("东昌路驿站", "Dongchang Road kiosk"),
                      UnionPlace.of("shandong/liaocheng"))));
    }

    assertThat(channel("matters").out()).contains(key).contains("addresses told: 1");
    assertThat(channel("handled " + key).exit()).isZero();
    JsonArray rows = new JsonArray(channel("matters --json").out().strip());
    assertThat(rows.getJsonObject(0).getBoolean("acknowledged")).isTrue();
    assertThat(channel("handled no-such-matter").err()).contains("hub channel matters");
  }

  @Test
  void mail_without_a_server_says_how_to_set_one() {
    channel("add keepers --mail keeper@example.org --place shandong");

    assertThat(channel("test keepers").err()).contains("hub channel mail-server");
    assertThat(
            channel("mail-server mail.example.org --from yizhan@example.org --json")
                .json()
                .getInteger("port"))
        .isEqualTo(587);
  }
}
