package org.yizhan.hub.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.identity.StationRegister.Registered;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub station list}: the register. */
@Command(name = "list")
final class StationList implements Runnable {
  @Mixin private HubOptions options;

  @Option(names = "--all", descriptionKey = "all")
  private boolean retiredToo;

  @Override
  public void run() {
    try (OpenHub hub = options.open()) {
      List<Registered> stations =
          hub.register().all().stream().filter(each -> retiredToo || !each.retired()).toList();
      if (options.json()) {
        JsonArray rows = new JsonArray();
        stations.forEach(each -> rows.add(json(each)));
        options.out().println(rows.encode());
      } else if (stations.isEmpty()) {
        options.out().println("No station yet: hub station add --profile FILE");
      } else {
        stations.forEach(each -> options.out().println(line(each)));
      }
      options.out().flush();
    }
  }

  private static JsonObject json(Registered station) {
    return new JsonObject()
        .put("id", station.id().value())
        .put("name", new JsonObject().put("zh", station.name().zh()).put("en", station.name().en()))
        .put("place", station.place())
        .put("state", state(station))
        .put("certificateUntil", station.certificateUntil().map(Instant::toString).orElse(null));
  }

  private static String line(Registered station) {
    Optional<Instant> until = station.certificateUntil();
    return "%-24s %-12s %s  %s / %s  (%s)"
        .formatted(
            station.id(),
            state(station),
            until.map(time -> time.toString().substring(0, 10)).orElse("          "),
            station.name().zh(),
            station.name().en(),
            station.place());
  }

  private static String state(Registered station) {
    if (station.retired()) {
      return "retired";
    }
    if (station.quarantined()) {
      return "quarantined";
    }
    return station.certificateUntil().isPresent() ? "enrolled" : "added";
  }
}
