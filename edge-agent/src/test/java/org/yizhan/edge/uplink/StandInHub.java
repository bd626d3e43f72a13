package org.yizhan.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
import org.yizhan.station.StationId;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Order;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.TopicName;
import org.yizhan.wire.TopicName.Channel;
import org.yizhan.wire.WireCodec;

/**
 * Stands in for the hub behind a broker: keeps each fact once by a cursor per journal and answers
 * with {@code Acknowledge}. The real hub is tested against the agent in the hub's own tests.
 */
final class StandInHub implements AutoCloseable {
  private static final long SECONDS_MOST = 30;

  private final StationId station;
  private final MqttAsyncClient client;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Map<JournalId, Long> cursors = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Presence> presences = new ArrayList<>();

  StandInHub(StationIdentity identity, StationId station) throws MqttException, IdentityException {
    this.station = station;
    String address = "ssl://" + identity.mqttHost() + ":" + identity.mqttPort();
    client = new MqttAsyncClient(address, "hub", new MemoryPersistence());
    var options = new MqttConnectionOptions();
    options.setSocketFactory(new HubSocketFactory(identity.tls()));
    client.connect(options).waitForCompletion(10_000);
    // Paho's subscription with a listener of its own fails without subscription identifiers
    client.setCallback(new Ears());
    for (Channel channel : List.of(Channel.FACTS, Channel.PRESENCE)) {
      client.subscribe(new TopicName(station, channel).text(), 1).waitForCompletion(10_000);
    }
  }

  private final class Ears implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) throws MqttException {
      switch (TopicName.of(topic).orElseThrow().channel()) {
        case FACTS -> takeFacts(message);
        case PRESENCE -> takePresence(message);
        case ORDERS -> throw new AssertionError("the hub hears no orders");
      }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }

  private void takeFacts(MqttMessage message) throws MqttException {
    Map<String, String> label = new HashMap<>();
    for (UserProperty property : message.getProperties().getUserProperties()) {
      label.put(property.getKey(), property.getValue());
    }
    Envelope envelope = WireCodec.readEnvelope(message.getPayload());
    assertThat(label)
        .containsEntry("journal", envelope.journal().value())
        .containsEntry("first", envelope.first().toString());
    long next = keep(envelope);
    long attempt = Long.parseLong(label.getOrDefault("attempt", ""));
    order(new Order.Acknowledge(envelope.journal(), new Sequence(next), attempt));
  }

  private long keep(Envelope envelope) {
    lock.lock();
    try {
      long cursor = cursors.getOrDefault(envelope.journal(), 1L);
      long number = envelope.first().value();
      for (Entry entry : envelope.entries()) {
        if (number == cursor) {
          facts.add(entry.fact());
          cursor += entry.numbers();
        }
        number += entry.numbers();
      }
      cursors.put(envelope.journal(), cursor);
      news.signalAll();
      return cursor;
    } finally {
      lock.unlock();
    }
  }

  private void takePresence(MqttMessage message) {
    lock.lock();
    try {
      presences.add(WireCodec.readPresence(message.getPayload()));
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void order(Order order) throws MqttException {
    String topic = new TopicName(station, Channel.ORDERS).text();
    client.publish(
        topic, new MqttMessage(WireCodec.writeOrder(order), 0, false, new MqttProperties()));
  }

  void awaitFacts(int count) {
    await(() -> facts.size() >= count, count + " facts");
  }

  void awaitPresence(Class<? extends Presence> kind) {
    await(() -> !presences.isEmpty() && kind.isInstance(presences.getLast()), kind.getSimpleName());
  }

  List<Fact> facts() {
    lock.lock();
    try {
      return List.copyOf(facts);
    } finally {
      lock.unlock();
    }
  }

  List<Presence> presences() {
    lock.lock();
    try {
      return List.copyOf(presences);
    } finally {
      lock.unlock();
    }
  }

  private void await(BooleanSupplier condition, String what) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(SECONDS_MOST);
      while (!condition.getAsBoolean()) {
        assertThat(left)
            .as("waited %d s for %s; %d facts, %s", SECONDS_MOST, what, facts.size(), presences)
            .isPositive();
        left = news.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 0, false);
    client.close();
  }
}
