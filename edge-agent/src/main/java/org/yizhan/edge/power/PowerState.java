package org.yizhan.edge.power;

import java.util.Map;
import org.yizhan.station.FixtureName;
import org.yizhan.wire.Moment;

/**
 * What the relays were told last.
 *
 * @param usedAt when somebody was last inside, let in or out, or may have been inside
 * @param on which relays were told to give power, and which not; absent while not told anything
 */
public record PowerState(Moment usedAt, Map<FixtureName, Boolean> on) {
  public PowerState {
    on = Map.copyOf(on);
  }

  /** Somebody may have been inside when the station started. */
  public static PowerState atStart(Moment at) {
    return new PowerState(at, Map.of());
  }
}
