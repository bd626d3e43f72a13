package org.yizhan.hub.loans;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.TagCode;

/**
 * One thing that is lent, with a tag.
 *
 * @param number among the station's things of this item: "umbrella 3"
 * @param retired since when it is lent no more
 * @param turnedUp when somebody scanned it although it was retired
 * @param last what was told of it last, by the time it happened
 */
public record Thing(
    TagCode tag,
    StationId station,
    ItemCode item,
    int number,
    Instant made,
    Optional<Retired> retired,
    Optional<Instant> turnedUp,
    Optional<LoanEvent> last) {

  /** Lent no more: lost, or worn out. */
  public record Retired(Instant at, boolean lost) {}

  /** The loan it is out on. */
  public Optional<Loan> out() {
    return last.filter(LoanEvent::isLent).map(event -> Loan.of(List.of(event)).getFirst());
  }

  /** Milliseconds since 1970 of what was told last; 0 when nothing ever was. */
  public long changedMs() {
    return last.map(LoanEvent::atMs).orElse(0L);
  }

  /** Whether somebody may take it along now. */
  public boolean isHere() {
    return retired.isEmpty() && out().isEmpty();
  }
}
