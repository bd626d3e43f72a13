package org.yizhan.wire;

import java.util.List;

/** Whatever comes as presence is refused by name, or means the same when written again. */
public final class PresenceFuzz {
  private PresenceFuzz() {}

  /** Called by Jazzer first: loads and instruments every class before any input is timed. */
  public static void fuzzerInitialize() {
    seeds().forEach(PresenceFuzz::fuzzerTestOneInput);
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] body) {
    Presence read;
    try {
      read = WireCodec.readPresence(body);
    } catch (WireException refused) {
      return;
    }
    byte[] again = WireCodec.writePresence(read);
    if (again.length > Presence.BYTES_MAX || !WireCodec.readPresence(again).equals(read)) {
      throw new AssertionError("presence changed by being kept");
    }
  }

  /** Where Jazzer starts. */
  public static List<byte[]> seeds() {
    return WireSamples.presences().values().stream().map(WireCodec::writePresence).toList();
  }
}
