package org.yizhan.wire;

import java.util.List;

/** Whatever comes as an order is refused by name, or means the same when written again. */
public final class OrderFuzz {
  private OrderFuzz() {}

  /** Called by Jazzer first: loads and instruments every class before any input is timed. */
  public static void fuzzerInitialize() {
    seeds().forEach(OrderFuzz::fuzzerTestOneInput);
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] body) {
    Order read;
    try {
      read = WireCodec.readOrder(body);
    } catch (WireException refused) {
      return;
    }
    if (!WireCodec.readOrder(WireCodec.writeOrder(read)).equals(read)) {
      throw new AssertionError("an order changed by being kept");
    }
  }

  /** Where Jazzer starts. */
  public static List<byte[]> seeds() {
    return WireSamples.orders().values().stream().map(WireCodec::writeOrder).toList();
  }
}
