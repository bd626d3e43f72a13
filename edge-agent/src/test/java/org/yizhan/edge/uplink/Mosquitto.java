package org.yizhan.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real MQTT broker with mutual TLS: Mosquitto, where it is installed. */
final class Mosquitto implements AutoCloseable {
  private final Path folder;
  private final int port;
  private @Nullable Process process;

  Mosquitto(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
  }

  static Optional<Path> program() {
    return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  int port() {
    return port;
  }

  /** Starts with {@code ca.crt}, {@code server.crt} and {@code server.key} of the folder. */
  void start() throws IOException {
    Path settings = folder.resolve("mosquitto.conf");
    Files.writeString(
        settings,
        """
        listener %d 127.0.0.1
        cafile %s
        certfile %s
        keyfile %s
        require_certificate true
        use_identity_as_username true
        allow_anonymous true
        persistence false
        set_tcp_nodelay true
        user root
        """
            .formatted(
                port,
                folder.resolve("ca.crt"),
                folder.resolve("server.crt"),
                folder.resolve("server.key")));
    String program = program().orElseThrow().toString();
    process =
        new ProcessBuilder(List.of(program, "-c", settings.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    awaitListening();
  }

  private void awaitListening() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!listens()) {
      assertThat(System.nanoTime()).as("mosquitto does not listen").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private boolean listens() {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  void stop() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      running.onExit().orTimeout(10, TimeUnit.SECONDS).join();
      process = null;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
