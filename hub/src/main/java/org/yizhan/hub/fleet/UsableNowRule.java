package org.yizhan.hub.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yizhan.hub.fleet.UsableNow.Reason;
import org.yizhan.station.Celsius;
import org.yizhan.station.ClimateLimits;
import org.yizhan.station.Fixture;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.Presence;

/**
 * Computes whether a station is usable from its last word about itself. What is certain wins over
 * what is unknown: a station that is certainly closed is closed, whatever else cannot be known.
 */
public final class UsableNowRule {
  /** A station speaks at least every 15 minutes; after this it is silent, and nothing is known. */
  public static final Duration SILENT_AFTER = Duration.ofMinutes(20);

  /** An older reading, seen from the word that carries it, says nothing about the room now. */
  public static final Duration CLIMATE_OLD_AFTER = Duration.ofMinutes(30);

  private UsableNowRule() {}

  /**
   * What is known of a station.
   *
   * @param profile empty while nobody has given it one, as in quarantine
   * @param heard when {@code latest} arrived
   */
  public record Known(
      boolean quarantined,
      Optional<StationProfile> profile,
      Optional<Presence.Snapshot> latest,
      Optional<Instant> heard) {}

  public static UsableNow judge(Known known, Instant now) {
    if (known.quarantined()) {
      return new UsableNow.Unknown(List.of(Reason.QUARANTINED));
    }
    Set<Reason> certain = EnumSet.noneOf(Reason.class);
    Set<Reason> unknown = EnumSet.noneOf(Reason.class);
    known.profile().ifPresent(profile -> judgeHours(profile, now, certain));
    if (known.latest().isEmpty() || known.heard().isEmpty()) {
      unknown.add(Reason.NEVER_SEEN);
    } else if (known.heard().get().plus(SILENT_AFTER).isBefore(now)) {
      unknown.add(Reason.SILENT);
    } else {
      judgeFaults(known.latest().get(), certain);
      judgeClimate(known.profile(), known.latest().get(), certain, unknown);
    }
    if (!certain.isEmpty()) {
      return new UsableNow.No(new ArrayList<>(certain));
    }
    return unknown.isEmpty()
        ? new UsableNow.Yes()
        : new UsableNow.Unknown(new ArrayList<>(unknown));
  }

  private static void judgeHours(StationProfile profile, Instant now, Set<Reason> certain) {
    if (!profile.hours().isOpenAt(now.atZone(profile.zone()))) {
      certain.add(Reason.OUTSIDE_HOURS);
    }
  }

  private static void judgeFaults(Presence.Snapshot latest, Set<Reason> certain) {
    for (Presence.Fault fault : latest.faults()) {
      reasonOf(fault.kind()).ifPresent(certain::add);
    }
  }

  /** Faults that keep a worker from using the station; others are for the technicians. */
  private static Optional<Reason> reasonOf(FaultKind kind) {
    return switch (kind) {
      case DOOR_NEVER_MOVED -> Optional.of(Reason.DOOR_NEVER_MOVED);
      case LOCK_FAILED -> Optional.of(Reason.LOCK_FAILED);
      case SCANNER_FAILED -> Optional.of(Reason.SCANNER_FAILED);
      case TOO_COLD -> Optional.of(Reason.TOO_COLD);
      case TOO_WARM -> Optional.of(Reason.TOO_WARM);
      case POWER_FAILED -> Optional.of(Reason.POWER_FAILED);
      case DOOR_HELD_OPEN,
          SENSOR_FAILED,
          SENSOR_STUCK,
          JOURNAL_FAILED,
          CLOCK_UNTRUSTED,
          NODE_SILENT,
          POWER_RELAY_FAILED ->
          Optional.empty();
    };
  }

  /** A station that was never given a thermometer is not unknown for want of one. */
  private static void judgeClimate(
      Optional<StationProfile> profile,
      Presence.Snapshot latest,
      Set<Reason> certain,
      Set<Reason> unknown) {
    boolean measures =
        profile.isPresent() && !profile.get().fixtures(Fixture.ClimateSensor.class).isEmpty();
    Optional<Presence.Climate> climate =
        latest
            .climate()
            .filter(reading -> latest.at().msSince(reading.at()) <= CLIMATE_OLD_AFTER.toMillis());
    if (climate.isEmpty()) {
      if (measures) {
        unknown.add(Reason.CLIMATE_UNKNOWN);
      }
      return;
    }
    ClimateLimits limits = profile.map(StationProfile::climate).orElse(ClimateLimits.USUAL);
    Celsius temperature = climate.get().temperature();
    if (temperature.compareTo(limits.coldest()) < 0) {
      certain.add(Reason.TOO_COLD);
    } else if (temperature.compareTo(limits.warmest()) > 0) {
      certain.add(Reason.TOO_WARM);
    }
  }
}
