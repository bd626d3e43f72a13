package org.yizhan.edge.power;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yizhan.station.Fixture.PowerRelay;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Moment;

/** When there is power behind each relay. In doubt there is. */
public final class Power {
  /** Who steps out for a moment finds the room as it was. */
  static final long STAYS_ON_MS = 10 * 60_000;

  private Power() {}

  /**
   * The next state and the relays that are to be switched: true for power.
   *
   * @param switched only those that were not told so before
   */
  public record Step(PowerState next, Map<FixtureName, Boolean> switched) {}

  /**
   * Decides anew.
   *
   * @param inUse somebody is inside, is sensed, comes in or goes out, or nobody knows whether
   */
  public static Step decide(PowerState state, StationProfile profile, boolean inUse, Moment at) {
    Moment usedAt = inUse ? at : state.usedAt();
    boolean used = at.msSince(usedAt) < STAYS_ON_MS;
    Map<FixtureName, Boolean> on = new LinkedHashMap<>();
    Map<FixtureName, Boolean> switched = new LinkedHashMap<>();
    for (PowerRelay relay : profile.fixtures(PowerRelay.class)) {
      boolean wanted = isWanted(relay, profile, used, at);
      on.put(relay.name(), wanted);
      if (!Boolean.valueOf(wanted).equals(state.on().get(relay.name()))) {
        switched.put(relay.name(), wanted);
      }
    }
    return new Step(new PowerState(usedAt, on), switched);
  }

  private static boolean isWanted(
      PowerRelay relay, StationProfile profile, boolean used, Moment at) {
    return switch (relay.power()) {
      case ALWAYS -> true;
      case WHILE_OPEN -> used || isOpen(profile, at);
      case WHILE_OCCUPIED -> used;
    };
  }

  /** Without a trusted clock nobody knows the hour. */
  private static boolean isOpen(StationProfile profile, Moment at) {
    return !at.clockTrusted() || profile.hours().isOpenAt(at.wall().atZone(profile.zone()));
  }
}
