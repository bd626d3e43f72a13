package org.yizhan.edge.uplink;

import org.yizhan.wire.Moment;

/** How the uplink fares, since when. */
public sealed interface UplinkStatus {
  Moment since();

  record Connected(Moment since) implements UplinkStatus {}

  /** Trying; {@code why} says what the last try, or the last connection, ended with. */
  record Offline(Moment since, String why) implements UplinkStatus {}
}
