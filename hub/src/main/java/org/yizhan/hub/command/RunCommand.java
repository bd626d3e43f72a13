package org.yizhan.hub.command;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.yizhan.hub.identity.HostName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub}: runs the hub until it is told to stop. */
@Command(name = "hub")
final class RunCommand implements Runnable {
  @Mixin private HubOptions options;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      descriptionKey = "host",
      defaultValue = "0.0.0.0")
  private String host;

  @Option(names = "--public-host", paramLabel = "HOST", descriptionKey = "public-host")
  private List<String> publicHosts = List.of();

  @Option(
      names = "--mqtt-port",
      paramLabel = "PORT",
      descriptionKey = "mqtt-port",
      defaultValue = "8883")
  private int mqttPort;

  @Option(
      names = "--enrol-port",
      paramLabel = "PORT",
      descriptionKey = "enrol-port",
      defaultValue = "8443")
  private int enrolPort;

  @Option(
      names = "--web-host",
      paramLabel = "ADDRESS",
      descriptionKey = "web-host",
      defaultValue = "127.0.0.1")
  private String webHost;

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      descriptionKey = "web-port",
      defaultValue = "8080")
  private int webPort;

  @Option(names = "--web-cert", paramLabel = "FILE", descriptionKey = "web-cert")
  private Optional<Path> webCertificate = Optional.empty();

  @Option(names = "--web-key", paramLabel = "FILE", descriptionKey = "web-key")
  private Optional<Path> webKey = Optional.empty();

  @Option(names = "--web-url", paramLabel = "URL", descriptionKey = "web-url")
  private Optional<String> webUrl = Optional.empty();

  /** For programs that start a hub as a child: it ends when they do, however they end. */
  @Option(names = "--stop-with-stdin", hidden = true)
  private boolean stopWithStdin;

  @Override
  public void run() {
    HubAddresses addresses = addresses();
    HubFolder folder = options.folder();
    folder.make();
    folder.alone(() -> runUntilStopped(folder, addresses));
  }

  private void runUntilStopped(HubFolder folder, HubAddresses addresses) {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              stopped.countDown();
              awaitQuietly(closed);
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try (RunningHub hub = RunningHub.start(folder, addresses)) {
      announce(hub);
      if (stopWithStdin) {
        Thread.ofPlatform().daemon().name("stdin").start(() -> awaitEnd(System.in, stopped));
      }
      awaitQuietly(stopped);
    } finally {
      closed.countDown();
    }
  }

  private HubAddresses addresses() {
    if (webCertificate.isPresent() != webKey.isPresent()) {
      throw new CommandException("--web-cert and --web-key belong together: give both or none");
    }
    List<String> names = publicHosts.isEmpty() ? List.of("localhost") : publicHosts;
    for (String name : names) {
      if (!HostName.isValid(name)) {
        throw new CommandException("--public-host " + name + " is no host name or address");
      }
    }
    return new HubAddresses(
        host,
        names,
        mqttPort,
        enrolPort,
        webHost,
        webPort,
        webCertificate.map(chain -> new HubAddresses.PagesCertificate(chain, webKey.orElseThrow())),
        webUrl);
  }

  private void announce(RunningHub hub) {
    JsonObject object =
        new JsonObject()
            .put("web", hub.webAddress())
            .put("mqttPort", hub.mqttPort())
            .put("enrolPort", hub.enrolPort());
    StringBuilder text = new StringBuilder();
    text.append("The hub is open: ").append(hub.webAddress());
    text.append("\n  stations connect on port ").append(hub.mqttPort());
    text.append(", enrol on port ").append(hub.enrolPort());
    hub.setupLink()
        .ifPresent(
            link -> {
              object.put("setup", link);
              text.append("\n  first sign-in (once, within a day): ").append(link);
            });
    options.answer(object, text.toString());
  }

  private static void awaitEnd(InputStream in, CountDownLatch stopped) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.getLogger(RunCommand.class.getName()).log(System.Logger.Level.DEBUG, "stdin", e);
    }
    stopped.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
