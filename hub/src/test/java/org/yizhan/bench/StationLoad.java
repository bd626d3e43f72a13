package org.yizhan.bench;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.yizhan.station.StationId;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.JournalRange;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Order;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.TopicName;
import org.yizhan.wire.TopicName.Channel;
import org.yizhan.wire.WireCodec;

/**
 * All that one station of the load will send, made before the measurement begins, so that writing
 * it costs the hub's processors nothing.
 */
final class StationLoad {
  /** Above every revision a hub gives, so that it has nothing to tell these stations. */
  private static final long CONTENT = 1;

  private static final int FACTS_ID = 3;

  private final StationId station;
  private final JournalId journal;
  private final Queue<Sending> envelopes = new ArrayDeque<>();
  private final byte[] presence;

  /** One PUBLISH, and the order by which the hub must acknowledge it, to the byte. */
  @SuppressWarnings("ArrayRecordComponent") // made once, sent or compared once
  record Sending(byte[] packet, byte[] acknowledgement, int facts) {}

  /**
   * @param number of the station, from 0
   * @param beganMs wall time of its journal's beginning
   */
  StationLoad(int number, long beganMs, int envelopeCount, int factsEach) {
    this.station = stationNumbered(number);
    this.journal = new JournalId("%032x".formatted(number + 1L));
    FactMix mix = new FactMix(number, beganMs);
    long first = 1;
    for (int i = 1; i <= envelopeCount; i++) {
      List<Entry> facts = mix.next(factsEach);
      envelopes.add(sending(first, facts, i));
      first += factsEach;
    }
    this.presence = presence(beganMs, first);
  }

  static StationId stationNumbered(int number) {
    return new StationId("bench-%05d".formatted(number));
  }

  private Sending sending(long first, List<Entry> facts, int attempt) {
    byte[] body = WireCodec.writeEnvelope(new Envelope(journal, new Sequence(first), facts));
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("journal", journal.value());
    properties.put("first", Long.toString(first));
    properties.put("count", Integer.toString(facts.size()));
    properties.put("attempt", Integer.toString(attempt));
    String topic = new TopicName(station, Channel.FACTS).text();
    byte[] packet = MqttPackets.publish(FACTS_ID, topic, properties, body);
    Order answer = new Order.Acknowledge(journal, new Sequence(first + facts.size()), attempt);
    return new Sending(packet, WireCodec.writeOrder(answer), facts.size());
  }

  private byte[] presence(long beganMs, long next) {
    Moment at = new Moment(0, beganMs, true);
    JournalRange held = new JournalRange(journal, Sequence.FIRST, new Sequence(next));
    Presence.Snapshot now =
        new Presence.Snapshot(
            at,
            "bench",
            HardwareKind.SIMULATED,
            Presence.DoorState.CLOSED,
            Optional.of(new Presence.Occupancy(0, 90)),
            Optional.empty(),
            List.of(),
            Map.of(
                OrderKind.PROFILE, CONTENT,
                OrderKind.ISSUERS, CONTENT,
                OrderKind.REVOCATIONS, CONTENT),
            List.of(held),
            next - 1);
    byte[] body = WireCodec.writePresence(new Presence.Online(beganMs, now));
    return MqttPackets.publish(2, new TopicName(station, Channel.PRESENCE).text(), Map.of(), body);
  }

  StationId station() {
    return station;
  }

  byte[] presence() {
    return presence;
  }

  Queue<Sending> envelopes() {
    return envelopes;
  }
}
