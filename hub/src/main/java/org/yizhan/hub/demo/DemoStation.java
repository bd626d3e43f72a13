package org.yizhan.hub.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.yizhan.station.OpeningHours;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import org.yizhan.wire.WireCodec;

/** One station of the demonstration: its data folder, and its agent as a process. */
final class DemoStation {
  private static final Duration ENROLLED_WITHIN = Duration.ofSeconds(40);
  private static final int ENROLMENT_TRIES = 3;

  private final Programs programs;
  private final DemoProfile profile;
  private final Path data;

  DemoStation(Programs programs, DemoProfile profile, Path folder) {
    this.programs = programs;
    this.profile = profile;
    this.data = folder.resolve(profile.profile().id().value());
  }

  StationId id() {
    return profile.profile().id();
  }

  ZoneId zone() {
    return profile.profile().zone();
  }

  OpeningHours hours() {
    return profile.profile().hours();
  }

  Path data() {
    return data;
  }

  boolean isEnrolled() {
    return Files.exists(data.resolve("identity/station.crt"));
  }

  /** Puts it on the hub's register and brings the bundle to its folder. */
  void addTo(DemoHub hub) {
    try {
      Files.createDirectories(data);
      Path yaml = Files.writeString(data.resolve("profile.yaml"), profile.yaml());
      hub.addStation(yaml, bundle());
    } catch (IOException e) {
      throw new DemoException(data + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Begins to enrol it: the process ends when it is done. */
  ChildProcess enrol() {
    return ChildProcess.start(
        id() + " (enrolment)",
        Programs.with(programs.station(), "enrol", "--data", data.toString(), bundle().toString()),
        log());
  }

  /** Waits for the enrolment; on a busy computer the hub may be too slow for a first try. */
  void awaitEnrolled(ChildProcess enrolment) {
    ChildProcess current = enrolment;
    for (int tries = 1; !current.succeeds(ENROLLED_WITHIN); tries++) {
      if (tries == ENROLMENT_TRIES) {
        throw new DemoException(current.name() + " failed; it said last:\n" + current.tail());
      }
      current = enrol();
    }
  }

  private Path bundle() {
    return data.resolve("bundle.json");
  }

  /** Gives its simulated workers their passes, and tells it which keys to believe. */
  void prepare(List<String> passes, List<Order.Desired> orders) {
    try {
      Files.write(data.resolve("simulated-passes.txt"), passes);
      Path desired = Files.createDirectories(data.resolve("desired"));
      for (Order.Desired order : orders) {
        Files.write(
            desired.resolve(order.kind().name().toLowerCase(Locale.ROOT) + ".json"),
            WireCodec.writeOrder(order));
      }
      Files.deleteIfExists(bundle());
    } catch (IOException e) {
      throw new DemoException(data + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Starts the agent, which at its first start lives through the past before the present. */
  ChildProcess run(int number, int pastDays) {
    return ChildProcess.start(
        id().value(),
        Programs.with(
            programs.station(),
            "run",
            "--data",
            data.toString(),
            "--panel-port",
            "0",
            "--lifelike",
            "--seed",
            Integer.toString(number + 1),
            "--past-days",
            Integer.toString(pastDays),
            "--stop-with-stdin",
            "--json"),
        log());
  }

  private Path log() {
    return data.resolve("agent.log");
  }

  /** Whether the hub has acknowledged all it has. */
  boolean isDrained() {
    return AgentSocket.backlog(data).orElse(Long.MAX_VALUE) == 0;
  }
}
