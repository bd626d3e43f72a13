package org.yizhan.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.edge.panel.AgentLine;
import org.yizhan.edge.panel.AnswerJson;
import org.yizhan.edge.panel.DeskRefusal;
import org.yizhan.hub.command.HubCommandLine;
import org.yizhan.hub.demo.ChildProcess;
import org.yizhan.hub.demo.Programs;

/** The sample kiosk, enrolled at a hub as real ones are; its agent runs as a process of its own. */
final class BenchStation {
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);
  private static final Duration ENROLLED_WITHIN = Duration.ofSeconds(60);
  private static final String SAMPLE = "firmware-config/stations/kiosk-24h.yaml";

  private final Programs programs;
  private final Path data;

  private BenchStation(Programs programs, Path data) {
    this.programs = programs;
    this.data = data;
  }

  /** Adds it to the hub's register, and has its own program fetch its certificate. */
  static BenchStation enrol(Programs programs, BenchHub hub, Path folder) {
    Path data = folder.resolve("station");
    Path bundle = folder.resolve("bundle.json");
    try {
      Files.createDirectories(data);
      String sample = Files.readString(programs.root().resolve(SAMPLE));
      Path profile =
          Files.writeString(
              data.resolve("profile.yaml"),
              sample.replaceFirst("(?m)^id: ", "simulated: true\nid: "));
      hub(hub, "station", "add", "--profile", profile.toString(), "--bundle", bundle.toString());
    } catch (IOException e) {
      throw new BenchException(data + " cannot be written: " + e.getMessage(), e);
    }
    BenchStation station = new BenchStation(programs, data);
    ChildProcess enrolment = station.start("enrol", "--data", data.toString(), bundle.toString());
    if (!enrolment.succeeds(ENROLLED_WITHIN)) {
      throw new BenchException("the station cannot enrol:\n" + enrolment.tail());
    }
    return station;
  }

  /** A command of the hub's, on the folder of the running one; a line of JSON for each answer. */
  static List<JsonObject> hub(BenchHub hub, String... command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(Arrays.asList(command));
    all.addAll(List.of("--data", hub.data().toString(), "--json"));
    int exit =
        HubCommandLine.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    if (exit != 0) {
      throw new BenchException("hub " + String.join(" ", command) + ": " + err);
    }
    return out.toString().lines().map(JsonObject::new).toList();
  }

  /** Passes good for a day. */
  static List<String> passes(BenchHub hub, int count) {
    return hub(hub, "pass", "issue", "--days", "1", "--count", Integer.toString(count)).stream()
        .map(answer -> answer.getString("pass"))
        .toList();
  }

  /** Starts the agent and returns at once. */
  ChildProcess run(String... more) {
    List<String> all = new ArrayList<>(List.of("run", "--data", data.toString()));
    all.addAll(List.of("--panel-port", "0", "--stop-with-stdin", "--json"));
    all.addAll(Arrays.asList(more));
    return start(all.toArray(String[]::new));
  }

  private ChildProcess start(String... arguments) {
    return ChildProcess.start(
        "the station",
        Programs.with(programs.station(), arguments),
        data.resolveSibling("station.log"));
  }

  Path data() {
    return data;
  }

  /** What the running agent answers; empty while none listens. */
  Optional<JsonObject> ask(String command, Map<String, String> values) {
    try {
      return AgentLine.ask(data, AnswerJson.request(command, values)).map(JsonObject::new);
    } catch (DeskRefusal hungUp) {
      return Optional.empty();
    }
  }

  /** Whether the agent has a connection to the hub, and the hub has all of its facts. */
  boolean isSettled() {
    return ask("status", Map.of())
        .map(status -> status.getLong("backlog") == 0 && isConnected(status))
        .orElse(false);
  }

  static boolean isConnected(JsonObject status) {
    return status.getJsonObject("hub", new JsonObject()).getBoolean("connected", false);
  }

  /** Its agent runs once, until all is told both ways, and ends. */
  void runUntilSettled() {
    ChildProcess agent = run();
    try {
      awaitSettled(agent);
    } finally {
      agent.stop(Duration.ofSeconds(10));
    }
  }

  /** Waits until it is settled and has been told the keys that passes are signed with. */
  void awaitSettled(ChildProcess agent) {
    Waiting.until(
        () -> isSettled() && knowsKeys(), "the stations facts at the hub", SETTLED_WITHIN, agent);
  }

  private boolean knowsKeys() {
    return Files.exists(data.resolve("desired/issuers.json"));
  }
}
