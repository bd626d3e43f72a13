package org.yizhan.hub.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
  private static final List<Channel> ALL =
      List.of(
          new Channel.WeComRobot(
              URI.create(
                  "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4")),
          new Channel.DingTalkRobot(
              URI.create("https://oapi.dingtalk.com/robot/send?access_token=0123456789"),
              "SECabcdefgh"),
          new Channel.FeishuRobot(
              URI.create("https://open.feishu.cn/open-apis/bot/v2/hook/0123456789"), "abcdefgh"),
          new Channel.Ntfy(
              URI.create("https://ntfy.sh"), "lc-keepers-9f31", Optional.of("tk_secret")),
          new Channel.Ntfy(URI.create("https://ntfy.sh"), "lc-keepers-9f31", Optional.empty()),
          new Channel.Mail("keeper@example.org"),
          new Channel.Webhook(
              URI.create("https://example.org/hooks/0123456789"), Optional.of("whsec_abcd")),
          new Channel.Webhook(URI.create("http://[::1]:8080/hooks"), Optional.empty()));

  @Test
  void is_kept_and_read_back() {
    assertThat(ALL).allMatch(each -> ChannelText.read(ChannelText.of(each)).equals(each));
  }

  @Test
  void is_never_shown_so_that_it_could_be_used() {
    for (Channel channel : ALL) {
      assertThat(channel.shown())
          .isNotBlank()
          .doesNotContain(
              "693a91f6", "0123456", "SECabc", "abcdefgh", "lc-keepers", "tk_", "keeper", "whsec");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/hook",
        "http://10.0.0.1/hook",
        "http://localhost.example.org/hook",
        "ftp://example.org/hook",
        "file:///etc/passwd",
        "https:///hook",
        "https://user:word@example.org/hook",
        "https://example.org/hook#part",
        "hook",
      })
  void must_be_https_with_a_host_or_on_this_machine(String url) {
    assertThatThrownBy(() -> new Channel.Webhook(URI.create(url), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_a_robot_must_be_whole() {
    assertThatThrownBy(
            () ->
                new Channel.WeComRobot(
                    URI.create("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=")))
        .hasMessageContaining("key=");
    assertThatThrownBy(
            () ->
                new Channel.DingTalkRobot(
                    URI.create("https://oapi.dingtalk.com/robot/send"), "SECabc"))
        .hasMessageContaining("access_token=");
  }

  @Test
  void mail_leaves_in_the_clear_to_this_machine_only() {
    assertThatThrownBy(
            () ->
                new MailServer(
                    "mail.example.org",
                    25,
                    MailServer.Security.NONE,
                    Optional.empty(),
                    "",
                    "yizhan@example.org"))
        .hasMessageContaining("encryption");
  }
}
