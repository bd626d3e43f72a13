package org.yizhan.hub.notify;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * An address. Its texts are secrets: who has a robot's address can speak in its group. {@link
 * #shown} is what may be printed.
 */
public sealed interface Channel {
  /** A robot in a WeCom group: {@code https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…}. */
  record WeComRobot(URI url) implements Channel {
    public WeComRobot {
      SafeAddress.require(url);
      SafeAddress.requireQuery(url, "key");
    }
  }

  /** A robot in a DingTalk group, whose safety setting is "signed" (加签). */
  record DingTalkRobot(URI url, String secret) implements Channel {
    public DingTalkRobot {
      SafeAddress.require(url);
      SafeAddress.requireQuery(url, "access_token");
      SafeAddress.requireSecret(secret);
    }
  }

  /** A robot in a Feishu group, whose safety setting is the signature (签名校验). */
  record FeishuRobot(URI url, String secret) implements Channel {
    public FeishuRobot {
      SafeAddress.require(url);
      SafeAddress.requireSecret(secret);
    }
  }

  /**
   * A topic at an ntfy server.
   *
   * @param server without the topic: {@code https://ntfy.sh}
   * @param token an access token where the topic is protected
   */
  record Ntfy(URI server, String topic, Optional<String> token) implements Channel {
    public Ntfy {
      SafeAddress.require(server);
      SafeAddress.requireTopic(topic);
      token.ifPresent(SafeAddress::requireSecret);
    }
  }

  /** An e-mail address; how mail leaves the hub is set once, in {@link MailServer}. */
  record Mail(String to) implements Channel {
    public Mail {
      SafeAddress.requireMail(to);
    }
  }

  /**
   * Any program that takes CloudEvents.
   *
   * @param secret signs each event's body (HMAC-SHA256); empty sends them unsigned
   */
  record Webhook(URI url, Optional<String> secret) implements Channel {
    public Webhook {
      SafeAddress.require(url);
      secret.ifPresent(SafeAddress::requireSecret);
    }
  }

  /** Whether a text may be a secret: 1 to 200 printable characters without spaces. */
  static boolean isSecret(String text) {
    return SafeAddress.isSecret(text);
  }

  /** Whether it goes to this machine itself, where only who has the machine may send it. */
  default boolean isOnThisMachine() {
    return switch (this) {
      case WeComRobot(URI url) -> SafeAddress.isLoopback(url.getHost());
      case DingTalkRobot(URI url, String _) -> SafeAddress.isLoopback(url.getHost());
      case FeishuRobot(URI url, String _) -> SafeAddress.isLoopback(url.getHost());
      case Ntfy(URI server, String _, Optional<String> _) ->
          SafeAddress.isLoopback(server.getHost());
      case Mail _ -> false;
      case Webhook(URI url, Optional<String> _) -> SafeAddress.isLoopback(url.getHost());
    };
  }

  /** As people write it: {@code wecom}. */
  default String kind() {
    return switch (this) {
      case WeComRobot _ -> "wecom";
      case DingTalkRobot _ -> "dingtalk";
      case FeishuRobot _ -> "feishu";
      case Ntfy _ -> "ntfy";
      case Mail _ -> "mail";
      case Webhook _ -> "webhook";
    };
  }

  /** The address as it may be printed: never enough to use it. */
  default String shown() {
    return switch (this) {
      case WeComRobot(URI url) -> masked(url);
      case DingTalkRobot(URI url, String _) -> masked(url);
      case FeishuRobot(URI url, String _) -> masked(url);
      case Ntfy(URI server, String topic, Optional<String> _) ->
          server.getHost() + "/" + masked(topic);
      case Mail(String to) ->
          masked(to.substring(0, to.indexOf('@'))) + to.substring(to.indexOf('@'));
      case Webhook(URI url, Optional<String> _) -> masked(url);
    };
  }

  /** The same for two channels whose messages a vendor counts together. */
  default String rateKey() {
    return switch (this) {
      case WeComRobot(URI url) -> url.toString();
      case DingTalkRobot(URI url, String _) -> url.toString();
      case FeishuRobot(URI url, String _) -> url.toString();
      case Ntfy(URI server, String _, Optional<String> _) -> server.toString();
      case Mail _ -> "mail";
      case Webhook(URI url, Optional<String> _) -> url.toString();
    };
  }

  private static String masked(URI url) {
    String all = url.toString();
    return url.getHost().toLowerCase(Locale.ROOT) + "/…" + all.substring(all.length() - 4);
  }

  private static String masked(String text) {
    return text.length() <= 2 ? "…" : text.charAt(0) + "…" + text.charAt(text.length() - 1);
  }
}
