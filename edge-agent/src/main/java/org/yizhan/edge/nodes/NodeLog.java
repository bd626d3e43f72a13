package org.yizhan.edge.nodes;

import java.util.List;
import java.util.OptionalInt;
import org.yizhan.edge.nodes.SenmlRefusal.Why;

/**
 * What one node has said: judges its packs, one after the other. A pack with absolute times must be
 * newer than the last one, so that one recorded by a stranger, or sent twice by the node, is not
 * taken again; DTLS has kept strangers and repeated records out before. Not thread-safe.
 */
final class NodeLog {
  private static final int GRAMS_MAX = 1_000_000;

  /** A node whose clock runs this far ahead would lock itself out later. */
  private static final double AHEAD_MAX_SECONDS = 86_400;

  private final String node;
  private double newest = Double.NEGATIVE_INFINITY;

  NodeLog(String node) {
    this.node = node;
  }

  /**
   * The latest weight of the pack in grams.
   *
   * @param wallSeconds now, since 1970
   * @param clockTrusted without a trusted clock no time is too far ahead
   */
  int take(List<SenmlRecord> pack, double wallSeconds, boolean clockTrusted) throws SenmlRefusal {
    double latest = Double.NEGATIVE_INFINITY;
    double latestAbsolute = Double.NEGATIVE_INFINITY;
    OptionalInt grams = OptionalInt.empty();
    for (SenmlRecord weight : pack) {
      requireOurs(weight);
      double at = weight.isAbsolute() ? weight.time() : wallSeconds + weight.time();
      if (clockTrusted && at > wallSeconds + AHEAD_MAX_SECONDS) {
        throw new SenmlRefusal(
            Why.MALFORMED, "The time is more than a day ahead: set the node's clock.");
      }
      if (at >= latest) {
        latest = at;
        grams = OptionalInt.of(grams(weight));
      }
      if (weight.isAbsolute()) {
        latestAbsolute = Math.max(latestAbsolute, weight.time());
      }
    }
    if (grams.isEmpty()) {
      throw new SenmlRefusal(Why.MALFORMED, "There is no weight in this pack.");
    }
    if (latestAbsolute != Double.NEGATIVE_INFINITY) {
      if (latestAbsolute <= newest) {
        throw new SenmlRefusal(Why.OLD, "This is not newer than what the node said before.");
      }
      newest = latestAbsolute;
    }
    return grams.getAsInt();
  }

  private void requireOurs(SenmlRecord weight) throws SenmlRefusal {
    if (!weight.name().equals(node)) {
      throw new SenmlRefusal(
          Why.FOREIGN, "The node " + node + " may only speak for itself, by exactly this name.");
    }
  }

  private static int grams(SenmlRecord weight) throws SenmlRefusal {
    double grams =
        switch (weight.unit()) {
          case "g" -> weight.value();
          case "kg" -> weight.value() * 1_000;
          default ->
              throw new SenmlRefusal(Why.MALFORMED, "A weight's unit is g or kg (RFC 8428).");
        };
    if (Math.abs(grams) > GRAMS_MAX) {
      throw new SenmlRefusal(Why.MALFORMED, "A shelf weighs at most " + GRAMS_MAX + " g.");
    }
    return (int) Math.round(grams);
  }
}
