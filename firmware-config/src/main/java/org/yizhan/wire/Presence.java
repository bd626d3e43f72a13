package org.yizhan.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.RelativeHumidity;

/**
 * How a station is now: retained, sent on change and at least every 15 minutes. {@code connection}
 * counts the station's connects, so that a late last will cannot mark a living station dead.
 */
public sealed interface Presence {
  int BYTES_MAX = 32 * 1024;

  /**
   * Milliseconds since 1970 of the connect by the station's clock, made strictly rising by the
   * station.
   */
  long connection();

  /** The last will: this connection ended without a farewell. */
  record Gone(long connection) implements Presence {
    public Gone {
      requireConnection(connection);
    }
  }

  /** The station speaks; every unknown is absent, never a default. */
  record Online(long connection, Snapshot now) implements Presence {
    public Online {
      requireConnection(connection);
    }
  }

  /** What the station knows of itself at {@code at}. */
  record Snapshot(
      Moment at,
      String agentVersion,
      HardwareKind hardware,
      DoorState door,
      Optional<Occupancy> occupancy,
      Optional<Climate> climate,
      List<Fault> faults,
      Map<OrderKind, Long> applied,
      List<JournalRange> held,
      long backlog) {
    public static final int FAULTS_MAX = 64;
    public static final int HELD_MAX = 64;

    public Snapshot {
      faults = List.copyOf(faults);
      applied = Map.copyOf(applied);
      held = List.copyOf(held);
      if (agentVersion.isEmpty() || agentVersion.length() > 40) {
        throw new IllegalArgumentException("the agent version has 1 to 40 characters");
      }
      if (applied.values().stream().anyMatch(revision -> revision < 0 || revision > Sequence.MAX)) {
        throw new IllegalArgumentException("a revision lies between 0 and " + Sequence.MAX);
      }
      if (backlog < 0 || backlog > Sequence.MAX) {
        throw new IllegalArgumentException("a backlog lies between 0 and " + Sequence.MAX);
      }
      if (faults.size() > FAULTS_MAX || held.size() > HELD_MAX) {
        throw new IllegalArgumentException(
            "presence names at most " + FAULTS_MAX + " faults and " + HELD_MAX + " journals");
      }
    }
  }

  /** What is known of the door. */
  enum DoorState {
    UNKNOWN,
    CLOSED,
    OPEN,
    HELD_OPEN
  }

  /** People inside now: an estimate with a confidence of 0 to 100 %. */
  record Occupancy(int people, int confidencePercent) {
    public Occupancy {
      if (people < 0 || people > 500 || confidencePercent < 0 || confidencePercent > 100) {
        throw new IllegalArgumentException("people 0 to 500, confidence 0 to 100 %");
      }
    }
  }

  /** The latest reading and when it was taken. */
  record Climate(Moment at, Celsius temperature, RelativeHumidity humidity) {}

  /** A fault that lasts, and since when. */
  record Fault(FaultKind kind, FixtureName fixture, Moment since) {}

  private static void requireConnection(long connection) {
    if (connection < 0 || connection > Moment.WALL_MS_MAX) {
      throw new IllegalArgumentException(
          "a connection counter lies between 0 and " + Moment.WALL_MS_MAX);
    }
  }
}
