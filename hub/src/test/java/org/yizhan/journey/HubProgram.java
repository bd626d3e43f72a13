package org.yizhan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.HubMain;
import org.yizhan.hub.command.HubCommandLine;

/** A hub on a folder of its own, always on the same three ports, however often it is killed. */
final class HubProgram implements AutoCloseable {
  private final Path folder;
  private final Path data;
  private final int web = port();
  private final int mqtt = port();
  private final int enrol = port();
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable Program program;
  private @Nullable String token;

  HubProgram(Path folder) throws IOException {
    this.folder = folder;
    this.data = Files.createDirectory(folder.resolve("hub"));
  }

  /** Below the ports that outgoing connections take, so that it is still free after a kill. */
  private static int port() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 32_000))
        .filter(HubProgram::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Starts it and does not wait. */
  Program begin() throws IOException {
    Program begun =
        Program.start(
            folder,
            HubMain.class.getName(),
            "--data",
            data.toString(),
            "--web-port",
            String.valueOf(web),
            "--mqtt-port",
            String.valueOf(mqtt),
            "--enrol-port",
            String.valueOf(enrol),
            "--json");
    program = begun;
    return begun;
  }

  /** Starts it and waits until it is ready. */
  void start() throws IOException, InterruptedException {
    begin().ready();
  }

  void kill() throws InterruptedException {
    running().kill();
  }

  Program running() {
    return Objects.requireNonNull(program, "the hub was never started");
  }

  Path data() {
    return data;
  }

  String page(String path) {
    return "http://127.0.0.1:" + web + path;
  }

  /** Runs one of the hub's commands on its folder and gives its answer. */
  JsonObject command(String... words) {
    return commands(words).getLast();
  }

  /** The same for a command with an answer a line. */
  List<JsonObject> commands(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString(), "--json"));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        HubCommandLine.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    assertThat(code).as("%s: %s", all, err).isZero();
    return out.toString().lines().map(JsonObject::new).toList();
  }

  /** Puts a station on the register and gives the bundle its device enrols with. */
  Path bundleFor(String station, String profile) throws IOException {
    Path file = Files.writeString(folder.resolve(station + ".yaml"), profile);
    Path bundle = folder.resolve(station + ".json");
    command("station", "add", "--profile", file.toString(), "--bundle", bundle.toString());
    return bundle;
  }

  boolean isOnline(String station) {
    JsonArray stations = read("/api/v1/stations");
    return stations.stream()
        .map(JsonObject.class::cast)
        .anyMatch(one -> one.getString("id").equals(station) && one.getBoolean("connected"));
  }

  int visits(String station) {
    JsonArray hours = read("/api/v1/stations/%s/usage".formatted(station));
    return hours.stream().mapToInt(hour -> ((JsonObject) hour).getInteger("visits")).sum();
  }

  private JsonArray read(String path) {
    if (token == null) {
      token = command("account", "token", "journey").getString("token");
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page(path)))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return new JsonArray(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
    }
    http.close();
  }
}
