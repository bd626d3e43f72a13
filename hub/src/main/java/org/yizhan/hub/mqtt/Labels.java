package org.yizhan.hub.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Sequence;

/** Reads an envelope's label from the user properties of its PUBLISH. */
final class Labels {
  /** A sequence number has at most 16 figures. */
  private static final int FIGURES_MAX = 16;

  private Labels() {}

  /** Empty when a property is missing, stands twice or breaks a bound. */
  static Optional<EnvelopeLabel> read(MqttProperties properties) {
    try {
      return Optional.of(
          new EnvelopeLabel(
              new JournalId(text(properties, "journal")),
              new Sequence(number(properties, "first")),
              number(properties, "count"),
              number(properties, "attempt")));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static long number(MqttProperties properties, String name) {
    String text = text(properties, name);
    if (text.length() > FIGURES_MAX) {
      throw new IllegalArgumentException(name + " has too many figures");
    }
    return Long.parseLong(text);
  }

  private static String text(MqttProperties properties, String name) {
    @Nullable String found = null;
    for (MqttProperties.MqttProperty<?> property :
        properties.getProperties(MqttProperties.USER_PROPERTY)) {
      if (property.value() instanceof MqttProperties.StringPair pair && pair.key.equals(name)) {
        if (found != null) {
          throw new IllegalArgumentException(name + " stands twice");
        }
        found = pair.value;
      }
    }
    if (found == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return found;
  }
}
