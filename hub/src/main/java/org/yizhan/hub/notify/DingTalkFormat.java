package org.yizhan.hub.notify;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.yizhan.hub.notice.Letter;

/**
 * The group robot of DingTalk (钉钉) with a signature, as "自定义机器人接入" and "自定义机器人安全设置" describe it
 * (open.dingtalk.com/document/robots/custom-robot-access and …/customize-robot-security-settings):
 * {@code timestamp} in milliseconds and {@code sign} = Base64(HMAC-SHA256(secret, timestamp + "\n"
 * + secret)), URL-encoded, follow the access token; the clock may differ by an hour. 20 messages a
 * minute; more, and the robot is deaf for ten minutes (errcode 130101). A message holds at most
 * 20000 bytes. It answers 200 whatever happened: errcode 0 says taken, 310000 a wrong signature,
 * keyword or sender.
 */
record DingTalkFormat(Channel.DingTalkRobot robot) implements HttpFormat {
  static final int MESSAGE_BYTES_MAX = 20_000;
  private static final int TOO_OFTEN = 130_101;

  @Override
  public Limits limits() {
    return new Limits(18, MESSAGE_BYTES_MAX); // of 20: another clock counts them
  }

  @Override
  public int bytes(Letter letter) {
    return body(letter).getBytes(StandardCharsets.UTF_8).length;
  }

  private static String body(Letter letter) {
    return markdown(letter.title(), Markdown.of(letter, "\n\n"));
  }

  @Override
  public Request request(Letter letter, Instant now) {
    return new Request(signed(now), "application/json;charset=utf-8", body(letter), Map.of());
  }

  static String markdown(String title, String text) {
    return new JsonObject()
        .put("msgtype", "markdown")
        .put("markdown", new JsonObject().put("title", title).put("text", text))
        .encode();
  }

  URI signed(Instant now) {
    long timestamp = now.toEpochMilli();
    String sign = Signature.of(robot.secret(), timestamp + "\n" + robot.secret());
    return URI.create(
        robot.url()
            + "&timestamp="
            + timestamp
            + "&sign="
            + URLEncoder.encode(sign, StandardCharsets.UTF_8));
  }

  @Override
  public Outcome judge(Answer answer) {
    return RobotAnswer.judge(
        answer, "errcode", "errmsg", Map.of(TOO_OFTEN, Duration.ofMinutes(10)));
  }
}
