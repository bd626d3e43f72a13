package org.yizhan.hub.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.QuietHours;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.notify.Channel;
import org.yizhan.hub.notify.Subscription;
import org.yizhan.hub.web.view.ChannelView;
import org.yizhan.hub.web.view.PlaceChoice;

/**
 * A new channel as somebody typed it. All that is wrong is said together. Robots' addresses and
 * secrets are never sent back: who typed something wrong beside them pastes them again.
 */
final class ChannelForm {
  static final List<String> KINDS =
      List.of("wecom", "dingtalk", "feishu", "ntfy", "mail", "webhook");

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Set<String> SECRET_NEEDED = Set.of("dingtalk", "feishu");
  private static final Set<String> SECRET_TAKEN = Set.of("dingtalk", "feishu", "ntfy", "webhook");
  private static final Set<String> ADDRESS_HARMLESS = Set.of("mail");
  private static final int TYPED_MAX = 500;

  private final Visit visit;
  private final String kind;
  private final List<ChannelView.Wrong> problems = new ArrayList<>();

  ChannelForm(Visit visit, String kind) {
    this.visit = visit;
    this.kind = kind;
  }

  static ChannelView.Form empty(String kind) {
    return new ChannelView.Form(
        kind, takesSecret(kind), needsSecret(kind), "", "", "keeper", "", "zh", "", "");
  }

  private static boolean takesSecret(String kind) {
    return SECRET_TAKEN.contains(kind);
  }

  private static boolean needsSecret(String kind) {
    return SECRET_NEEDED.contains(kind);
  }

  /** To be shown again, without what must not be. */
  ChannelView.Form typed() {
    return new ChannelView.Form(
        kind,
        takesSecret(kind),
        needsSecret(kind),
        field("name"),
        ADDRESS_HARMLESS.contains(kind) ? field("address") : "",
        field("role"),
        field("scope"),
        field("language"),
        field("quiet-from"),
        field("quiet-to"));
  }

  private String field(String name) {
    String text = visit.form(name).strip();
    return text.length() > TYPED_MAX ? text.substring(0, TYPED_MAX) : text;
  }

  List<ChannelView.Wrong> problems() {
    return List.copyOf(problems);
  }

  void wrong(String field, String key) {
    problems.add(new ChannelView.Wrong(field, visit.texts().say(key)));
  }

  /** What was wished; empty when something is wrong, which {@link #problems} then says. */
  Optional<Subscription.Wish> wish() {
    Optional<Channel> channel = channel();
    if (!Subscription.isName(field("name"))) {
      wrong("name", "notices.wrong.name");
    }
    Optional<Audience.Role> role = Audience.Role.of(field("role"));
    Optional<Audience.Scope> scope = scope();
    if (role.isEmpty()) {
      wrong("role", "notices.wrong.role");
    }
    if (scope.isEmpty()) {
      wrong("scope", "notices.wrong.scope");
    }
    Optional<QuietHours> quiet = quiet();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Subscription.Wish(
            field("name"),
            channel.orElseThrow(),
            new Audience(role.orElseThrow(), scope.orElseThrow()),
            Tongue.of(field("language")).orElse(Tongue.ZH),
            quiet));
  }

  private Optional<Channel> channel() {
    Optional<String> secret =
        Optional.of(field("secret")).filter(text -> takesSecret(kind) && !text.isEmpty());
    boolean secretFits = secret.map(Channel::isSecret).orElseGet(() -> !needsSecret(kind));
    if (!secretFits) {
      wrong("secret", needsSecret(kind) ? "notices.wrong.secret" : "notices.wrong.token");
    }
    try {
      Channel channel = made(field("address"), secretFits ? secret : Optional.of("none"));
      if (!channel.isOnThisMachine()) {
        return Optional.of(channel);
      }
      wrong("address", "notices.wrong.this-machine");
    } catch (IllegalArgumentException | URISyntaxException notPossible) {
      wrong("address", "notices.wrong.address." + kind);
    }
    return Optional.empty();
  }

  private Channel made(String address, Optional<String> secret) throws URISyntaxException {
    return switch (kind) {
      case "wecom" -> new Channel.WeComRobot(new URI(address));
      case "dingtalk" -> new Channel.DingTalkRobot(new URI(address), secret.orElse(""));
      case "feishu" -> new Channel.FeishuRobot(new URI(address), secret.orElse(""));
      case "mail" -> new Channel.Mail(address);
      case "webhook" -> new Channel.Webhook(new URI(address), secret);
      default -> {
        int slash = Math.max(0, address.lastIndexOf('/'));
        yield new Channel.Ntfy(
            new URI(address.substring(0, slash)),
            address.substring(slash).replace("/", ""),
            secret);
      }
    };
  }

  private Optional<Audience.Scope> scope() {
    String text = field("scope");
    try {
      Audience.Scope scope = Audience.Scope.of(text);
      var stations = visit.site().parts().readings().stations(visit.now());
      boolean known =
          switch (scope) {
            case Audience.Scope.OneStation one ->
                stations.stream().anyMatch(station -> station.id().equals(one.station()));
            case Audience.Scope.Below below ->
                stations.stream()
                    .anyMatch(station -> PlaceChoice.holds(below.place().toString(), station));
          };
      return known ? Optional.of(scope) : Optional.empty();
    } catch (IllegalArgumentException neither) {
      return Optional.empty();
    }
  }

  private Optional<QuietHours> quiet() {
    String from = field("quiet-from");
    String to = field("quiet-to");
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(QuietHours.parse(from + '-' + to, ZONE));
    } catch (IllegalArgumentException notPossible) {
      wrong("quiet-from", "notices.wrong.quiet");
      return Optional.empty();
    }
  }
}
