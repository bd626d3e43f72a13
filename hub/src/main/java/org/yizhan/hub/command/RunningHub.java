package org.yizhan.hub.command;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yizhan.hub.duty.book.DutyBook;
import org.yizhan.hub.identity.Authority;
import org.yizhan.hub.identity.Enrolment;
import org.yizhan.hub.identity.EstServer;
import org.yizhan.hub.identity.KnownCertificates;
import org.yizhan.hub.identity.PassOffice;
import org.yizhan.hub.identity.ServerCredential;
import org.yizhan.hub.inflow.GroupCommitInflow;
import org.yizhan.hub.loans.LentThings;
import org.yizhan.hub.loans.Loans;
import org.yizhan.hub.matters.Matters;
import org.yizhan.hub.meters.HubMeters;
import org.yizhan.hub.meters.NoticeMeters;
import org.yizhan.hub.mqtt.EmbeddedMqtt;
import org.yizhan.hub.notify.NoticePost;
import org.yizhan.hub.notify.NoticeQueue;
import org.yizhan.hub.notify.Senders;
import org.yizhan.hub.notify.StationWatch;
import org.yizhan.hub.notify.Subscriptions;
import org.yizhan.hub.orders.LevelOrders;
import org.yizhan.hub.orders.StoredOrders;
import org.yizhan.hub.people.Accounts;
import org.yizhan.hub.people.ApiTokens;
import org.yizhan.hub.people.Sessions;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.rounds.Rounds;
import org.yizhan.hub.settings.HubSetting;
import org.yizhan.hub.settings.HubSettings;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.OutlookRows;
import org.yizhan.hub.store.sqlite.Retention;
import org.yizhan.hub.store.sqlite.SqliteFactStore;
import org.yizhan.hub.store.sqlite.SqliteReadings;
import org.yizhan.hub.web.HubWeb;

/**
 * A hub with all its parts: database, inflow, MQTT, enrolment, pages, started in this order and
 * stopped in the reverse. A part that cannot start stops those before it.
 */
final class RunningHub implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RunningHub.class.getName());
  private static final long SECONDS_MAX = 20;
  private static final long OUTLOOK_MS = TimeUnit.SECONDS.toMillis(20);
  private static final long LEVELS_MS = TimeUnit.SECONDS.toMillis(5);
  private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private int enrolPort;
  private int mqttPort;
  private String webAddress = "";
  private Optional<String> setupLink = Optional.empty();

  private RunningHub() {}

  static RunningHub start(HubFolder folder, HubAddresses addresses) {
    RunningHub hub = new RunningHub();
    try {
      hub.startParts(folder, addresses);
      return hub;
    } catch (RuntimeException e) {
      hub.close();
      throw e;
    }
  }

  private void startParts(HubFolder folder, HubAddresses addresses) {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    HubDatabase database = add(HubDatabase.open(folder.database()));
    Authority authority = Authority.open(folder.authority(), clock, random);
    ServerCredential credential = ServerCredential.open(authority, addresses.publicHosts(), clock);
    PassOffice passes = PassOffice.open(folder.authority(), database, clock, random);
    LOG.log(System.Logger.Level.DEBUG, "Passes are issued as {0}.", passes.key().issuer());
    HubSettings settings = new HubSettings(database);
    NoticeQueue notices = new NoticeQueue(database, clock);
    Vertx vertx = Vertx.vertx();
    add(() -> await("Vert.x", vertx.close()));
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HubMeters meters = new HubMeters(registry);
    SqliteFactStore facts = add(SqliteFactStore.on(database, clock));
    GroupCommitInflow inflow = add(new GroupCommitInflow(facts, meters));
    StoredOrders orders = add(new StoredOrders(database, clock));
    EmbeddedMqtt mqtt =
        new EmbeddedMqtt(
            vertx,
            inflow,
            new KnownCertificates(database, authority, clock),
            orders,
            meters,
            credential,
            authority.stationTrust());
    add(() -> await("the stations' server", mqtt.close()));
    mqttPort =
        listening(
            "the stations",
            "--mqtt-port",
            addresses.mqttPort(),
            mqtt.listen(addresses.host(), addresses.mqttPort()));
    Enrolment enrolment = new Enrolment(database, authority, settings::certificateLife, clock);
    EstServer est = new EstServer(vertx, enrolment, credential, clock);
    add(() -> await("enrolment", est.close()));
    enrolPort =
        listening(
            "enrolment",
            "--enrol-port",
            addresses.enrolPort(),
            est.listen(addresses.host(), addresses.enrolPort()));
    vertx.setPeriodic(
        DAY_MS,
        timer -> {
          credential.renewWhenDue();
          forgetOldPhotos(vertx, new ProofPhotos(database, clock), clock);
          forgetOldLoans(vertx, new Loans(database, facts, clock));
          vertx
              .executeBlocking(() -> forgetOldFacts(database, settings, clock), false)
              .onFailure(
                  failure ->
                      LOG.log(System.Logger.Level.WARNING, "Old facts were not dropped.", failure));
        });
    reckonOutlooks(vertx, database, clock);
    tellLevels(vertx, database, facts, orders, clock);
    orders.start();
    HubWeb.Telling telling =
        new HubWeb.Telling(
            new Subscriptions(database, clock, random),
            notices,
            add(new Senders(database, vertx, clock)));
    startWeb(vertx, addresses, database, facts, telling, registry, clock);
    settings.writeWebAddress(webAddress());
    startNotices(database, telling, registry, clock, random);
    settings.write(
        new HubSettings.Reachable(addresses.publicHosts().getFirst(), mqttPort, enrolPort));
  }

  private static void reckonOutlooks(Vertx vertx, HubDatabase database, InstantSource clock) {
    OutlookRows outlooks = new OutlookRows(database);
    again(
        vertx,
        OUTLOOK_MS,
        "How long supplies last was not reckoned.",
        () -> outlooks.refresh(clock.instant()));
  }

  /** Stations hear of what was counted or put in soon after it was entered. */
  private void tellLevels(
      Vertx vertx,
      HubDatabase database,
      SqliteFactStore facts,
      StoredOrders orders,
      InstantSource clock) {
    LevelOrders levels = new LevelOrders(database, orders::levelsChanged);
    add(facts.listen(levels::changed));
    levels.lookAtAll();
    again(
        vertx,
        LEVELS_MS,
        "Stations were not told what stands on their shelves.",
        () -> levels.refresh(clock.instant()));
  }

  /** Does it so long after it was last done, and says so when it cannot be. */
  private static void again(Vertx vertx, long afterMs, String failure, Callable<Integer> work) {
    vertx.setTimer(
        afterMs,
        timer ->
            vertx
                .executeBlocking(work, false)
                .onComplete(
                    done -> {
                      if (done.failed()) {
                        LOG.log(System.Logger.Level.WARNING, failure, done.cause());
                      }
                      again(vertx, afterMs, failure, work);
                    }));
  }

  private void startNotices(
      HubDatabase database,
      HubWeb.Telling telling,
      PrometheusMeterRegistry registry,
      InstantSource clock,
      SecureRandom random) {
    NoticePost post =
        add(
            new NoticePost(
                database,
                telling.matters(),
                telling.subscriptions(),
                new NoticePost.Parts(
                    telling.senders(),
                    () -> Optional.of(webAddress()),
                    new NoticeMeters(registry),
                    clock,
                    random)));
    StationWatch watch =
        add(
            new StationWatch(
                new SqliteReadings(database),
                new Rounds(database, clock),
                new StationWatch.Sources(
                    new LentThings(database, clock),
                    new Matters(database),
                    new DutyBook(database, clock)),
                telling.matters(),
                clock));
    post.start();
    watch.start();
  }

  private static void forgetOldPhotos(Vertx vertx, ProofPhotos photos, InstantSource clock) {
    vertx
        .executeBlocking(() -> photos.forget(clock.instant().minus(ProofPhotos.KEPT_FOR)), false)
        .onFailure(
            failure ->
                LOG.log(System.Logger.Level.WARNING, "Old pictures were not dropped.", failure));
  }

  private static void forgetOldLoans(Vertx vertx, Loans loans) {
    vertx
        .executeBlocking(loans.own()::forget, false)
        .onFailure(
            failure ->
                LOG.log(System.Logger.Level.WARNING, "Whose old loans were is kept yet.", failure));
  }

  private static long forgetOldFacts(
      HubDatabase database, HubSettings settings, InstantSource clock) {
    int days = settings.read(HubSetting.KEEP_FACTS_DAYS);
    long dropped =
        days == 0 ? 0 : Retention.forget(database, clock.instant().minus(Duration.ofDays(days)));
    if (dropped > 0) {
      LOG.log(
          System.Logger.Level.INFO,
          "{0} facts of journals older than {1} days were dropped; what was folded from them"
              + " stays.",
          dropped,
          days);
    }
    return dropped;
  }

  private void startWeb(
      Vertx vertx,
      HubAddresses addresses,
      HubDatabase database,
      SqliteFactStore facts,
      HubWeb.Telling telling,
      PrometheusMeterRegistry registry,
      InstantSource clock) {
    Accounts accounts = new Accounts(database, clock);
    HubWeb pages =
        add(
            HubWeb.start(
                vertx,
                addresses.web(),
                new HubWeb.Parts(
                    new SqliteReadings(database),
                    facts,
                    accounts,
                    new Sessions(database, clock),
                    new ApiTokens(database, clock),
                    HubWeb.Shelves.on(database, facts, clock),
                    telling,
                    clock,
                    registry)));
    webAddress = pages.address().toString();
    setupLink = accounts.setupLink().map(token -> pages.link(token).toString());
  }

  private <P extends AutoCloseable> P add(P part) {
    parts.push(part);
    return part;
  }

  private static int listening(String what, String flag, int port, Future<Integer> listening) {
    try {
      return await(what, listening);
    } catch (CommandException e) {
      if (e.getCause() instanceof BindException) {
        throw new CommandException(
            "port "
                + port
                + " for "
                + what
                + " is in use or not allowed ("
                + e.getCause().getMessage()
                + "): stop what uses it, or choose another with "
                + flag,
            e);
      }
      throw e;
    }
  }

  private static <T> T await(String what, Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new CommandException(what + " failed: " + cause.getMessage(), cause);
    } catch (TimeoutException e) {
      throw new CommandException(what + " gave no answer in " + SECONDS_MAX + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted at " + what, e);
    }
  }

  String webAddress() {
    return webAddress;
  }

  int mqttPort() {
    return mqttPort;
  }

  int enrolPort() {
    return enrolPort;
  }

  /** Where the first account is made; empty when there is one. */
  Optional<String> setupLink() {
    return setupLink;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.log(System.Logger.Level.WARNING, "A part of the hub did not stop as it should.", e);
      }
    }
  }
}
