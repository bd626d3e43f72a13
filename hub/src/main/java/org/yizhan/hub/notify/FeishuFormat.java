package org.yizhan.hub.notify;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.notice.Letter;
import org.yizhan.hub.notice.Tongue;

/**
 * The group robot of Feishu (飞书) with a signature, as "自定义机器人使用指南" describes it
 * (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot): a rich text ("post") of lines, with
 * {@code timestamp} in seconds and {@code sign} = Base64(HMAC-SHA256(timestamp + "\n" + secret,
 * "")) in the body. At most 20 KB a request, 100 a minute and 5 a second. It answers 200: {@code
 * code} 0 says taken, 19021 a wrong signature, 11232 too often, 9499 a wrong form or size.
 */
record FeishuFormat(Channel.FeishuRobot robot) implements HttpFormat {
  static final int BODY_BYTES_MAX = 20_000;
  private static final int TOO_OFTEN = 11_232;

  @Override
  public Limits limits() {
    return new Limits(90, BODY_BYTES_MAX);
  }

  @Override
  public int bytes(Letter letter) {
    return body(letter, Instant.EPOCH.plusSeconds(9_999_999_999L))
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }

  @Override
  public Request request(Letter letter, Instant now) {
    return new Request(robot.url(), "application/json", body(letter, now), Map.of());
  }

  private String body(Letter letter, Instant now) {
    JsonArray lines = new JsonArray();
    boolean several = letter.items().size() > 1 || letter.more() > 0;
    for (Letter.Item item : letter.items()) {
      if (several) {
        lines.add(new JsonArray().add(text(item.title())));
      }
      JsonArray line = new JsonArray();
      if (!item.text().isEmpty()) {
        line.add(text(item.text() + " "));
      }
      letter.linkOf(item).ifPresent(link -> line.add(link(letter.viewWord(), link)));
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    letter.moreLine().ifPresent(more -> lines.add(new JsonArray().add(text(more))));
    Optional<String> wayOut = letter.wayOutLink();
    lines.add(
        new JsonArray()
            .add(
                wayOut.isPresent()
                    ? link(letter.wayOutLine(), wayOut.get())
                    : text(letter.wayOutLine())));
    return signed(now)
        .put("msg_type", "post")
        .put("content", post(letter.tongue(), letter.title(), lines))
        .encode();
  }

  static JsonObject post(Tongue tongue, String title, JsonArray lines) {
    String locale =
        switch (tongue) {
          case ZH -> "zh_cn";
          case EN -> "en_us";
        };
    return new JsonObject()
        .put(
            "post",
            new JsonObject()
                .put(locale, new JsonObject().put("title", title).put("content", lines)));
  }

  static JsonObject text(String text) {
    return new JsonObject().put("tag", "text").put("text", text);
  }

  static JsonObject link(String text, String href) {
    return new JsonObject().put("tag", "a").put("text", text).put("href", href);
  }

  JsonObject signed(Instant now) {
    String timestamp = Long.toString(now.getEpochSecond());
    return new JsonObject()
        .put("timestamp", timestamp)
        .put("sign", Signature.of(timestamp + "\n" + robot.secret(), ""));
  }

  @Override
  public Outcome judge(Answer answer) {
    return RobotAnswer.judge(answer, "code", "msg", Map.of(TOO_OFTEN, Duration.ofMinutes(1)));
  }
}
