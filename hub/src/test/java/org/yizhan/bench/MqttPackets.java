package org.yizhan.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The few MQTT 5 packets a station sends (OASIS MQTT 5.0, chapter 3), as bytes. */
final class MqttPackets {
  private static final int KEEP_ALIVE_SECONDS = 300;

  private MqttPackets() {}

  private interface Body {
    void to(DataOutputStream out) throws IOException;
  }

  static byte[] connect(String clientId) {
    return packet(
        0x10,
        out -> {
          out.writeUTF("MQTT");
          out.writeByte(5);
          out.writeByte(0x02); // clean start
          out.writeShort(KEEP_ALIVE_SECONDS);
          out.writeByte(0);
          out.writeUTF(clientId);
        });
  }

  static byte[] subscribe(int id, String topic) {
    return packet(
        0x82,
        out -> {
          out.writeShort(id);
          out.writeByte(0);
          out.writeUTF(topic);
          out.writeByte(0);
        });
  }

  /** A PUBLISH of QoS 1. */
  static byte[] publish(int id, String topic, Map<String, String> properties, byte[] payload) {
    return packet(
        0x32,
        out -> {
          out.writeUTF(topic);
          out.writeShort(id);
          byte[] pairs = bytes(pair -> writePairs(pair, properties));
          writeLength(out, pairs.length);
          out.write(pairs);
          out.write(payload);
        });
  }

  private static void writePairs(DataOutputStream out, Map<String, String> properties)
      throws IOException {
    for (Map.Entry<String, String> property : properties.entrySet()) {
      out.writeByte(0x26); // user property
      out.writeUTF(property.getKey());
      out.writeUTF(property.getValue());
    }
  }

  private static byte[] packet(int header, Body body) {
    byte[] content = bytes(body);
    return bytes(
        out -> {
          out.writeByte(header);
          writeLength(out, content.length);
          out.write(content);
        });
  }

  private static void writeLength(DataOutputStream out, int length) throws IOException {
    int rest = length;
    while (rest >= 0x80) {
      out.writeByte((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private static byte[] bytes(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      body.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
