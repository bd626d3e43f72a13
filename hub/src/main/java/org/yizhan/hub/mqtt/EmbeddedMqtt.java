package org.yizhan.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.identity.StationCertificates;
import org.yizhan.hub.inflow.Inflow;
import org.yizhan.hub.meters.HubMeters;
import org.yizhan.hub.orders.DesiredOrders;
import org.yizhan.station.StationId;
import org.yizhan.wire.Envelope;

/**
 * The stations' MQTT 5 server within the hub: TLS 1.3 or 1.2 with a certificate of the hub's
 * authority, client id = the station it names, each confined to its own topics. An envelope is
 * answered after its commit only.
 */
public final class EmbeddedMqtt {
  private static final System.Logger LOG = System.getLogger(EmbeddedMqtt.class.getName());

  /** Connections at once; more are told the server is busy. */
  public static final int CONNECTIONS_MAX = 20_000;

  /** For the TLS handshake, and again for the CONNECT that must follow. */
  private static final int GREETING_SECONDS_MAX = 10;

  /** An envelope with its topic and properties. */
  private static final int PACKET_BYTES_MAX = Envelope.BYTES_MAX + 4 * 1024;

  private static final int CLIENT_ID_LENGTH_MAX = 64;
  private static final int ACCEPT_BACKLOG = 4_096;

  private final Vertx vertx;
  private final Inflow inflow;
  private final DesiredOrders orders;
  private final HubMeters meters;
  private final X509ExtendedKeyManager serverKey;
  private final X509ExtendedTrustManager authority;
  private final Doorkeeper doorkeeper;
  private final Admission admission;
  private final Map<StationId, StationLink> links = new ConcurrentHashMap<>();
  private final Set<StationLink> open = ConcurrentHashMap.newKeySet();
  private int greetingSecondsMax = GREETING_SECONDS_MAX;
  private volatile boolean closing;
  private volatile @Nullable String deployment;

  /**
   * @param serverKey the hub's server certificate and key, asked at each handshake
   * @param authority trusts exactly what the hub's authority signed
   */
  public EmbeddedMqtt(
      Vertx vertx,
      Inflow inflow,
      StationCertificates certificates,
      DesiredOrders orders,
      HubMeters meters,
      X509ExtendedKeyManager serverKey,
      X509ExtendedTrustManager authority) {
    this.vertx = vertx;
    this.inflow = inflow;
    this.orders = orders;
    this.meters = meters;
    this.serverKey = serverKey;
    this.authority = authority;
    this.doorkeeper = new Doorkeeper(meters);
    this.admission = new Admission(certificates, doorkeeper);
  }

  /** Less patience with slow clients; to be called before {@link #listen}. */
  void awaitGreetingsFor(int seconds) {
    greetingSecondsMax = seconds;
  }

  /**
   * Begins to listen, on as many event loops as there are processors.
   *
   * @param port 0 for any free one
   * @return the port it listens on
   */
  public Future<Integer> listen(String host, int port) {
    AtomicInteger actual = new AtomicInteger();
    int loops = Runtime.getRuntime().availableProcessors();
    // a negative port is one free port shared by all instances of a deployment
    MqttServerOptions options = options().setHost(host).setPort(port == 0 ? -1 : port);
    return vertx
        .deployVerticle(
            () -> new Listener(options, actual), new DeploymentOptions().setInstances(loops))
        .map(
            id -> {
              deployment = id;
              var _ = orders.listen(this::desiredChanged);
              orders.listenForLevels(this::levelsChanged);
              orders.listenForUnlocks(this::unlock);
              return actual.get();
            });
  }

  private MqttServerOptions options() {
    MqttServerOptions options =
        new MqttServerOptions()
            .setSsl(true)
            .setKeyCertOptions(KeyCertOptions.wrap(serverKey))
            .setTrustOptions(TrustOptions.wrap(new ClientTrust(authority, doorkeeper)))
            // asked for, not demanded, so that who has none is told what is missing
            .setClientAuth(ClientAuth.REQUEST)
            .setMaxMessageSize(PACKET_BYTES_MAX)
            .setMaxClientIdLength(CLIENT_ID_LENGTH_MAX)
            .setAutoClientId(false)
            .setTimeoutOnConnect(greetingSecondsMax);
    options
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
        .setSslHandshakeTimeout(greetingSecondsMax)
        .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
    options.setAcceptBacklog(ACCEPT_BACKLOG);
    return options;
  }

  /** One event loop's share of the listening. */
  private final class Listener extends VerticleBase {
    private final MqttServerOptions options;
    private final AtomicInteger actual;

    private Listener(MqttServerOptions options, AtomicInteger actual) {
      this.options = options;
      this.actual = actual;
    }

    @Override
    public Future<?> start() {
      context.exceptionHandler(EmbeddedMqtt::afterwards);
      return MqttServer.create(vertx, options)
          .endpointHandler(EmbeddedMqtt.this::knock)
          .exceptionHandler(failure -> {})
          .listen()
          .onSuccess(server -> actual.set(server.actualPort()));
    }
  }

  /**
   * Packets that were read before a client was cut off still reach Vert.x after it; it throws for
   * each one. They are let fall in silence, or a flood would go on in the log.
   */
  private static void afterwards(Throwable e) {
    boolean late = e instanceof IllegalArgumentException || e instanceof IllegalStateException;
    LOG.log(late ? Level.DEBUG : Level.ERROR, "While serving a station.", e);
  }

  private void knock(MqttEndpoint endpoint) {
    Context context = vertx.getOrCreateContext();
    if (closing || open.size() >= CONNECTIONS_MAX) {
      admission.refuse(endpoint, Refusal.FULL, "");
      return;
    }
    admission.judge(endpoint, context, (station, will) -> admit(endpoint, context, station, will));
  }

  private void admit(MqttEndpoint endpoint, Context context, StationId station, OptionalLong will) {
    StationLink link =
        new StationLink(
            endpoint,
            context,
            station,
            will,
            inflow,
            doorkeeper,
            new OrderDesk(orders, station),
            this::closed);
    open.add(link);
    meters.stationConnected();
    StationLink older = links.put(station, link);
    if (older != null) {
      older.context().runOnContext(nothing -> older.cutOff(CutOff.TAKEN_OVER, ""));
    }
    link.open(terms());
  }

  /** What the client must keep to (MQTT 5, section 3.2.2.3). */
  private static MqttProperties terms() {
    MqttProperties terms = new MqttProperties();
    number(terms, MqttProperties.RECEIVE_MAXIMUM, StationLink.RECEIVE_MAX);
    number(terms, MqttProperties.MAXIMUM_QOS, 1);
    number(terms, MqttProperties.MAXIMUM_PACKET_SIZE, PACKET_BYTES_MAX);
    number(terms, MqttProperties.TOPIC_ALIAS_MAXIMUM, 0);
    number(terms, MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE, 0);
    number(terms, MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0);
    number(terms, MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0);
    return terms;
  }

  private static void number(MqttProperties properties, int property, int value) {
    properties.add(new MqttProperties.IntegerProperty(property, value));
  }

  private void closed(StationLink link) {
    if (open.remove(link)) {
      links.remove(link.station(), link);
      meters.stationGone();
    }
  }

  private void desiredChanged() {
    for (StationLink link : links.values()) {
      link.context()
          .runOnContext(
              nothing -> {
                link.recheck(admission);
                link.sendDesired();
              });
    }
  }

  private void levelsChanged(StationId station) {
    StationLink link = links.get(station);
    if (link != null) {
      link.context().runOnContext(nothing -> link.sendDesired());
    }
  }

  private void unlock(DesiredOrders.Unlock unlock) {
    StationLink link = links.get(unlock.station());
    if (link != null) {
      link.context().runOnContext(nothing -> link.send(unlock.order()));
    }
  }

  /** How many stations are connected now. */
  public int connected() {
    return links.size();
  }

  /** Tells every station that the hub stops, and stops listening. */
  public Future<Void> close() {
    closing = true;
    for (StationLink link : Set.copyOf(open)) {
      link.context().runOnContext(nothing -> link.cutOff(CutOff.HUB_STOPS, ""));
    }
    String id = deployment;
    deployment = null;
    return id == null ? Future.succeededFuture() : vertx.undeploy(id);
  }
}
