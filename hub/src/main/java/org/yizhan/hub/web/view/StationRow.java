package org.yizhan.hub.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Presence;

/**
 * One station in a list.
 *
 * @param why sentences; none when it is usable
 * @param inside people inside as text, or empty while that is unknown
 * @param seen when it was last heard of, or empty when never
 * @param backlog facts still at the station as text, or empty while that is unknown
 * @param behind whether some are still there
 * @param pulse its last 24 hours
 */
public record StationRow(
    String id,
    String name,
    String place,
    Standing standing,
    List<String> why,
    Optional<String> inside,
    Optional<Age> seen,
    Optional<String> backlog,
    boolean behind,
    Pulse pulse,
    boolean simulated) {

  /** What a station last said of itself still holds for so long after the line dropped. */
  private static final Duration STILL_HOLDS = Duration.ofMinutes(2);

  /** Where the last day is not shown. */
  public static StationRow of(StationStatus status, Instant now, Texts t) {
    return of(status, List.of(), now, t);
  }

  public static StationRow of(
      StationStatus status, List<HourlyVisits> lastDay, Instant now, Texts t) {
    return new StationRow(
        status.id().value(),
        t.of(status.name()),
        t.of(status.place()),
        Standing.of(status.usable()),
        Sentences.why(status, now, t),
        currentOccupancy(status, now).map(occupancy -> t.number(occupancy.people())),
        status.lastSeen().map(seen -> t.age(seen, now, status.zone())),
        status.backlog().isPresent()
            ? Optional.of(t.number(status.backlog().getAsLong()))
            : Optional.empty(),
        status.backlog().orElse(0) > 0,
        Pulse.of(status, lastDay, now, t),
        isSimulated(status));
  }

  /** People inside, only while the station's word about it can still be taken as now. */
  public static Optional<Presence.Occupancy> currentOccupancy(StationStatus status, Instant now) {
    return isCurrent(status, now)
        ? status.latest().flatMap(Presence.Snapshot::occupancy)
        : Optional.empty();
  }

  /** Whether what the station last said of itself describes now. */
  public static boolean isCurrent(StationStatus status, Instant now) {
    return status.connected()
        || status.lastSeen().filter(seen -> seen.plus(STILL_HOLDS).isAfter(now)).isPresent();
  }

  static boolean isSimulated(StationStatus status) {
    return status.latest().filter(now -> now.hardware() == HardwareKind.SIMULATED).isPresent();
  }
}
