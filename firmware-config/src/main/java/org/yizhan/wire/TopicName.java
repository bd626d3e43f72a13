package org.yizhan.wire;

import java.util.Optional;
import org.yizhan.station.StationId;

/**
 * The three topics of a station: {@code yizhan/v1/<station>/facts}, {@code …/presence} and {@code
 * …/orders}. A station may publish to its own first two and subscribe to its own third, nothing
 * else.
 */
public record TopicName(StationId station, Channel channel) {
  private static final String ROOT = "yizhan/v1/";

  /** What travels on a topic. */
  public enum Channel {
    FACTS("facts"),
    PRESENCE("presence"),
    ORDERS("orders");

    private final String word;

    Channel(String word) {
      this.word = word;
    }
  }

  /** The topic of this text, or empty when it is none of ours. */
  public static Optional<TopicName> of(String text) {
    if (text.length() > 80 || !text.startsWith(ROOT)) {
      return Optional.empty();
    }
    int slash = text.indexOf('/', ROOT.length());
    if (slash < 0 || !StationId.isValid(text.substring(ROOT.length(), slash))) {
      return Optional.empty();
    }
    String word = text.substring(slash + 1);
    for (Channel channel : Channel.values()) {
      if (channel.word.equals(word)) {
        return Optional.of(
            new TopicName(new StationId(text.substring(ROOT.length(), slash)), channel));
      }
    }
    return Optional.empty();
  }

  /** As MQTT knows it. */
  public String text() {
    return ROOT + station.value() + '/' + channel.word;
  }

  @Override
  public String toString() {
    return text();
  }
}
