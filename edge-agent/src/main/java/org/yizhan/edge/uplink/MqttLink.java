package org.yizhan.edge.uplink;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.yizhan.edge.identity.IdentityException;
import org.yizhan.edge.identity.StationIdentity;
import org.yizhan.edge.uplink.Outbox.Sending;
import org.yizhan.station.StationId;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.Presence;
import org.yizhan.wire.TopicName;
import org.yizhan.wire.TopicName.Channel;
import org.yizhan.wire.WireCodec;

/**
 * One MQTT 5 connection to the hub, from connect to its end; never reconnected. Paho's callback
 * thread only hands bodies over: blocking it would stop everything, acknowledgements included.
 */
final class MqttLink implements AutoCloseable {
  /** Paho logs as errors what it also throws; the uplink says it once, in words. */
  private static final Logger PAHO = Logger.getLogger("org.eclipse.paho.mqttv5.client");

  private static final int KEEP_ALIVE_SECONDS = 120;
  private static final int CONNECT_SECONDS = 10;
  private static final long CONNECTED_WITHIN_MS = 30_000;
  private static final long ANSWERED_WITHIN_MS = 10_000;
  private static final long FAREWELL_MS = 2_000;
  private static final int RECEIVE_MAX = 16;
  private static final int HEADER_BYTES_MAX = 1_024;

  private final MqttAsyncClient client;
  private final KeepAlive keepAlive;
  private final StationId station;
  private final long connection;

  private MqttLink(
      MqttAsyncClient client, KeepAlive keepAlive, StationId station, long connection) {
    this.client = client;
    this.keepAlive = keepAlive;
    this.station = station;
    this.connection = connection;
  }

  /**
   * Connects and subscribes to the station's own orders.
   *
   * @param connection number of this connect, in the last will
   * @param generation what the news of this link are told under
   */
  static MqttLink open(StationIdentity identity, long connection, UplinkNews news, long generation)
      throws MqttException, IdentityException {
    PAHO.setLevel(Level.OFF);
    var keepAlive = new KeepAlive();
    String address = "ssl://" + identity.mqttHost() + ":" + identity.mqttPort();
    var client =
        new MqttAsyncClient(
            address, identity.station().value(), new MemoryPersistence(), keepAlive, null);
    var link = new MqttLink(client, keepAlive, identity.station(), connection);
    client.setCallback(new Ears(news, generation));
    try {
      client.connect(link.options(identity)).waitForCompletion(CONNECTED_WITHIN_MS);
      IMqttToken subscribed = client.subscribe(link.topic(Channel.ORDERS), 0);
      subscribed.waitForCompletion(ANSWERED_WITHIN_MS);
      return link;
    } catch (MqttException | IdentityException failure) {
      link.end(false);
      throw failure;
    }
  }

  private MqttConnectionOptions options(StationIdentity identity) throws IdentityException {
    var options = new MqttConnectionOptions();
    options.setSocketFactory(new HubSocketFactory(identity.tls()));
    options.setHttpsHostnameVerificationEnabled(true);
    options.setAutomaticReconnect(false);
    options.setCleanStart(true);
    options.setSessionExpiryInterval(0L);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout(CONNECT_SECONDS);
    options.setReceiveMaximum(RECEIVE_MAX);
    options.setMaximumPacketSize((long) WireCodec.ORDER_BYTES_MAX + HEADER_BYTES_MAX);
    options.setUseSubscriptionIdentifiers(false);
    options.setWill(
        topic(Channel.PRESENCE), presence(WireCodec.writePresence(new Presence.Gone(connection))));
    return options;
  }

  void send(Sending sending) throws MqttException {
    EnvelopeLabel label = sending.label();
    var properties = new MqttProperties();
    properties.setUserProperties(
        List.of(
            new UserProperty("journal", label.journal().value()),
            new UserProperty("first", label.first().toString()),
            new UserProperty("count", Long.toString(label.count())),
            new UserProperty("attempt", Long.toString(label.attempt()))));
    var message =
        new MqttMessage(WireCodec.writeEnvelope(sending.envelope()), 1, false, properties);
    publish(Channel.FACTS, message);
  }

  void send(Presence.Snapshot now) throws MqttException {
    byte[] body = WireCodec.writePresence(new Presence.Online(connection, now));
    publish(Channel.PRESENCE, presence(body));
  }

  private static MqttMessage presence(byte[] body) {
    return new MqttMessage(body, 1, true, new MqttProperties());
  }

  private IMqttToken publish(Channel channel, MqttMessage message) throws MqttException {
    return client.publish(topic(channel), message);
  }

  private String topic(Channel channel) {
    return new TopicName(station, channel).text();
  }

  /** Pings the hub if it is time to, and ends the connection when it no longer answers. */
  void tend() {
    keepAlive.tend();
  }

  /** Milliseconds until {@link #tend} has something to do. */
  long tendInMs() {
    return keepAlive.dueInMs();
  }

  /** Tells everybody that the station goes on purpose, then ends. */
  void sayFarewell() {
    try {
      byte[] gone = WireCodec.writePresence(new Presence.Gone(connection));
      publish(Channel.PRESENCE, presence(gone)).waitForCompletion(FAREWELL_MS);
      end(true);
    } catch (MqttException nobodyListens) {
      end(false);
    }
  }

  @Override
  public void close() {
    end(false);
  }

  private void end(boolean tellHub) {
    try {
      if (!client.isConnected() || !tellHub) {
        client.disconnectForcibly(0, 0, false);
      } else {
        client.disconnectForcibly(0, FAREWELL_MS, true);
      }
      client.close();
    } catch (MqttException | RuntimeException alreadyEnded) {
      System.getLogger(MqttLink.class.getName())
          .log(System.Logger.Level.DEBUG, "ending a link", alreadyEnded);
    }
  }

  /** Hands over what arrives; decides nothing. */
  private record Ears(UplinkNews news, long generation) implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      news.message(generation, message.getPayload());
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      news.lost(generation, HubTrouble.explain(response));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
      news.lost(generation, HubTrouble.explain(exception));
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
      // a broker's receipt is no receipt of ours: only Acknowledge is
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
      // the one who connects waits for it
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
      // no enhanced authentication: TLS has told both sides who the other is
    }
  }
}
