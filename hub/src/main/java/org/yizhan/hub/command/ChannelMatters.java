package org.yizhan.hub.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notify.StandingMatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What stands, and that somebody sees to it. */
final class ChannelMatters {
  private ChannelMatters() {}

  /** {@code hub channel matters}: what stands and how many addresses were told. */
  @Command(name = "matters")
  static final class Listing implements Runnable {
    @Mixin private HubOptions options;

    @Override
    public void run() {
      try (OpenHub hub = options.open()) {
        List<StandingMatter> all = hub.notices().matters();
        if (options.json()) {
          JsonArray rows = new JsonArray();
          all.forEach(each -> rows.add(json(each)));
          options.out().println(rows.encode());
        } else if (all.isEmpty()) {
          options.out().println("Nothing stands: no matter is open.");
        } else {
          all.forEach(this::print);
        }
        options.out().flush();
      }
    }

    private static JsonObject json(StandingMatter matter) {
      return new JsonObject()
          .put("matter", matter.key().value())
          .put("zh", matter.title().zh())
          .put("en", matter.title().en())
          .put("since", matter.began().toString())
          .put("told", matter.told().size())
          .put("acknowledged", matter.acknowledged().isPresent());
    }

    private void print(StandingMatter matter) {
      options.out().println(matter.key().value());
      options.out().println("  " + matter.title().zh() + " / " + matter.title().en());
      options
          .out()
          .println("  since " + matter.began() + "; addresses told: " + matter.told().size());
      if (matter.acknowledged().isPresent()) {
        options.out().println("  somebody sees to it");
      }
    }
  }

  /** {@code hub channel handled MATTER}: somebody sees to it, so nobody further is told. */
  @Command(name = "handled")
  static final class Handled implements Runnable {
    @Mixin private HubOptions options;

    @Parameters(paramLabel = "MATTER", descriptionKey = "matter")
    private String matter;

    @Override
    public void run() {
      MatterKey key;
      try {
        key = new MatterKey(matter);
      } catch (IllegalArgumentException e) {
        throw options.wrong(String.valueOf(e.getMessage()));
      }
      try (OpenHub hub = options.open()) {
        if (hub.notices().matters().stream().noneMatch(each -> each.key().equals(key))) {
          throw new CommandException(
              "no matter " + key + " stands: 'hub channel matters' names them");
        }
        hub.notices().acknowledge(key);
        options.answer(
            new JsonObject().put("matter", key.value()).put("acknowledged", true),
            "Nobody further is told of " + key + "; its end will be told.");
      }
    }
  }
}
