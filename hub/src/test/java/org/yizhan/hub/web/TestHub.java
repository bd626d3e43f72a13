package org.yizhan.hub.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.yizhan.hub.notify.NoticeQueue;
import org.yizhan.hub.notify.Senders;
import org.yizhan.hub.notify.Subscriptions;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Accounts;
import org.yizhan.hub.people.ApiTokens;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.people.Sessions;
import org.yizhan.hub.store.Changes;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.SqliteFactStore;

/** A hub's web side on a free port, with real accounts in a real database. */
final class TestHub implements AutoCloseable {
  static final String NAME = "meilin";
  static final String PASSWORD = "correct horse battery";

  private final Vertx vertx = Vertx.vertx();
  private final HubDatabase database;
  private final SqliteFactStore store;
  private final Senders senders;
  private final HubWeb.Parts parts;
  private final HubWeb web;

  TestHub(Path folder, Readings readings, Changes changes, InstantSource clock, int port) {
    this(
        folder,
        readings,
        changes,
        clock,
        new HubWeb.Listen("127.0.0.1", port, Optional.empty(), Optional.empty()));
  }

  TestHub(
      Path folder, Readings readings, Changes changes, InstantSource clock, HubWeb.Listen listen) {
    database = HubDatabase.open(folder.resolve("hub.db"));
    store = SqliteFactStore.on(database, clock);
    senders = new Senders(database, vertx, clock);
    parts =
        new HubWeb.Parts(
            readings,
            changes,
            new Accounts(database, clock),
            new Sessions(database, clock),
            new ApiTokens(database, clock),
            HubWeb.Shelves.on(database, store, clock),
            new HubWeb.Telling(
                new Subscriptions(database, clock, new SecureRandom()),
                new NoticeQueue(database, clock),
                senders),
            clock,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    web = HubWeb.start(vertx, listen, parts);
  }

  TestHub(Path folder, LifelikeNetwork network, InstantSource clock) {
    this(folder, network, network, clock, 0);
  }

  /** With an account to sign in with. */
  TestHub withAccount() {
    parts.accounts().put(new AccountName(NAME), Role.ADMIN, PASSWORD);
    return this;
  }

  HubWeb.Parts parts() {
    return parts;
  }

  HubWeb web() {
    return web;
  }

  String url(String path) {
    return "http://127.0.0.1:" + web.port() + path;
  }

  @Override
  public void close() {
    web.close();
    senders.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    store.close();
    database.close();
  }
}
