package org.yizhan.hub.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.notice.StationConcerns.Concern;
import org.yizhan.hub.notice.StationConcerns.Look;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;

/** What of the things a station lends its keeper should hear: one notice an item, not a thing. */
public final class LoanConcerns {
  private LoanConcerns() {}

  /** So many things of an item are out far past their time. */
  public record OutTooLong(ItemCode item, BilingualText name, int things) {}

  /**
   * One look.
   *
   * @param turnedUp things somebody scanned though they are lent no more
   */
  public static Look at(StationStatus station, List<OutTooLong> outTooLong, int turnedUp) {
    StationRef ref = new StationRef(station.id(), station.name(), station.place());
    List<Concern> concerns = new ArrayList<>();
    for (OutTooLong out : outTooLong) {
      if (out.things() > 0) {
        concerns.add(
            new Concern(
                NoticeWords.thingsOutTooLong(ref, out.item(), out.name(), out.things()),
                Duration.ZERO));
      }
    }
    if (turnedUp > 0) {
      concerns.add(new Concern(NoticeWords.thingTurnedUp(ref, turnedUp), Duration.ZERO));
    }
    return new Look(concerns, Set.of(NoticeKind.THINGS_OUT_TOO_LONG, NoticeKind.THING_TURNED_UP));
  }
}
