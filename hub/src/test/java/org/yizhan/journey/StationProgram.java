package org.yizhan.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.EdgeMain;
import org.yizhan.edge.panel.AgentLine;
import org.yizhan.edge.panel.AnswerJson;
import org.yizhan.edge.panel.DeskRefusal;

/** A station's agent on a folder of its own, however often it is killed. */
final class StationProgram implements AutoCloseable {
  private final Path folder;
  private final Path data;
  private @Nullable Program program;

  StationProgram(Path folder, String station) {
    this.folder = folder;
    this.data = folder.resolve("station-" + station);
  }

  void enrol(Path bundle) throws IOException, InterruptedException {
    Program.run(
        folder, EdgeMain.class.getName(), "enrol", "--data", data.toString(), bundle.toString());
  }

  /** Starts it and does not wait. The test's machine vouches for its clock. */
  Program begin() throws IOException {
    Program begun =
        Program.start(
            folder,
            EdgeMain.class.getName(),
            "run",
            "--data",
            data.toString(),
            "--panel-port",
            "0",
            "--trust-clock",
            "--json");
    program = begun;
    return begun;
  }

  Program running() {
    return Objects.requireNonNull(program, "the agent was never started");
  }

  Path journal() {
    return data.resolve("journal");
  }

  /** Asks the running agent; empty while it does not answer. */
  Optional<JsonObject> ask(String command, Map<String, String> values) {
    try {
      return AgentLine.ask(data, AnswerJson.request(command, values)).map(JsonObject::new);
    } catch (DeskRefusal hungUp) {
      return Optional.empty();
    }
  }

  /** What the simulated parts shall do. */
  boolean act(String act) {
    return ask("simulate", Map.of("act", act)).filter(said -> said.containsKey("done")).isPresent();
  }

  /** How many of the newest facts are of this type. */
  long count(String type) {
    JsonArray facts =
        ask("journal", Map.of("last", "500"))
            .map(said -> said.getJsonArray("facts"))
            .orElse(new JsonArray());
    return facts.stream().filter(fact -> fact.toString().contains("\"" + type + "\"")).count();
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
    }
  }
}
