package org.yizhan.hub.command;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.yizhan.hub.notify.Outcome;
import org.yizhan.hub.notify.Senders;
import org.yizhan.hub.notify.Subscription;
import org.yizhan.hub.notify.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done to a channel that is there. */
final class ChannelChange {
  private ChannelChange() {}

  private static CommandException unknown(String name) {
    return new CommandException("there is no channel " + name + ": 'hub channel list' names them");
  }

  /** {@code hub channel remove NAME}. */
  @Command(name = "remove")
  static final class Remove implements Runnable {
    @Mixin private HubOptions options;

    @Parameters(paramLabel = "NAME", descriptionKey = "channel")
    private String name;

    @Override
    public void run() {
      try (OpenHub hub = options.open()) {
        if (!hub.subscriptions().remove(name)) {
          throw unknown(name);
        }
        options.answer(
            new JsonObject().put("channel", name).put("removed", true),
            name + " is forgotten with all that waited for it.");
      }
    }
  }

  /** {@code hub channel mute NAME}. */
  @Command(name = "mute")
  static final class Mute implements Runnable {
    private static final int HOURS_MAX = 24 * 366;

    @Mixin private HubOptions options;

    @Parameters(paramLabel = "NAME", descriptionKey = "channel")
    private String name;

    @Option(names = "--hours", paramLabel = "HOURS", descriptionKey = "mute-hours")
    private Optional<Integer> hours = Optional.empty();

    @Option(names = "--off", descriptionKey = "mute-off")
    private boolean off;

    @Override
    public void run() {
      if (off && hours.isPresent()) {
        throw options.wrong("give --hours or --off, not both");
      }
      if (hours.isPresent() && (hours.get() < 1 || hours.get() > HOURS_MAX)) {
        throw options.wrong("--hours lies between 1 and " + HOURS_MAX);
      }
      try (OpenHub hub = options.open()) {
        Instant until =
            off
                ? Instant.EPOCH
                : hours
                    .map(count -> hub.clock().instant().plus(Duration.ofHours(count)))
                    .orElse(Instant.MAX);
        if (!hub.subscriptions().mute(name, until)) {
          throw unknown(name);
        }
        options.answer(new JsonObject().put("channel", name).put("muted", !off), sentence(until));
      }
    }

    private String sentence(Instant until) {
      if (off) {
        return name + " is told again, what waited first.";
      }
      return until.equals(Instant.MAX)
          ? name + " is told nothing until 'hub channel mute " + name + " --off'; it waits."
          : name + " is told nothing until " + until + "; it waits.";
    }
  }

  /** {@code hub channel test NAME}: one message, now. */
  @Command(name = "test")
  static final class Test implements Runnable {
    private static final int CLOSING_SECONDS_MAX = 10;

    @Mixin private HubOptions options;

    @Parameters(paramLabel = "NAME", descriptionKey = "channel")
    private String name;

    @Override
    public void run() {
      try (OpenHub hub = options.open()) {
        Subscription to = hub.subscriptions().find(name).orElseThrow(() -> unknown(name));
        switch (send(hub, to)) {
          case Outcome.Delivered _ ->
              options.answer(
                  new JsonObject().put("channel", name).put("arrived", true),
                  name + " took the message (" + to.wish().channel().shown() + ").");
          case Outcome.Failed(String why, Duration _) ->
              throw new CommandException(
                  name
                      + " did not take the message ("
                      + why
                      + "): check the address and the secret, or whether the robot is still in the"
                      + " group");
        }
      }
    }

    private static Outcome send(OpenHub hub, Subscription to) {
      Vertx vertx = Vertx.vertx();
      try (Senders senders = new Senders(hub.database(), vertx, hub.clock())) {
        return Trial.send(to, senders, hub.settings().webAddress(), hub.clock());
      } finally {
        vertx
            .close()
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(CLOSING_SECONDS_MAX, TimeUnit.SECONDS)
            .join();
      }
    }
  }
}
