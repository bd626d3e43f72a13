package org.yizhan.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.yizhan.hub.demo.ChildProcess;
import org.yizhan.hub.demo.Programs;

/** A hub as a process of its own, started as people start it. */
final class BenchHub implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final ChildProcess process;
  private final Path data;
  private final JsonObject said;

  private BenchHub(ChildProcess process, Path data) {
    this.process = process;
    this.data = data;
    this.said = new JsonObject(process.awaitReady(READY_WITHIN));
  }

  /** Starts one with its data in {@code folder/hub}. */
  static BenchHub start(Programs programs, Path folder) {
    Path data = folder.resolve("hub");
    ChildProcess process =
        ChildProcess.start("the hub", programs.hubAlone(data, 0, 0, 0), folder.resolve("hub.log"));
    return new BenchHub(process, data);
  }

  /** A figure of its {@code /metrics}, without labels. */
  double metric(String name) {
    return get("/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new BenchException("the hub's /metrics do not tell " + name));
  }

  /** Asks its pages whether all is well. */
  void requireHealthy() {
    String answer = get("/healthz");
    if (answer.isBlank()) {
      throw new BenchException("the hub's /healthz says nothing");
    }
  }

  private String get(String path) {
    HttpRequest request = HttpRequest.newBuilder(address().resolve(path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new BenchException("the hub answers " + answer.statusCode() + " to " + path);
      }
      return answer.body();
    } catch (IOException e) {
      throw new BenchException("the hub's " + path + " cannot be read: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  URI address() {
    return URI.create(said.getString("web"));
  }

  int mqttPort() {
    return said.getInteger("mqttPort");
  }

  Path authority() {
    return data.resolve("authority");
  }

  Path data() {
    return data;
  }

  ChildProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.stop(Duration.ofSeconds(20));
  }
}
