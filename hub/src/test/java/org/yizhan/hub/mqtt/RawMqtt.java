package org.yizhan.hub.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.Order;
import org.yizhan.wire.Presence;
import org.yizhan.wire.WireCodec;

/** An MQTT 5 client that sends whatever a test wants, byte by byte (MQTT 5, section 3). */
final class RawMqtt implements AutoCloseable {
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;
  static final int SUBACK = 9;
  static final int PINGRESP = 13;
  static final int DISCONNECT = 14;
  private static final int READ_MS_MAX = 15_000;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;
  private int packetId;

  /** One packet from the hub. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Packet(int type, int flags, byte[] body) {
    /** The reason code of a CONNACK, or of a DISCONNECT. */
    int reason() {
      return body[type == CONNACK ? 1 : 0] & 0xFF;
    }

    /** The reason code of a PUBACK; a short one means success. */
    int pubackReason() {
      return body.length < 3 ? 0 : body[2] & 0xFF;
    }

    /** The order in a PUBLISH of QoS 0. */
    Order order() {
      int topic = ((body[0] & 0xFF) << 8) | (body[1] & 0xFF);
      int from = 2 + topic + 1 + body[2 + topic];
      return WireCodec.readOrder(Arrays.copyOfRange(body, from, body.length));
    }
  }

  RawMqtt(SSLContext tls, int port) throws IOException {
    socket = tls.getSocketFactory().createSocket("127.0.0.1", port);
    socket.setSoTimeout(READ_MS_MAX);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  Packet connect(String clientId) throws IOException {
    return connect(clientId, 60, Optional.empty(), 5);
  }

  Packet connect(String clientId, int keepAlive, Optional<Presence.Gone> will, int version)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    data.writeUTF("MQTT");
    data.writeByte(version);
    data.writeByte(will.isPresent() ? 0x02 | 0x04 | 0x08 | 0x20 : 0x02);
    data.writeShort(keepAlive);
    if (version == 5) {
      data.writeByte(0);
    }
    data.writeUTF(clientId);
    if (will.isPresent()) {
      data.writeByte(0);
      data.writeUTF("yizhan/v1/" + clientId + "/presence");
      byte[] message = WireCodec.writePresence(will.get());
      data.writeShort(message.length);
      data.write(message);
    }
    send(0x10, body.toByteArray());
    return read();
  }

  void subscribe(String topic) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    data.writeShort(++packetId);
    data.writeByte(0);
    data.writeUTF(topic);
    data.writeByte(0);
    send(0x82, body.toByteArray());
  }

  void publish(Arrival facts) throws IOException {
    EnvelopeLabel label = facts.label();
    String[] properties = {
      "journal", label.journal().value(),
      "first", label.first().toString(),
      "count", Long.toString(label.count()),
      "attempt", Long.toString(label.attempt())
    };
    publish("yizhan/v1/" + facts.station() + "/facts", 1, facts.body(), properties);
  }

  void publish(String station, Presence presence) throws IOException {
    publish("yizhan/v1/" + station + "/presence", 1, WireCodec.writePresence(presence));
  }

  void publish(String topic, int qos, byte[] payload, String... userProperties) throws IOException {
    ByteArrayOutputStream properties = new ByteArrayOutputStream();
    DataOutputStream pairs = new DataOutputStream(properties);
    for (int i = 0; i < userProperties.length; i += 2) {
      pairs.writeByte(0x26);
      pairs.writeUTF(userProperties[i]);
      pairs.writeUTF(userProperties[i + 1]);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    data.writeUTF(topic);
    if (qos > 0) {
      data.writeShort(++packetId);
    }
    writeLength(data, properties.size());
    data.write(properties.toByteArray());
    data.write(payload);
    send(0x30 | (qos << 1), body.toByteArray());
  }

  void ping() throws IOException {
    send(0xC0, new byte[0]);
  }

  void sayGoodbye() throws IOException {
    send(0xE0, new byte[] {0, 0});
  }

  void send(int header, byte[] body) throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(header);
    writeLength(packet, body.length);
    packet.write(body);
    out.write(packet.toByteArray());
    out.flush();
  }

  void sendBytes(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  private static void writeLength(OutputStream to, int length) throws IOException {
    int rest = length;
    do {
      int digit = rest % 128;
      rest /= 128;
      to.write(rest > 0 ? digit | 0x80 : digit);
    } while (rest > 0);
  }

  /** The next packet; throws {@link EOFException} when the hub has closed. */
  Packet read() throws IOException {
    int header = in.readUnsignedByte();
    int length = 0;
    int shift = 0;
    int digit;
    do {
      digit = in.readUnsignedByte();
      length |= (digit & 0x7F) << shift;
      shift += 7;
    } while ((digit & 0x80) != 0);
    byte[] body = new byte[length];
    in.readFully(body);
    return new Packet(header >> 4, header & 0xF, body);
  }

  /** The next packet of this type; others are passed over. */
  Packet await(int type) throws IOException {
    Packet packet = read();
    while (packet.type() != type) {
      packet = read();
    }
    return packet;
  }

  /** The next order of this kind; everything else is passed over. */
  <O extends Order> O awaitOrder(Class<O> kind) throws IOException {
    while (true) {
      Order order = await(PUBLISH).order();
      if (kind.isInstance(order)) {
        return kind.cast(order);
      }
    }
  }

  /** Reads until the hub closes the connection. */
  void awaitEnd() throws IOException {
    try {
      while (true) {
        read();
      }
    } catch (EOFException | SocketException | SSLException ended) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
