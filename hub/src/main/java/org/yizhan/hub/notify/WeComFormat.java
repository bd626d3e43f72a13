package org.yizhan.hub.notify;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.yizhan.hub.notice.Letter;

/**
 * The group robot of WeCom (企业微信), as "群机器人配置说明" describes it
 * (developer.work.weixin.qq.com/document/path/91770): a POST of {@code
 * {"msgtype":"markdown","markdown":{"content":…}}}, the content at most 4096 bytes of UTF-8, 20
 * messages a minute to one robot. It answers 200 whatever happened; {@code errcode} 0 says taken,
 * 45009 too often, 93000 no such robot.
 */
record WeComFormat(Channel.WeComRobot robot) implements HttpFormat {
  static final int CONTENT_BYTES_MAX = 4_096;
  private static final int TOO_OFTEN = 45_009;

  @Override
  public Limits limits() {
    return new Limits(18, CONTENT_BYTES_MAX); // of 20: another clock counts them
  }

  @Override
  public int bytes(Letter letter) {
    return content(letter).getBytes(StandardCharsets.UTF_8).length;
  }

  private static String content(Letter letter) {
    return Markdown.of(letter, "\n");
  }

  @Override
  public Request request(Letter letter, Instant now) {
    return new Request(robot.url(), "application/json", markdown(content(letter)), Map.of());
  }

  static String markdown(String content) {
    return new JsonObject()
        .put("msgtype", "markdown")
        .put("markdown", new JsonObject().put("content", content))
        .encode();
  }

  @Override
  public Outcome judge(Answer answer) {
    return RobotAnswer.judge(answer, "errcode", "errmsg", Map.of(TOO_OFTEN, Duration.ofMinutes(1)));
  }
}
