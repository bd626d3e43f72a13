package org.yizhan.hub.mqtt;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.inflow.Inflow;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.station.StationId;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence;
import org.yizhan.wire.TopicName;
import org.yizhan.wire.TopicName.Channel;
import org.yizhan.wire.WireCodec;
import org.yizhan.wire.WireException;

/**
 * One accepted connection of one station. What comes in is handled on the connection's event loop.
 * Answers are written by whichever thread has them: the endpoint takes writes from any, and hands
 * those from outside its loop over together, so that PUBACK and acknowledgement leave in one TLS
 * record.
 */
final class StationLink {
  private static final System.Logger LOG = System.getLogger(StationLink.class.getName());

  /** Told to the client in CONNACK; a station has one envelope and one presence in flight. */
  static final int RECEIVE_MAX = 8;

  private static final int MESSAGES_PER_SECOND = 500;
  private static final int MESSAGES_BURST = 1_000;

  /** Messages written but not taken by the network. */
  private static final int UNWRITTEN_MAX = 512;

  private final MqttEndpoint endpoint;
  private final Context context;
  private final StationId station;
  private final Inflow inflow;
  private final Doorkeeper doorkeeper;
  private final OrderDesk desk;
  private final Listener listener;
  private final String facts;
  private final String presences;
  private final String orders;
  private final RateLimit rate =
      new RateLimit(MESSAGES_PER_SECOND, MESSAGES_BURST, System.nanoTime());
  private OptionalLong connection;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger unwritten = new AtomicInteger();
  private volatile boolean subscribed;
  private volatile boolean closed;
  private volatile @Nullable CutOff cutOff;

  /** Hears when the connection is over. */
  interface Listener {
    void closed(StationLink link);
  }

  /**
   * @param will the connection number in the client's last will
   */
  StationLink(
      MqttEndpoint endpoint,
      Context context,
      StationId station,
      OptionalLong will,
      Inflow inflow,
      Doorkeeper doorkeeper,
      OrderDesk desk,
      Listener listener) {
    this.endpoint = endpoint;
    this.context = context;
    this.station = station;
    this.connection = will;
    this.inflow = inflow;
    this.doorkeeper = doorkeeper;
    this.desk = desk;
    this.listener = listener;
    this.facts = new TopicName(station, Channel.FACTS).text();
    this.presences = new TopicName(station, Channel.PRESENCE).text();
    this.orders = new TopicName(station, Channel.ORDERS).text();
  }

  StationId station() {
    return station;
  }

  Context context() {
    return context;
  }

  /** Takes over the endpoint's handlers and lets the client in. */
  void open(MqttProperties terms) {
    endpoint.publishAutoAck(false);
    endpoint.subscriptionAutoAck(false);
    endpoint.publishHandler(this::published);
    endpoint.subscribeHandler(this::subscribe);
    endpoint.unsubscribeHandler(
        message -> {
          subscribed = false;
          endpoint.unsubscribeAcknowledge(message.messageId());
        });
    endpoint.pingHandler(ping -> allowed());
    endpoint.exceptionHandler(this::failed);
    endpoint.closeHandler(nothing -> ended());
    endpoint.accept(false, terms);
  }

  /** What came was no packet, or too large a one; a lost connection just ends. */
  private void failed(Throwable e) {
    if (e instanceof IOException) {
      return;
    }
    boolean tooLong = e instanceof TooLongFrameException;
    cutOff(tooLong ? CutOff.TOO_LARGE : CutOff.MALFORMED, String.valueOf(e.getMessage()));
  }

  private boolean allowed() {
    if (closed || cutOff != null) {
      return false;
    }
    if (!rate.allows(System.nanoTime())) {
      cutOff(CutOff.FLOODING, "");
      return false;
    }
    return true;
  }

  private void published(MqttPublishMessage message) {
    if (!allowed()) {
      return;
    }
    boolean ofFacts = message.topicName().equals(facts);
    if (message.properties().getProperty(MqttProperties.TOPIC_ALIAS) != null) {
      cutOff(CutOff.TOPIC_ALIAS, "");
    } else if (!ofFacts && !message.topicName().equals(presences)) {
      cutOff(CutOff.WRONG_TOPIC, message.topicName());
    } else if (message.qosLevel() != MqttQoS.AT_LEAST_ONCE) {
      cutOff(CutOff.WRONG_QOS, "");
    } else if (inFlight.incrementAndGet() > RECEIVE_MAX) {
      cutOff(CutOff.TOO_MANY_IN_FLIGHT, "");
    } else if (ofFacts) {
      takeFacts(message);
    } else {
      takePresence(message);
    }
  }

  private void takeFacts(MqttPublishMessage message) {
    Optional<EnvelopeLabel> label = Labels.read(message.properties());
    byte[] body = message.payload().getBytes();
    if (label.isEmpty()) {
      cutOff(CutOff.BAD_LABEL, "");
    } else if (body.length > Envelope.BYTES_MAX) {
      cutOff(CutOff.TOO_LARGE, body.length + " bytes");
    } else {
      inflow
          .receive(new Arrival(station, label.get(), body))
          .whenComplete((answer, failure) -> answered(message, failure, orders(answer)));
    }
  }

  private static List<Order.Acknowledge> orders(Order.@Nullable Acknowledge answer) {
    return answer == null ? List.of() : List.of(answer);
  }

  /** A message was kept, or could not be; from any thread. */
  private void answered(
      MqttPublishMessage message, @Nullable Throwable failure, List<Order.Acknowledge> answers) {
    inFlight.decrementAndGet();
    if (closed || cutOff != null) {
      return;
    }
    try {
      acknowledge(message, failure);
      answers.forEach(this::send);
    } catch (IllegalStateException justClosed) {
      // the station sends again when it is back
      LOG.log(Level.DEBUG, "answering", justClosed);
    }
  }

  private void acknowledge(MqttPublishMessage message, @Nullable Throwable failure) {
    if (failure == null) {
      endpoint.publishAcknowledge(message.messageId());
    } else {
      endpoint.publishAcknowledge(
          message.messageId(),
          MqttPubAckReasonCode.QUOTA_EXCEEDED,
          Doorkeeper.reason("the hub cannot keep it now; send it again later"));
    }
  }

  private void takePresence(MqttPublishMessage message) {
    Presence presence;
    try {
      presence = readPresence(message.payload());
    } catch (WireException e) {
      cutOff(CutOff.BAD_PRESENCE, String.valueOf(e.getMessage()));
      return;
    }
    connection = OptionalLong.of(presence.connection());
    inflow
        .receive(station, presence)
        .whenComplete(
            (refill, failure) -> answered(message, failure, refill == null ? List.of() : refill));
    if (presence instanceof Presence.Online online) {
      bringUpToDate(online.now().applied());
    }
  }

  static Presence readPresence(Buffer payload) {
    if (payload.length() > Presence.BYTES_MAX) {
      throw new WireException("a presence has at most " + Presence.BYTES_MAX + " bytes");
    }
    return WireCodec.readPresence(payload.getBytes());
  }

  private void bringUpToDate(Map<OrderKind, Long> applied) {
    desk.applied(applied);
    sendDesired();
  }

  /** Looks up, off the event loop, what the station lacks of its desired state, and sends it. */
  void sendDesired() {
    if (subscribed && desk.knowsWhatIsApplied()) {
      context
          .executeBlocking(desk::lookUp, false)
          .onSuccess(wanted -> desk.due(wanted, System.nanoTime()).forEach(this::send));
    }
  }

  /** Cuts the client off when its certificate speaks for this station no more. */
  void recheck(Admission admission) {
    context
        .executeBlocking(() -> admission.speaksFor(endpoint, station), false)
        .onSuccess(
            still -> {
              if (!still) {
                cutOff(CutOff.REPLACED, "");
              }
            });
  }

  private void subscribe(MqttSubscribeMessage message) {
    if (!allowed()) {
      return;
    }
    boolean own =
        message.topicSubscriptions().stream()
            .allMatch(subscription -> subscription.topicName().equals(orders));
    if (!own) {
      List<MqttSubAckReasonCode> refused =
          message.topicSubscriptions().stream()
              .map(subscription -> MqttSubAckReasonCode.NOT_AUTHORIZED)
              .toList();
      endpoint.subscribeAcknowledge(message.messageId(), refused, MqttProperties.NO_PROPERTIES);
      cutOff(CutOff.WRONG_TOPIC, message.topicSubscriptions().getFirst().topicName());
      return;
    }
    List<MqttSubAckReasonCode> granted =
        message.topicSubscriptions().stream()
            .map(subscription -> MqttSubAckReasonCode.GRANTED_QOS0)
            .toList();
    endpoint.subscribeAcknowledge(message.messageId(), granted, MqttProperties.NO_PROPERTIES);
    subscribed = true;
    sendDesired();
  }

  /**
   * Sends an order, if the station listens; orders are repeated, so none is kept for later. From
   * any thread.
   */
  void send(Order order) {
    if (closed || cutOff != null || !subscribed) {
      return;
    }
    if (unwritten.incrementAndGet() > UNWRITTEN_MAX) {
      context.runOnContext(nothing -> cutOff(CutOff.NOT_READING, ""));
      return;
    }
    endpoint
        .publish(
            orders, Buffer.buffer(WireCodec.writeOrder(order)), MqttQoS.AT_MOST_ONCE, false, false)
        .onComplete(written -> unwritten.decrementAndGet());
  }

  /** Says why, in the log and to the client, and ends the connection. */
  void cutOff(CutOff why, String detail) {
    if (closed || cutOff != null) {
      return;
    }
    cutOff = why;
    if (why != CutOff.HUB_STOPS) {
      doorkeeper.cutOff("station " + station, why, detail);
    }
    endpoint.disconnect(why.code(), Doorkeeper.reason(why.sentence()));
  }

  private void ended() {
    if (closed) {
      return;
    }
    closed = true;
    listener.closed(this);
    if (cutOff != CutOff.TAKEN_OVER && cutOff != CutOff.HUB_STOPS && connection.isPresent()) {
      var _ = inflow.receive(station, new Presence.Gone(connection.getAsLong()));
    }
  }
}
