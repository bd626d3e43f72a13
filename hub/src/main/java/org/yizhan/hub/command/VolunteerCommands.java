package org.yizhan.hub.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.station.StationId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub volunteer …}: who looks after stations with their phone. */
final class VolunteerCommands {
  private VolunteerCommands() {}

  /** {@code hub volunteer invite}. */
  @Command(name = "invite")
  static final class Invite implements Runnable {
    private static final int USUAL_USES = 30;

    @Mixin private HubOptions options;

    @Option(names = "--station", descriptionKey = "invite-station")
    private @Nullable List<StationId> stations;

    @Option(names = "--keeper", descriptionKey = "invite-keeper")
    private boolean keeper;

    @Option(names = "--days", descriptionKey = "invite-days", defaultValue = "7")
    private int days;

    @Option(names = "--uses", descriptionKey = "invite-uses", defaultValue = "0")
    private int uses;

    @Override
    public void run() {
      List<StationId> at = stations == null ? List.of() : stations;
      Volunteer.Kind kind = keeper ? Volunteer.Kind.KEEPER : Volunteer.Kind.VOLUNTEER;
      int people = uses == 0 ? keeper ? 1 : USUAL_USES : uses;
      try (OpenHub hub = options.open()) {
        String token = hub.volunteers().invite(kind, at, Duration.ofDays(days), people);
        String link = hub.settings().webAddress().orElse("") + "/join/" + token;
        options.answer(
            new JsonObject()
                .put("kind", kind.name())
                .put("stations", new JsonArray(at.stream().map(StationId::value).toList()))
                .put("link", link),
            "whoever opens this link on their phone within "
                + days
                + " days may help ("
                + people
                + " people at most): "
                + link);
      } catch (IllegalArgumentException e) {
        throw new CommandException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  /** {@code hub volunteer list}. */
  @Command(name = "list")
  static final class Listing implements Runnable {
    @Mixin private HubOptions options;

    @Override
    public void run() {
      try (OpenHub hub = options.open()) {
        JsonArray rows = new JsonArray();
        for (Volunteer volunteer : hub.volunteers().all()) {
          List<String> stations =
              hub.volunteers().stationsOf(volunteer).stream().map(StationId::value).toList();
          rows.add(
              new JsonObject()
                  .put("number", volunteer.number())
                  .put("nickname", volunteer.nickname())
                  .put("kind", volunteer.kind().name())
                  .put("stations", new JsonArray(stations)));
          if (!options.json()) {
            options
                .out()
                .printf(
                    "%4d %-9s %s %s%n",
                    volunteer.number(),
                    volunteer.kind(),
                    volunteer.nickname(),
                    String.join(" ", stations));
          }
        }
        if (options.json()) {
          options.out().println(rows.encode());
        }
        options.out().flush();
      }
    }
  }

  /** {@code hub volunteer remove NUMBER}. */
  @Command(name = "remove")
  static final class Remove implements Runnable {
    @Mixin private HubOptions options;

    @Parameters(paramLabel = "NUMBER", descriptionKey = "volunteer-number")
    private int number;

    @Override
    public void run() {
      try (OpenHub hub = options.open()) {
        if (!hub.volunteers().leave(number)) {
          throw new CommandException(
              "nobody here has the number " + number + ": 'hub volunteer list' names them");
        }
        options.answer(
            new JsonObject().put("removed", number),
            "number " + number + " is let in no more; what they entered stays");
      }
    }
  }
}
