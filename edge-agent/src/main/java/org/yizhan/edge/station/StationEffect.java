package org.yizhan.edge.station;

import java.time.Duration;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;

/** Something the loop must do for the station, in the order given: door first. */
public sealed interface StationEffect {

  /** Release the lock; it locks again by itself after {@code hold}. */
  record ReleaseLock(Duration hold) implements StationEffect {}

  /** Tell the person at the door by light and buzzer. */
  record Signal(Pattern pattern) implements StationEffect {
    /** What light and buzzer say. */
    public enum Pattern {
      WELCOME,
      REFUSED,
      DOOR_HELD_OPEN
    }
  }

  /** Answer who asked for the decision of this scan. */
  record AnswerScan(long reply, EntryAnswer answer) implements StationEffect {}

  /** Append a fact to the journal. */
  record AppendFact(Fact fact) implements StationEffect {}

  /** Give power behind this relay, or cut it off. */
  record SwitchPower(FixtureName relay, boolean on) implements StationEffect {}

  /** Exchange the fixtures for those of this profile, leaving alone those that are the same. */
  record RefitHardware(StationProfile profile) implements StationEffect {}

  /** What presence says has changed; send it. */
  record RefreshPresence() implements StationEffect {}
}
