package org.yizhan.hub.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.notice.Letter;
import org.yizhan.hub.notice.Tongue;

/** Each format, byte for byte: the vendor's own example first, then a message of ours. */
class FormatTest {
  private static final URI WECOM =
      URI.create("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx");
  private static final URI DINGTALK =
      URI.create("https://oapi.dingtalk.com/robot/send?access_token=XXXXXX");
  private static final URI FEISHU = URI.create("https://open.feishu.cn/open-apis/bot/v2/hook/xxxx");

  @Test
  void wecom_writes_the_markdown_of_its_documentation() {
    assertThat(
            WeComFormat.markdown(
                "实时新增用户反馈<font color=\"warning\">132例</font>，请相关同事注意。\n>类型:<font"
                    + " color=\"comment\">用户反馈</font>"))
        .isEqualTo(
            "{\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"实时新增用户反馈<font"
                + " color=\\\"warning\\\">132例</font>，请相关同事注意。\\n>类型:<font"
                + " color=\\\"comment\\\">用户反馈</font>\"}}");
  }

  @Test
  void wecom_is_sent_title_text_link_and_way_out() {
    HttpFormat.Request request =
        new WeComFormat(new Channel.WeComRobot(WECOM))
            .request(SampleLetters.one(), SampleLetters.AT);

    assertThat(request.url()).isEqualTo(WECOM);
    assertThat(request.body())
        .isEqualTo(
            "{\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"### 东昌路驿站：饮用水还剩"
                + " 1，低于最低存量 12\\n> 请安排补货。\\n[查看](https://hub.example.org/stations/"
                + "lc-dongchang-01)\\n[不想再收到这些消息](https://hub.example.org/unsubscribe/"
                + "00112233445566778899aabbccddeeff)\"}}");
  }

  @Test
  void dingtalk_writes_the_markdown_of_its_documentation() {
    assertThat(DingTalkFormat.markdown("杭州天气", "#### 杭州天气 \n> 9度，西北风1级"))
        .isEqualTo(
            "{\"msgtype\":\"markdown\",\"markdown\":{\"title\":\"杭州天气\",\"text\":\"####"
                + " 杭州天气 \\n> 9度，西北风1级\"}}");
  }

  /**
   * The signature is what {@code printf '1599360473000\nthis-is-secret' | openssl dgst -sha256
   * -hmac 'this-is-secret' -binary | base64} prints, URL-encoded.
   */
  @Test
  void dingtalk_signs_the_address_as_documented() {
    DingTalkFormat format =
        new DingTalkFormat(new Channel.DingTalkRobot(DINGTALK, "this-is-secret"));

    assertThat(format.signed(SampleLetters.AT).toString())
        .isEqualTo(
            DINGTALK
                + "&timestamp=1599360473000&sign=0DRv1qtQl16XilFVuCIivwvm6gYV1IK6JvVhkWsiN2s%3D");
  }

  /** Documentation: secret "demo", timestamp 1599360473. */
  @Test
  void feishu_signs_the_body_as_documented() {
    FeishuFormat format = new FeishuFormat(new Channel.FeishuRobot(FEISHU, "demo"));

    assertThat(format.signed(SampleLetters.AT).encode())
        .isEqualTo(
            "{\"timestamp\":\"1599360473\",\"sign\":\"l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=\"}");
  }

  @Test
  void feishu_writes_the_rich_text_of_its_documentation() {
    JsonArray line =
        new JsonArray()
            .add(FeishuFormat.text("项目有更新: "))
            .add(FeishuFormat.link("请查看", "http://www.example.com/"));

    assertThat(FeishuFormat.post(Tongue.ZH, "项目更新通知", new JsonArray().add(line)).encode())
        .isEqualTo(
            "{\"post\":{\"zh_cn\":{\"title\":\"项目更新通知\",\"content\":[[{\"tag\":\"text\",\"text\":"
                + "\"项目有更新: \"},{\"tag\":\"a\",\"text\":\"请查看\",\"href\":"
                + "\"http://www.example.com/\"}]]}}}");
  }

  @Test
  void feishu_is_sent_signature_type_and_content() {
    HttpFormat.Request request =
        new FeishuFormat(new Channel.FeishuRobot(FEISHU, "demo"))
            .request(SampleLetters.one(), SampleLetters.AT);

    assertThat(request.body())
        .isEqualTo(
            "{\"timestamp\":\"1599360473\",\"sign\":\"l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=\","
                + "\"msg_type\":\"post\",\"content\":{\"post\":{\"zh_cn\":{\"title\":"
                + "\"东昌路驿站：饮用水还剩 1，低于最低存量 12\",\"content\":[[{\"tag\":\"text\",\"text\":"
                + "\"请安排补货。 \"},{\"tag\":\"a\",\"text\":\"查看\",\"href\":"
                + "\"https://hub.example.org/stations/lc-dongchang-01\"}],[{\"tag\":\"a\",\"text\":"
                + "\"不想再收到这些消息\",\"href\":\"https://hub.example.org/unsubscribe/"
                + "00112233445566778899aabbccddeeff\"}]]}}}}");
  }

  @Test
  void ntfy_is_published_as_json_to_the_root() {
    HttpFormat.Request request =
        new NtfyFormat(
                new Channel.Ntfy(URI.create("https://ntfy.sh"), "mytopic", Optional.of("tk_1")))
            .request(SampleLetters.one(), SampleLetters.AT);

    assertThat(request.url()).hasToString("https://ntfy.sh/");
    assertThat(request.headers()).containsEntry("Authorization", "Bearer tk_1");
    assertThat(request.body())
        .isEqualTo(
            "{\"topic\":\"mytopic\",\"message\":\"请安排补货。\",\"title\":"
                + "\"东昌路驿站：饮用水还剩 1，低于最低存量 12\",\"priority\":3,\"click\":"
                + "\"https://hub.example.org/stations/lc-dongchang-01\",\"actions\":[{\"action\":"
                + "\"view\",\"label\":\"不想再收到这些消息\",\"url\":\"https://hub.example.org/unsubscribe/"
                + "00112233445566778899aabbccddeeff\"}],\"sequence_id\":"
                + "\"5f0c1b8e-4a4c-4f0e-9d5b-1d7f3f3c2a11\"}");
  }

  @Test
  void a_webhook_is_sent_a_cloud_event_in_structured_mode() {
    HttpFormat.Request request =
        new WebhookFormat(
                new Channel.Webhook(URI.create("https://example.org/events"), Optional.empty()))
            .request(SampleLetters.one(), SampleLetters.AT.plusSeconds(60));

    assertThat(request.contentType()).isEqualTo("application/cloudevents+json; charset=UTF-8");
    assertThat(request.headers()).isEmpty();
    assertThat(request.body())
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"type\":\"org.yizhan.notices.v1\",\"source\":"
                + "\"urn:yizhan:hub\",\"id\":\"5f0c1b8e-4a4c-4f0e-9d5b-1d7f3f3c2a11\",\"time\":"
                + "\"2020-09-06T02:47:53Z\",\"datacontenttype\":\"application/json\",\"data\":{"
                + "\"language\":\"zh\",\"urgent\":false,\"notices\":[{\"matter\":"
                + "\"item-below-minimum:lc-dongchang-01:water\",\"kind\":\"item-below-minimum\","
                + "\"station\":\"lc-dongchang-01\",\"over\":false,\"title\":"
                + "\"东昌路驿站：饮用水还剩 1，低于最低存量 12\",\"text\":\"请安排补货。\",\"link\":"
                + "\"https://hub.example.org/stations/lc-dongchang-01\"}],\"more\":0,"
                + "\"unsubscribe\":\"https://hub.example.org/unsubscribe/"
                + "00112233445566778899aabbccddeeff\"}}");
  }

  /** The example of the Standard Webhooks specification and its libraries. */
  @Test
  void a_webhook_with_a_secret_is_signed_as_standard_webhooks_are() {
    assertThat(
            WebhookFormat.signed(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}"))
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330");
  }

  @Test
  void without_reachable_pages_the_way_out_is_a_command_and_there_are_no_links() {
    Letter letter = SampleLetters.of(2, Optional.empty());

    assertThat(
            new WeComFormat(new Channel.WeComRobot(WECOM)).request(letter, SampleLetters.AT).body())
        .contains("hub channel mute lc-keepers")
        .doesNotContain("](http");
    assertThat(
            new NtfyFormat(
                    new Channel.Ntfy(URI.create("https://ntfy.sh"), "mytopic", Optional.empty()))
                .request(letter, SampleLetters.AT)
                .body())
        .contains("hub channel mute lc-keepers")
        .doesNotContain("click")
        .doesNotContain("actions");
  }

  @Test
  void names_cannot_bring_markup_or_mentions_into_a_group() {
    Letter letter =
        SampleLetters.letter(
            List.of(SampleLetters.item("<@all> [点我](http://evil) **#站**", "`x` | @所有人")),
            Optional.empty());

    assertThat(Markdown.of(letter, "\n"))
        .doesNotContain("<@all>")
        .doesNotContain("](")
        .doesNotContain("**")
        .doesNotContain("`")
        .doesNotContain("@所有人")
        .contains("＜＠all＞ ［点我］(http://evil) ＊＊＃站＊＊");
  }

  @Test
  void the_largest_notice_there_can_be_fits_every_channel_with_its_link_and_way_out() {
    String pages = "https://" + "h".repeat(180) + ".example.org";
    Letter letter =
        SampleLetters.letter(
            List.of(SampleLetters.item("站".repeat(400), "字".repeat(400))), Optional.of(pages));

    for (Channel channel :
        List.of(
            new Channel.WeComRobot(WECOM),
            new Channel.DingTalkRobot(DINGTALK, "s"),
            new Channel.FeishuRobot(FEISHU, "s"),
            new Channel.Ntfy(URI.create("https://ntfy.sh"), "t", Optional.empty()),
            new Channel.Mail("keeper@example.org"),
            new Channel.Webhook(URI.create("https://example.org/e"), Optional.empty()))) {
      Format format = Senders.format(channel);
      assertThat(format.bytes(letter)).as(channel.kind()).isLessThan(format.limits().bytes());
    }
  }
}
