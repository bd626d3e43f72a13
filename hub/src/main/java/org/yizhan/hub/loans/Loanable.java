package org.yizhan.hub.loans;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.loans.Loan.Lateness;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ItemCode;

/**
 * An item a station lends, with its things in use.
 *
 * @param backWithin how long somebody may keep one
 * @param lost how many were lost so far
 */
public record Loanable(
    ItemCode item, BilingualText name, Duration backWithin, List<Thing> things, int lost) {
  public Loanable {
    things = List.copyOf(things);
  }

  public int registered() {
    return things.size();
  }

  public int here() {
    return (int) things.stream().filter(Thing::isHere).count();
  }

  /** Things that are out, the longest first. */
  public List<Thing> out() {
    return things.stream()
        .filter(thing -> thing.out().isPresent())
        .sorted(Comparator.comparingLong(Thing::changedMs))
        .toList();
  }

  /** How many are out and at least this late. */
  public int late(Lateness least, Instant now) {
    return (int)
        things.stream()
            .flatMap(thing -> thing.out().stream())
            .filter(loan -> loan.lateness(now).compareTo(least) >= 0)
            .count();
  }

  /** When one of them was last taken along or brought back. */
  public Optional<Instant> lastMoved() {
    return things.stream().mapToLong(Thing::changedMs).filter(ms -> ms > 0).max().stream()
        .mapToObj(Instant::ofEpochMilli)
        .findFirst();
  }
}
