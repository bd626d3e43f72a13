package org.yizhan.hub.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.yizhan.hub.notice.QuietHours;
import org.yizhan.hub.notify.Subscription;
import org.yizhan.hub.notify.Subscriptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub channel list}: the addresses, how they fare, and never enough to use one. */
@Command(name = "list")
final class ChannelList implements Runnable {
  @Mixin private HubOptions options;

  @Override
  public void run() {
    try (OpenHub hub = options.open()) {
      List<Subscriptions.Standing> all = hub.subscriptions().standings();
      Instant now = hub.clock().instant();
      if (options.json()) {
        JsonArray rows = new JsonArray();
        all.forEach(each -> rows.add(json(each, now)));
        options.out().println(rows.encode());
      } else if (all.isEmpty()) {
        options.out().println("Nobody is told anything yet: hub channel add --help");
      } else {
        all.forEach(each -> print(each, now));
      }
      options.out().flush();
    }
  }

  private static JsonObject json(Subscriptions.Standing standing, Instant now) {
    Subscription.Wish wish = standing.subscription().wish();
    return new JsonObject()
        .put("name", wish.name())
        .put("kind", wish.channel().kind())
        .put("address", wish.channel().shown())
        .put("role", wish.audience().role().word())
        .put("scope", wish.audience().scope().text())
        .put("language", wish.tongue().word())
        .put("quiet", wish.quiet().map(QuietHours::text).orElse(null))
        .put("muted", now.isBefore(standing.subscription().mutedUntil()))
        .put("unsubscribed", standing.subscription().unsubscribed())
        .put("waiting", standing.waiting())
        .put("givenUp", standing.givenUp())
        .put("dropped", standing.shed())
        .put("trouble", standing.trouble().orElse(null));
  }

  private void print(Subscriptions.Standing standing, Instant now) {
    Subscription subscription = standing.subscription();
    Subscription.Wish wish = subscription.wish();
    say(
        "%-24s %-8s %-9s %s  %s  %s%s"
            .formatted(
                wish.name(),
                wish.channel().kind(),
                wish.audience().role().word(),
                wish.audience().scope().text(),
                wish.channel().shown(),
                wish.tongue().word(),
                wish.quiet().map(hours -> "  " + hours.text()).orElse("")));
    if (subscription.unsubscribed()) {
      say("  its readers left: hub channel mute " + wish.name() + " --off wakes it again");
    } else if (subscription.mutedUntil().equals(Instant.MAX)) {
      say("  muted until told otherwise: hub channel mute " + wish.name() + " --off");
    } else if (now.isBefore(subscription.mutedUntil())) {
      say("  muted until " + subscription.mutedUntil());
    }
    if (standing.waiting() > 0) {
      say("  waiting to be sent: " + standing.waiting());
    }
    if (standing.givenUp() > 0) {
      say("  given up in the last month: " + standing.givenUp());
    }
    if (standing.shed() > 0) {
      say("  dropped because too many waited: " + standing.shed());
    }
    standing.trouble().ifPresent(why -> say("  last trouble: " + why));
  }

  private void say(String line) {
    options.out().println(line);
  }
}
