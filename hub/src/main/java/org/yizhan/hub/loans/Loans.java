package org.yizhan.hub.loans;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.yizhan.hub.store.EntryBook;
import org.yizhan.hub.store.EntryBook.Entered;
import org.yizhan.hub.store.EntryBook.Said;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.wire.Fact;
import org.yizhan.wire.TagCode;
import org.yizhan.wire.WriteOffReason;

/**
 * What people do with things that are lent. Each is a fact of the hub's journal for the station;
 * what is asked and what is kept are not separated by what somebody else does.
 */
public final class Loans {
  private final HubDatabase database;
  private final LentThings things;
  private final OwnLoans own;
  private final EntryBook entries;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  public Loans(HubDatabase database, EntryBook entries, InstantSource clock) {
    this.database = database;
    this.things = new LentThings(database, clock);
    this.own = new OwnLoans(database, clock);
    this.entries = entries;
    this.clock = clock;
  }

  public LentThings things() {
    return things;
  }

  public OwnLoans own() {
    return own;
  }

  /** What became of a wish to take something along, or to bring it back. */
  public enum Outcome {
    DONE,
    /** This very form was sent before; nothing was done again. */
    DONE_BEFORE,
    /** Somebody else took it, or brought it back, since the page was shown. */
    CHANGED_MEANWHILE,
    /** It is lent no more; that it turned up is noted. */
    RETIRED,
    NO_SUCH_THING
  }

  /**
   * Somebody takes it along. One that is out on the books and yet in their hands had come back
   * unseen: that is said first.
   *
   * @param seenMs {@link Thing#changedMs} as the page showed it
   */
  public Outcome take(TagCode tag, long seenMs, Once once) {
    return alone(
        tag,
        once,
        thing -> {
          if (thing.retired().isPresent()) {
            return Outcome.RETIRED;
          }
          if (thing.changedMs() != seenMs) {
            return Outcome.CHANGED_MEANWHILE;
          }
          Instant now = clock.instant();
          List<Fact> facts = new ArrayList<>();
          if (thing.out().isPresent()) {
            facts.add(new Fact.ThingReturned(thing.item(), tag));
          }
          Duration within = things.backWithin(thing.station(), thing.item());
          facts.add(new Fact.ThingLent(thing.item(), tag, backBy(now, within).toEpochMilli()));
          enter(
              thing.station(), once, now, facts, handle -> OwnLoans.begin(handle, once, tag, now));
          return Outcome.DONE;
        });
  }

  /** Until when a thing taken now should be back, to the full hour in the borrower's favour. */
  public static Instant backBy(Instant now, Duration within) {
    Instant due = now.plus(within);
    Instant hour = due.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(due) ? due : hour.plus(1, ChronoUnit.HOURS);
  }

  /** Anybody brings it back. */
  public Outcome bringBack(TagCode tag, long seenMs, Once once) {
    return alone(
        tag,
        once,
        thing -> {
          if (thing.out().isPresent() && thing.changedMs() != seenMs) {
            return Outcome.CHANGED_MEANWHILE;
          }
          Instant now = clock.instant();
          boolean out = thing.out().isPresent();
          boolean retired = thing.retired().isPresent();
          if (out || retired) {
            enter(
                thing.station(),
                once,
                now,
                out ? List.of(new Fact.ThingReturned(thing.item(), tag)) : List.of(),
                handle -> {
                  OwnLoans.end(handle, tag, now);
                  if (retired) {
                    LentThings.turnedUp(handle, tag, now);
                  }
                });
          }
          if (retired) {
            return Outcome.RETIRED;
          }
          return thing.out().isPresent() ? Outcome.DONE : Outcome.DONE_BEFORE;
        });
  }

  /** What is done while nobody else does anything. */
  @FunctionalInterface
  private interface Deed {
    Outcome with(Thing thing);
  }

  private Outcome alone(TagCode tag, Once once, Deed deed) {
    lock.lock();
    try {
      Optional<Thing> thing = things.find(tag);
      if (thing.isEmpty()) {
        return Outcome.NO_SUCH_THING;
      }
      if (!entries.isKept(thing.get().station(), once.key())) {
        return deed.with(thing.get());
      }
      return Outcome.DONE_BEFORE;
    } finally {
      lock.unlock();
    }
  }

  /** Keeps the facts, of which there may be none, and what is noted beside them, or nothing. */
  private void enter(
      StationId station, Once once, Instant at, List<Fact> facts, Consumer<Handle> beside) {
    if (facts.isEmpty()) {
      database.change(beside);
      return;
    }
    EntryBook.Outcome outcome =
        entries.enter(
            new Entered(
                station,
                once.key(),
                OptionalInt.empty(),
                facts.stream().map(fact -> new Said(at, fact)).toList()),
            beside);
    if (outcome != EntryBook.Outcome.KEPT) {
      throw new IllegalStateException("a key just drawn is not new at " + station + ": " + outcome);
    }
  }

  /**
   * Makes tags for so many things of an item.
   *
   * @param putIn whether they are put on the shelf now; else they stand there and were counted
   * @param once of the form, which counts once however often it is sent
   * @return the things; none when there are too many already
   */
  public List<Thing> add(StationId station, ItemCode item, int count, boolean putIn, Once once) {
    if (count < 1 || count > LentThings.MADE_AT_ONCE_MAX) {
      throw new IllegalArgumentException(
          "1 to " + LentThings.MADE_AT_ONCE_MAX + " things are made at once, not " + count);
    }
    lock.lock();
    try {
      List<Thing> before = things.madeBy(once);
      if (!before.isEmpty()) {
        return before;
      }
      if (!things.isRoomFor(station, item, count)) {
        return List.of();
      }
      List<TagCode> tags = new ArrayList<>();
      enter(
          station,
          once,
          clock.instant(),
          putIn
              ? List.of(new Fact.StockRestocked(item, count, Optional.empty(), Optional.empty()))
              : List.of(),
          handle -> tags.addAll(things.make(handle, station, item, count, once)));
      return tags.stream().flatMap(tag -> things.find(tag).stream()).toList();
    } finally {
      lock.unlock();
    }
  }

  /**
   * It is lent no more. One that was on the shelf is written off; one that is out left the stock
   * when it was lent, so there is nothing more to write off.
   */
  public Outcome retire(TagCode tag, WriteOffReason why) {
    Once once = Once.draw();
    return alone(
        tag,
        once,
        thing -> {
          if (thing.retired().isPresent()) {
            return Outcome.DONE_BEFORE;
          }
          Instant now = clock.instant();
          enter(
              thing.station(),
              once,
              now,
              thing.out().isPresent()
                  ? List.of()
                  : List.of(new Fact.StockWrittenOff(thing.item(), 1, why, Optional.empty())),
              handle -> {
                OwnLoans.end(handle, tag, now);
                LentThings.retire(handle, tag, why == WriteOffReason.LOST, now);
              });
          return Outcome.DONE;
        });
  }

  /** It was found again and is lent as before; with that it is on the shelf. */
  public Outcome useAgain(TagCode tag) {
    Once once = Once.draw();
    return alone(
        tag,
        once,
        thing -> {
          if (thing.retired().isEmpty()) {
            return Outcome.DONE_BEFORE;
          }
          enter(
              thing.station(),
              once,
              clock.instant(),
              cameBackSince(thing, thing.retired().get())
                  ? List.of()
                  : List.of(backOnTheShelf(thing)),
              handle -> LentThings.useAgain(handle, tag));
          return Outcome.DONE;
        });
  }

  /** Given up while it was out, and brought back since: that return put it on the shelf. */
  private static boolean cameBackSince(Thing thing, Thing.Retired retired) {
    return thing.out().isEmpty()
        && thing.last().isPresent()
        && thing.changedMs() >= retired.at().toEpochMilli();
  }

  private static Fact backOnTheShelf(Thing thing) {
    return thing.out().isPresent()
        ? new Fact.ThingReturned(thing.item(), thing.tag())
        : new Fact.StockRestocked(thing.item(), 1, Optional.empty(), Optional.empty());
  }
}
