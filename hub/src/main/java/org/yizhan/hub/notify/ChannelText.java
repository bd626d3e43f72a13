package org.yizhan.hub.notify;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/** A channel as one line of JSON, to be kept. Holds its secrets. */
final class ChannelText {
  private ChannelText() {}

  static String of(Channel channel) {
    JsonObject json = new JsonObject().put("kind", channel.kind());
    switch (channel) {
      case Channel.WeComRobot(URI url) -> json.put("url", url.toString());
      case Channel.DingTalkRobot(URI url, String secret) ->
          json.put("url", url.toString()).put("secret", secret);
      case Channel.FeishuRobot(URI url, String secret) ->
          json.put("url", url.toString()).put("secret", secret);
      case Channel.Ntfy(URI server, String topic, Optional<String> token) -> {
        json.put("url", server.toString()).put("topic", topic);
        token.ifPresent(text -> json.put("secret", text));
      }
      case Channel.Mail(String to) -> json.put("to", to);
      case Channel.Webhook(URI url, Optional<String> secret) -> {
        json.put("url", url.toString());
        secret.ifPresent(text -> json.put("secret", text));
      }
    }
    return json.encode();
  }

  static Channel read(String text) {
    JsonObject json = new JsonObject(text);
    String kind = json.getString("kind", "");
    Optional<String> secret = Optional.ofNullable(json.getString("secret"));
    return switch (kind) {
      case "wecom" -> new Channel.WeComRobot(url(json));
      case "dingtalk" -> new Channel.DingTalkRobot(url(json), secret.orElse(""));
      case "feishu" -> new Channel.FeishuRobot(url(json), secret.orElse(""));
      case "ntfy" -> new Channel.Ntfy(url(json), json.getString("topic", ""), secret);
      case "mail" -> new Channel.Mail(json.getString("to", ""));
      case "webhook" -> new Channel.Webhook(url(json), secret);
      default -> throw new IllegalArgumentException("no kind of channel: " + kind);
    };
  }

  private static URI url(JsonObject json) {
    return SafeAddress.parse(json.getString("url", ""));
  }
}
