package org.yizhan.hub.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.yizhan.hub.loans.Loanable;
import org.yizhan.hub.loans.Loans;
import org.yizhan.hub.loans.Once;
import org.yizhan.hub.loans.Thing;
import org.yizhan.hub.store.EntryBook.Entered;
import org.yizhan.hub.store.EntryBook.Said;
import org.yizhan.hub.store.EntryKey;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.SqliteFactStore;
import org.yizhan.station.StationId;
import org.yizhan.wire.Fact;

/**
 * What a simulated station lends, and who borrowed it in the past days. One thing is out far too
 * long, so that the page has something to say.
 */
final class SimulatedLoans {
  private static final int THINGS_MAX = 10;
  private static final int LOANS_EACH_MAX = 2;

  private final AtomicReference<Instant> time;
  private final SqliteFactStore store;
  private final Loans loans;
  private final Instant now;
  private final RandomGenerator random;

  private SimulatedLoans(
      AtomicReference<Instant> time,
      SqliteFactStore store,
      Loans loans,
      Instant now,
      RandomGenerator random) {
    this.time = time;
    this.store = store;
    this.loans = loans;
    this.now = now;
    this.random = random;
  }

  /**
   * Lives through them, while no station is connected yet.
   *
   * @param days 0 for things nobody borrowed yet
   */
  static void past(
      HubDatabase database, StationId station, Instant now, int days, RandomGenerator random) {
    Instant begun = now.minus(Duration.ofDays(days));
    AtomicReference<Instant> time = new AtomicReference<>(begun);
    try (SqliteFactStore store = SqliteFactStore.on(database, time::get)) {
      Loans loans = new Loans(database, store, time::get);
      new SimulatedLoans(time, store, loans, now, random).lend(station, begun);
    }
  }

  private void lend(StationId station, Instant begun) {
    boolean late = begun.isBefore(now);
    for (Loanable loanable : loans.things().loanables(station)) {
      time.set(begun);
      var _ =
          store.enter(
              new Entered(
                  station,
                  new EntryKey("%016x%016x".formatted(random.nextLong(), random.nextLong())),
                  OptionalInt.empty(),
                  List.of(new Said(begun, new Fact.StockCounted(loanable.item(), 0)))));
      for (Thing thing : loans.add(station, loanable.item(), THINGS_MAX, true, Once.draw())) {
        if (late) {
          time.set(begun.plus(Duration.ofHours(1)));
          take(thing);
          late = false;
        } else if (begun.isBefore(now)) {
          live(thing, loanable.backWithin());
        }
      }
    }
  }

  /** Borrowed and brought back now and then; whoever has it at the end has it still. */
  private void live(Thing thing, Duration within) {
    Instant from = now.minus(within.multipliedBy(2 * LOANS_EACH_MAX));
    for (int loan = 0; loan < LOANS_EACH_MAX; loan++) {
      from = from.plus(share(within.multipliedBy(2)));
      Instant until = from.plus(share(within));
      if (from.isAfter(now)) {
        return;
      }
      time.set(from);
      take(thing);
      if (until.isAfter(now)) {
        return;
      }
      time.set(until);
      var _ = loans.bringBack(thing.tag(), from.toEpochMilli(), Once.draw());
      from = until;
    }
  }

  private void take(Thing thing) {
    long seenMs = loans.things().find(thing.tag()).map(Thing::changedMs).orElse(0L);
    var _ = loans.take(thing.tag(), seenMs, Once.draw());
  }

  private Duration share(Duration of) {
    return Duration.ofMillis((long) (of.toMillis() * (0.2 + 0.8 * random.nextDouble())));
  }
}
