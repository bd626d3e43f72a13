package org.yizhan.hub.matters;

import java.time.Instant;
import java.util.Optional;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.MatterId;
import org.yizhan.wire.MatterKind;
import org.yizhan.wire.Satisfaction;

/**
 * A matter as it stands.
 *
 * @param id known to who raised it, and to nobody else
 * @param number counted up at its station, for people to name it by
 * @param thing an amenity's word, a fixture's name or an item's code
 * @param words as they were written; empty when the kind says it all
 * @param by the nickname of a let-in person who raised it; empty for everybody else
 * @param changed when it became what it is
 * @param rating of the last answer
 * @param photos how many pictures belong to it
 */
public record Matter(
    MatterId id,
    StationId station,
    int number,
    MatterKind kind,
    Optional<ItemCode> thing,
    String words,
    Optional<String> by,
    Instant raised,
    MatterState state,
    Instant changed,
    Optional<Satisfaction> rating,
    int photos) {

  /**
   * Something said to a matter after it was raised.
   *
   * @param fact the number of the fact, rising with time
   * @param by the nickname of who answered; empty for the union, and for a rating
   */
  public record Step(long fact, Instant at, What what, String words, Optional<String> by) {}

  /** What a step is. */
  public enum What {
    ANSWERED,
    SOLVED,
    DECLINED,
    SATISFIED,
    PARTLY,
    NOT_SATISFIED;

    /** Whether it came from who raised the matter, and not from who answers for the station. */
    public boolean isRating() {
      return this == SATISFIED || this == PARTLY || this == NOT_SATISFIED;
    }
  }
}
