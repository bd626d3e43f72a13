package org.yizhan.hub.rounds;

import java.time.Instant;
import java.util.Optional;
import org.yizhan.station.StationId;

/**
 * A claimed trip to a station.
 *
 * @param id 32 hexadecimal digits, made by the phone that claimed it
 * @param volunteer the number of who claimed it
 * @param by their nickname
 * @param due when it should be done
 * @param photos how many pictures prove it
 */
public record Round(
    String id,
    StationId station,
    int volunteer,
    String by,
    Instant claimed,
    Instant due,
    Optional<Ended> ended,
    int photos) {

  /** How it ended, and when. */
  public record Ended(Instant at, Ending how) {}

  /** How a round ends. */
  public enum Ending {
    /** The volunteer was there and said what they did. */
    FILLED,
    /** The volunteer cannot come. */
    GIVEN_BACK,
    /** Its time ran out and somebody else claimed the station. */
    RAN_OUT
  }

  public boolean isOverdue(Instant now) {
    return ended.isEmpty() && now.isAfter(due);
  }
}
