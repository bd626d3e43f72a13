package org.yizhan.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demonstration as a process, as the launcher starts it; ended at the latest on closing. */
public final class StartedDemo implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx128m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final InstantSource clock = InstantSource.system();
  private final Process process;
  private final Path errors;
  private JsonObject ready = new JsonObject();

  private StartedDemo(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /** Starts it; its temporary files go into this folder. */
  public static StartedDemo start(Path temporary, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(java());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dyizhan.root=" + System.getProperty("yizhan.root", ".."));
    command.add("-Dyizhan.java=" + java().getFirst());
    command.add("-Dyizhan.hub.command=" + program("org.yizhan.hub.HubMain"));
    command.add("-Dyizhan.station.command=" + program("org.yizhan.edge.EdgeMain"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.yizhan.hub.demo.Demo");
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile(temporary, "said", ".txt");
    return new StartedDemo(
        new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    return command;
  }

  private static String program(String main) {
    List<String> lines = new ArrayList<>(FLAGS);
    lines.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return String.join("\n", lines);
  }

  /** Waits for its one line of JSON. */
  public JsonObject ready() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).as("the demonstration ended before it was ready:\n" + said()).isNotNull();
    ready = new JsonObject(line);
    return ready;
  }

  Process process() {
    return process;
  }

  /** What it told the person at the terminal. */
  String said() throws IOException {
    return Files.readString(errors);
  }

  /** What the hub's API answers. */
  String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ready.getString("url") + path))
            .header("Authorization", "Bearer " + ready.getString("token"))
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** Signs in with what it said, as a person would; from then on {@link #get} brings pages too. */
  void signIn() throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get("/sign-in"));
    assertThat(token.find()).isTrue();
    String form =
        "form-token=%s&name=%s&password=%s"
            .formatted(token.group(1), ready.getString("user"), ready.getString("password"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ready.getString("url") + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(303);
  }

  /** Visits of a station in this time up to now. */
  int visits(String station, Duration past) throws IOException, InterruptedException {
    Instant from = clock.instant().minus(past);
    JsonArray hours = new JsonArray(get("/api/v1/stations/" + station + "/usage?from=" + from));
    return hours.stream().mapToInt(hour -> ((JsonObject) hour).getInteger("visits")).sum();
  }

  /** Shows a pass to a station's scanner, by the command the demonstration prints. */
  public String scan(JsonObject station, String pass) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "org.yizhan.edge.EdgeMain"));
    command.addAll(List.of("scan", "--data", station.getString("data"), "--json", pass));
    Process scan = new ProcessBuilder(command).start();
    try (OutputStream nothing = scan.getOutputStream()) {
      nothing.flush();
    }
    String said = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(scan.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(60, TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly())
        .join();
    http.close();
  }
}
