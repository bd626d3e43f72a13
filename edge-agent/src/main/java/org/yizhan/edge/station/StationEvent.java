package org.yizhan.edge.station;

import java.util.List;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.OrderKind;
import org.yizhan.wire.ShelfLevel;

/** Something that reached the station from its fixtures, its clock, its journal or the hub. */
public sealed interface StationEvent {
  Moment at();

  /**
   * A code was shown.
   *
   * @param text what the scanner read, at most 1,024 characters
   * @param reply where the decision is answered, if anybody asked; 0 when nobody did
   */
  record PassScanned(Moment at, FixtureName scanner, String text, long reply)
      implements StationEvent {
    public static final int TEXT_MAX = 1_024;

    public PassScanned {
      if (text.length() > TEXT_MAX) {
        throw new IllegalArgumentException("a scan has at most " + TEXT_MAX + " characters");
      }
    }
  }

  /** The door contact changed, or was read for the first time. */
  record DoorMoved(Moment at, FixtureName contact, boolean open) implements StationEvent {}

  record ExitButtonPressed(Moment at, FixtureName button) implements StationEvent {}

  /** One beam of a pair was interrupted or became free. */
  record BeamChanged(Moment at, FixtureName beams, Side side, boolean interrupted)
      implements StationEvent {
    /** Which of the two beams: the one towards the street or the one towards the room. */
    public enum Side {
      OUTER,
      INNER
    }
  }

  record PresenceSensed(Moment at, FixtureName sensor, boolean somebody) implements StationEvent {}

  record ClimateRead(Moment at, FixtureName sensor, Celsius temperature, RelativeHumidity humidity)
      implements StationEvent {}

  /** A shelf's gross weight in grams, tray included. */
  record ShelfWeighed(Moment at, FixtureName scale, int grams) implements StationEvent {}

  /**
   * A fixture, the journal or the clock stopped working; raised once, cleared by {@link
   * FixtureRecovered}.
   */
  record FixtureFailed(Moment at, FixtureName fixture, FaultKind kind, String detail)
      implements StationEvent {}

  record FixtureRecovered(Moment at, FixtureName fixture, FaultKind kind) implements StationEvent {}

  /** The wall clock was set, or became trusted. */
  record ClockSet(Moment at, long steppedByMs) implements StationEvent {}

  /** A new month began: the key of the last one is destroyed already. */
  record VisitorKeyDrawn(Moment at, VisitorKey key) implements StationEvent {}

  /** Time passed: sent once a second, and at start. */
  record Tick(Moment at) implements StationEvent {}

  /** A new profile was checked and kept on the card. */
  record ProfileChanged(Moment at, long revision, StationProfile profile) implements StationEvent {}

  /**
   * New issuer keys or revocations are in force.
   *
   * @param revision of those on the card; what cannot be kept there leaves it as it was, 0 for none
   */
  record TrustChanged(Moment at, OrderKind kind, long revision, TrustedPassState trusted)
      implements StationEvent {}

  /**
   * The hub says what stands on the shelves.
   *
   * @param revision of what is on the card, as of {@link TrustChanged}
   */
  record LevelsTold(Moment at, long revision, List<ShelfLevel> levels) implements StationEvent {
    public LevelsTold {
      levels = List.copyOf(levels);
    }
  }

  /** Desired state that could not be applied: the station goes on with what it has. */
  record OrderTurnedDown(Moment at, OrderKind kind, long revision, String why)
      implements StationEvent {}

  /** The hub asks to release the lock once. */
  record UnlockOrdered(Moment at, String id, long expiresAtMs) implements StationEvent {}
}
