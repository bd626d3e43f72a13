package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yizhan.hub.notice.Audience;
import org.yizhan.hub.notice.QuietHours;
import org.yizhan.hub.notice.Tongue;
import org.yizhan.hub.notify.Channel;
import org.yizhan.hub.notify.Subscription;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub channel add NAME}: an address, and of what it wants to hear. */
@Command(name = "add")
final class ChannelAdd implements Runnable {
  @Mixin private HubOptions options;

  @Parameters(paramLabel = "NAME", descriptionKey = "channel")
  private String name;

  @Option(names = "--wecom", paramLabel = "URL", descriptionKey = "channel-wecom")
  private Optional<String> weCom = Optional.empty();

  @Option(names = "--dingtalk", paramLabel = "URL", descriptionKey = "channel-dingtalk")
  private Optional<String> dingTalk = Optional.empty();

  @Option(names = "--feishu", paramLabel = "URL", descriptionKey = "channel-feishu")
  private Optional<String> feishu = Optional.empty();

  @Option(names = "--ntfy", paramLabel = "URL", descriptionKey = "channel-ntfy")
  private Optional<String> ntfy = Optional.empty();

  @Option(names = "--mail", paramLabel = "ADDRESS", descriptionKey = "channel-mail")
  private Optional<String> mail = Optional.empty();

  @Option(names = "--webhook", paramLabel = "URL", descriptionKey = "channel-webhook")
  private Optional<String> webhook = Optional.empty();

  @Option(
      names = "--secret",
      paramLabel = "TEXT",
      descriptionKey = "channel-secret",
      arity = "0..1",
      interactive = true,
      prompt = "--secret: ")
  private Optional<String> secret = Optional.empty();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      descriptionKey = "channel-role",
      defaultValue = "keeper")
  private String role;

  @Option(names = "--station", paramLabel = "STATION", descriptionKey = "channel-station")
  private Optional<StationId> station = Optional.empty();

  @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "channel-place")
  private Optional<String> place = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      descriptionKey = "channel-language",
      defaultValue = "zh")
  private String language;

  @Option(names = "--quiet", paramLabel = "HOURS", descriptionKey = "channel-quiet")
  private Optional<String> quiet = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      descriptionKey = "channel-zone",
      defaultValue = "Asia/Shanghai")
  private String zone;

  @Override
  public void run() {
    Subscription.Wish wish = wish();
    try (OpenHub hub = options.open()) {
      if (wish.audience().scope() instanceof Audience.Scope.OneStation(StationId one)
          && hub.register().find(one).filter(each -> !each.retired()).isEmpty()) {
        throw new CommandException(one + " is not a station in use: 'hub station list' names them");
      }
      if (!hub.subscriptions().add(wish)) {
        throw new CommandException(
            "the channel " + name + " is there already: remove it first, or choose another name");
      }
      options.answer(
          new JsonObject().put("channel", name).put("address", wish.channel().shown()),
          name
              + " hears what begins from now on ("
              + wish.channel().shown()
              + "). Try it: hub channel test "
              + name);
    } catch (IllegalStateException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    }
  }

  private Subscription.Wish wish() {
    try {
      Tongue tongue =
          Tongue.of(language)
              .orElseThrow(
                  () -> new IllegalArgumentException("--language is zh or en, not " + language));
      return new Subscription.Wish(name, channel(), audience(), tongue, quietHours());
    } catch (IllegalArgumentException e) {
      throw options.wrong(String.valueOf(e.getMessage()));
    }
  }

  private Audience audience() {
    Audience.Role who =
        Audience.Role.of(role)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--role is keeper, volunteer or union, not " + role));
    if (station.isPresent() == place.isPresent()) {
      throw new IllegalArgumentException("give either --station or --place: nobody hears of all");
    }
    return new Audience(
        who,
        station.isPresent()
            ? new Audience.Scope.OneStation(station.get())
            : new Audience.Scope.Below(UnionPlace.of(place.orElseThrow())));
  }

  private Optional<QuietHours> quietHours() {
    try {
      ZoneId local = ZoneId.of(zone);
      return quiet.map(text -> QuietHours.parse(text, local));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("--zone is a zone like Asia/Shanghai, not " + zone, e);
    }
  }

  private Channel channel() {
    List<Optional<String>> given = List.of(weCom, dingTalk, feishu, ntfy, mail, webhook);
    if (given.stream().flatMap(Optional::stream).count() != 1) {
      throw new IllegalArgumentException(
          "give one address: --wecom, --dingtalk, --feishu, --ntfy, --mail or --webhook");
    }
    if (secret.isPresent() && Stream.of(weCom, mail).anyMatch(Optional::isPresent)) {
      throw new IllegalArgumentException("--wecom and --mail take no --secret");
    }
    if (secret.isEmpty() && Stream.of(dingTalk, feishu).anyMatch(Optional::isPresent)) {
      throw new IllegalArgumentException(
          "--dingtalk and --feishu need the robot's --secret: choose signing in its safety"
              + " settings");
    }
    return weCom
        .<Channel>map(text -> new Channel.WeComRobot(url(text)))
        .or(() -> dingTalk.map(text -> new Channel.DingTalkRobot(url(text), secret.orElse(""))))
        .or(() -> feishu.map(text -> new Channel.FeishuRobot(url(text), secret.orElse(""))))
        .or(() -> ntfy.map(this::topic))
        .or(() -> mail.map(Channel.Mail::new))
        .orElseGet(() -> new Channel.Webhook(url(webhook.orElseThrow()), secret));
  }

  private Channel topic(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("--ntfy is the topic's address: https://ntfy.sh/topic");
    }
    return new Channel.Ntfy(url(text.substring(0, slash)), text.substring(slash + 1), secret);
  }

  private static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the address is not a URL: check how it was copied", e);
    }
  }
}
