package org.yizhan.hub.mqtt;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.inflow.GroupCommitInflow;
import org.yizhan.hub.meters.HubMeters;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.SqliteFactStore;
import org.yizhan.hub.store.sqlite.SqliteReadings;
import org.yizhan.station.StationId;

/** A hub's MQTT side with a real store behind it. */
final class TestHub implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  final TestAuthority authority;
  final StubOrders orders = new StubOrders();
  final Set<String> replaced = ConcurrentHashMap.newKeySet();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final HubDatabase database;
  private final SqliteFactStore store;
  private final GroupCommitInflow inflow;
  private final Vertx vertx = Vertx.vertx();
  private final EmbeddedMqtt mqtt;
  private final int port;

  TestHub(Path folder) throws GeneralSecurityException, IOException {
    authority = new TestAuthority("Test authority");
    HubMeters meters = new HubMeters(registry);
    database = HubDatabase.open(folder.resolve("hub.db"));
    store = SqliteFactStore.on(database, InstantSource.system());
    inflow = new GroupCommitInflow(store, meters);
    mqtt =
        new EmbeddedMqtt(
            vertx,
            inflow,
            certificate -> {
              String name = certificate.getSubjectX500Principal().getName().substring(3);
              return replaced.contains(name) ? Optional.empty() : Optional.of(new StationId(name));
            },
            orders,
            meters,
            authority.server(),
            authority.trust());
    mqtt.awaitGreetingsFor(5);
    port = await(mqtt.listen("127.0.0.1", 0));
  }

  /** A client with the certificate of this station, not yet connected. */
  RawMqtt client(String station) throws GeneralSecurityException, IOException {
    return new RawMqtt(authority.client(station), port);
  }

  /** A station, connected and listening to its orders. */
  RawMqtt station(String station) throws GeneralSecurityException, IOException {
    RawMqtt client = client(station);
    client.connect(station);
    client.subscribe("yizhan/v1/" + station + "/orders");
    client.await(RawMqtt.SUBACK);
    return client;
  }

  int port() {
    return port;
  }

  int connected() {
    return mqtt.connected();
  }

  SqliteReadings readings() {
    return new SqliteReadings(database);
  }

  Optional<StationStatus> status(String station) {
    return readings().station(new StationId(station), Instant.now());
  }

  double cutOff(String reason) {
    var counter = registry.find("yizhan.hub.clients.cut.off").tag("reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  /** Waits until it is so; fails loudly when it never is. */
  static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never came about: " + what);
      }

      LockSupport.parkNanos(2_000_000);
    }
  }

  static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  void stopListening() {
    await(mqtt.close());
  }

  @Override
  public void close() {
    await(mqtt.close());
    await(vertx.close());
    inflow.close();
    store.close();
    database.close();
  }
}
