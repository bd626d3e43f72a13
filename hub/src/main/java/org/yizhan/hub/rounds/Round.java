package org.yizhan.hub.rounds;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** Those that are on their way, by station; not those whose time ran out. */
  public static Map<StationId, Round> onTheWay(Collection<Round> open, Instant now) {
    return open.stream()
        .filter(round -> !round.isOverdue(now))
        .collect(Collectors.toMap(Round::station, Function.identity(), (one, _) -> one));
  }

  public boolean isOverdue(Instant now) {
    return ended.isEmpty() && now.isAfter(due);
  }
}
