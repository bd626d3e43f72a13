package org.yizhan.bench;

import io.vertx.core.json.JsonObject;
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
        ChildProcess.start(
            "the hub",
            Programs.with(
                programs.hub(),
                "--data",
                data.toString(),
                "--host",
                "127.0.0.1",
                "--public-host",
                "127.0.0.1",
                "--web-port",
                "0",
                "--mqtt-port",
                "0",
                "--enrol-port",
                "0",
                "--stop-with-stdin",
                "--json"),
            folder.resolve("hub.log"));
    return new BenchHub(process, data);
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
