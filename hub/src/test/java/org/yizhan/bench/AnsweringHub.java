package org.yizhan.bench;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.yizhan.hub.demo.ChildProcess;
import org.yizhan.hub.demo.Programs;
import org.yizhan.hub.identity.Authority;
import org.yizhan.hub.identity.ServerCredential;
import org.yizhan.hub.inflow.Inflow;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.meters.HubMeters;
import org.yizhan.hub.mqtt.EmbeddedMqtt;
import org.yizhan.hub.orders.DesiredOrders;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence;

/**
 * The hub's own MQTT server with nothing behind it: reads no fact, keeps none, acknowledges each
 * envelope at once. What the connections alone cost.
 */
final class AnsweringHub {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private AnsweringHub() {}

  /** Starts one as a process of its own, with the same flags as the hub. */
  static Running start(Programs programs, Path folder) {
    List<String> hub = programs.hub();
    List<String> command =
        Programs.with(
            hub.subList(0, hub.indexOf("-cp")),
            "-cp",
            System.getProperty("java.class.path"),
            AnsweringHub.class.getName(),
            folder.toString());
    ChildProcess process =
        ChildProcess.start("the server without a hub", command, folder.resolve("answering.log"));
    JsonObject said = new JsonObject(process.awaitReady(READY_WITHIN));
    return new Running(process, folder.resolve("authority"), said.getInteger("mqttPort"));
  }

  /**
   * @param authority the folder of its certificates
   */
  record Running(ChildProcess process, Path authority, int mqttPort) implements AutoCloseable {
    @Override
    public void close() {
      process.stop(Duration.ofSeconds(20));
    }
  }

  /** Serves until its standard input ends; the first argument is its folder. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    InstantSource clock = InstantSource.system();
    Authority authority = Authority.open(folder.resolve("authority"), clock, new SecureRandom());
    ServerCredential credential = ServerCredential.open(authority, List.of("127.0.0.1"), clock);
    HubMeters meters = new HubMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    int port =
        new EmbeddedMqtt(
                Vertx.vertx(),
                new Answers(),
                certificate -> Optional.of(named(certificate.getSubjectX500Principal().getName())),
                new NoOrders(),
                meters,
                credential,
                authority.stationTrust())
            .listen("127.0.0.1", 0)
            .await();
    System.out.println(new JsonObject().put("mqttPort", port).encode());
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
    System.exit(0);
  }

  private static StationId named(String subject) {
    return new StationId(subject.substring("CN=".length()));
  }

  private static final class Answers implements Inflow {
    @Override
    public CompletionStage<Order.Acknowledge> receive(Arrival arrival) {
      var label = arrival.label();
      return CompletableFuture.completedFuture(
          new Order.Acknowledge(label.journal(), label.next(), label.attempt()));
    }

    @Override
    public CompletionStage<List<Order.Acknowledge>> receive(StationId station, Presence presence) {
      return CompletableFuture.completedFuture(List.of());
    }
  }

  private static final class NoOrders implements DesiredOrders {
    @Override
    public List<Order.Desired> notYetApplied(StationId station, Map<OrderKind, Long> applied) {
      return List.of();
    }

    @Override
    public AutoCloseable listen(Runnable changed) {
      return () -> {};
    }

    @Override
    public void listenForLevels(Consumer<StationId> changed) {}

    @Override
    public void listenForUnlocks(Consumer<Unlock> unlocks) {}
  }
}
