package org.yizhan.edge.uplink;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.desired.DesiredState;
import org.yizhan.edge.identity.CertificateRenewal;
import org.yizhan.edge.identity.IdentityException;
import org.yizhan.edge.identity.IdentityFolder;
import org.yizhan.edge.identity.StationIdentity;
import org.yizhan.edge.journal.Journal;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationEvent.UnlockOrdered;
import org.yizhan.edge.time.StationClock;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Order;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.WireCodec;
import org.yizhan.wire.WireException;

/**
 * The uplink over MQTT 5 with Eclipse Paho: connect, subscribe to the own orders, show presence,
 * drain the journal, and so on until the connection is lost; then again after a random pause. One
 * thread does all of it and owns the {@link Outbox}; Paho's threads only hand bodies over.
 */
public final class PahoUplink implements Uplink {
  private static final Logger LOG = System.getLogger(PahoUplink.class.getName());
  private static final long AWAIT_MS_MOST = Duration.ofHours(1).toMillis();
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(6);

  private final IdentityFolder identities;
  private final CertificateRenewal renewal;
  private final ConnectionCounter counter;
  private final StationClock clock;
  private final Journal journal;
  private final DesiredState desired;
  private final Supplier<Presence.Snapshot> snapshot;
  private final Consumer<StationEvent> events;
  private final Outbox outbox;
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private final PresenceSchedule presence = new PresenceSchedule();
  private final SaidLevels levels = new SaidLevels();
  private final RecentIds heeded = new RecentIds();
  private final UplinkNews news = new UplinkNews();
  private final Thread thread;
  private volatile UplinkStatus status;

  /**
   * @param data the station's data folder
   * @param snapshot what presence says now; called on the uplink's thread
   * @param events takes what orders become for the loop; must not block
   */
  public PahoUplink(
      Path data,
      StationClock clock,
      Journal journal,
      DesiredState desired,
      Supplier<Presence.Snapshot> snapshot,
      Consumer<StationEvent> events) {
    this.identities = new IdentityFolder(data.resolve("identity"));
    this.renewal = new CertificateRenewal(identities);
    this.counter = new ConnectionCounter(data.resolve("desired").resolve("connection"));
    this.clock = clock;
    this.journal = journal;
    this.desired = desired;
    this.snapshot = snapshot;
    this.events = events;
    this.outbox = new Outbox(journal);
    this.status = new UplinkStatus.Offline(clock.now(), "not yet connected");
    this.thread = Thread.ofPlatform().name("uplink").daemon(true).unstarted(this::run);
  }

  @Override
  public void start() {
    journal.listen(new Waker());
    thread.start();
  }

  @Override
  public void presenceChanged() {
    news.presenceChanged();
  }

  @Override
  public UplinkStatus status() {
    return status;
  }

  @Override
  public void close() {
    news.close();
    try {
      if (thread.isAlive() && !thread.join(CLOSE_WITHIN)) {
        LOG.log(Level.WARNING, "The hub does not let go; closing without a farewell.");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!news.isClosed()) {
      String why = connectAndServe();
      if (!news.isClosed()) {
        tellOffline(why);
        news.awaitClosed(backoff.next().toMillis());
      }
    }
  }

  /** One connection from beginning to end; says how it ended. */
  private String connectAndServe() {
    long generation = news.begin();
    try {
      StationIdentity identity = identities.load();
      // due even while offline: a hub may refuse a certificate that ran out, not its renewal
      tendRenewal(identity);
      long connection = counter.next(clock.now().wallMs());
      try (MqttLink link = MqttLink.open(identity, connection, news, generation)) {
        LOG.log(Level.INFO, "Connected to the hub {0}.", identity.mqttHost());
        status = new UplinkStatus.Connected(clock.now());
        return serve(link, identity);
      }
    } catch (MqttException failure) {
      return HubTrouble.explain(failure);
    } catch (IdentityException failure) {
      return String.valueOf(failure.getMessage());
    } finally {
      outbox.disconnected();
    }
  }

  private String serve(MqttLink link, StationIdentity identity) throws MqttException {
    outbox.connected();
    presence.connected();
    levels.connected();
    while (!news.isClosed()) {
      String lost = news.whyLost();
      if (lost != null) {
        return lost;
      }
      heedMessages();
      sendPresence(link);
      sendFacts(link);
      link.tend();
      tendRenewal(identity);
      news.await(untilDueMs(link));
    }
    link.sayFarewell();
    return "closed";
  }

  private void heedMessages() {
    for (byte @Nullable [] body = news.takeMessage(); body != null; body = news.takeMessage()) {
      try {
        heed(WireCodec.readOrder(body));
      } catch (WireException malformed) {
        LOG.log(Level.WARNING, "The hub sent no order: {0}", malformed.getMessage());
      }
    }
  }

  private void heed(Order order) {
    Moment now = clock.now();
    switch (order) {
      case Order.Acknowledge answer -> {
        if (outbox.heed(answer, now.sinceStartMs())) {
          backoff.reset();
        }
      }
      case Order.Desired wanted -> {
        Optional<StationEvent> came = desired.apply(now, wanted);
        came.ifPresent(events);
      }
      case Order.UnlockDoor(String id, long expiresAtMs) -> {
        if (now.wallMs() < expiresAtMs && heeded.add(id)) {
          events.accept(new UnlockOrdered(now, id, expiresAtMs));
        }
      }
      case Order.Unknown(String type) ->
          LOG.log(Level.WARNING, "The hub sent an order this agent does not know: {0}", type);
    }
  }

  private void sendPresence(MqttLink link) throws MqttException {
    long nowMs = clock.now().sinceStartMs();
    if (news.takePresenceChanged()) {
      presence.changed(nowMs);
    }
    if (presence.isDue(nowMs)) {
      link.send(levels.telling(snapshot.get()));
      presence.sent(nowMs);
    }
  }

  private void sendFacts(MqttLink link) throws MqttException {
    Optional<Outbox.Sending> sending = outbox.next(clock.now().sinceStartMs());
    if (sending.isPresent()) {
      link.send(sending.get());
    }
  }

  private void tendRenewal(StationIdentity identity) {
    Moment now = clock.now();
    if (now.clockTrusted()) {
      renewal.tend(identity, now.wall());
    }
  }

  private long untilDueMs(MqttLink link) {
    long nowMs = clock.now().sinceStartMs();
    OptionalLong facts = outbox.dueMs();
    long due = Math.min(presence.dueMs(), facts.orElse(Long.MAX_VALUE));
    return Math.clamp(Math.min(due - nowMs, link.tendInMs()), 0, AWAIT_MS_MOST);
  }

  private void tellOffline(String why) {
    boolean news =
        !(status instanceof UplinkStatus.Offline(Moment _, String known) && known.equals(why));
    if (news) {
      LOG.log(Level.WARNING, "No connection to the hub: {0}.", why);
      status = new UplinkStatus.Offline(clock.now(), why);
    }
  }

  /** The outbox may have something as soon as the journal has it. */
  private final class Waker implements Journal.Listener {
    @Override
    public void committed(Sequence next) {
      news.wake();
    }

    @Override
    public void failed(String why) {
      // the loop makes a fault of it
    }

    @Override
    public void recovered() {
      news.wake();
    }
  }
}
