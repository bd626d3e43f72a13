package org.yizhan.edge.entry;

import java.util.List;
import java.util.Optional;
import org.yizhan.station.DoorPolicy;
import org.yizhan.station.Fixture;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Moment;

/**
 * What is known of the door's leaf.
 *
 * @param open empty until the contact was read for the first time
 * @param since when the leaf came into this state
 * @param firstUnanswered the oldest admission the door has not answered by moving: its deadline
 *     runs, however often people try again
 * @param lastAdmitted the newest admission: a movement soon after it is its answer
 * @param neverMoved an admission saw no movement, and none has been answered since
 * @param heldOpen open longer than the policy allows
 */
public record Door(
    Optional<Boolean> open,
    Moment since,
    Optional<Moment> firstUnanswered,
    Optional<Moment> lastAdmitted,
    boolean neverMoved,
    boolean heldOpen) {

  /** The door's next state, the facts it makes, and whether the buzzer should call. */
  public record Step(Door next, List<Fact> facts, boolean callAttention) {
    static Step of(Door next, Fact... facts) {
      return new Step(next, List.of(facts), false);
    }
  }

  public static Door unknownAt(Moment at) {
    return unread(at, false);
  }

  /** Whether the station has a part that can see somebody come in, working or not. */
  public static boolean isWatched(StationProfile profile) {
    return !profile.fixtures(Fixture.DoorContact.class).isEmpty()
        || !profile.fixtures(Fixture.BeamPair.class).isEmpty();
  }

  public boolean isOpen() {
    return open.orElse(false);
  }

  public boolean isShut() {
    return open.isPresent() && !open.get();
  }

  /**
   * Somebody was admitted: the leaf must move soon. Nothing is expected of a door that has no
   * contact or already stands open.
   */
  public Door afterAdmission(Moment at) {
    if (!isShut()) {
      return this;
    }
    Optional<Moment> first = firstUnanswered.isPresent() ? firstUnanswered : Optional.of(at);
    return new Door(open, since, first, Optional.of(at), neverMoved, heldOpen);
  }

  /** The contact was read. The first reading is no movement; a repeated one is none either. */
  public Step afterContact(Moment at, boolean nowOpen, DoorPolicy policy) {
    boolean first = open.isEmpty();
    if (!first && open.get() == nowOpen) {
      return Step.of(this);
    }
    boolean answered =
        !first
            && lastAdmitted.isPresent()
            && at.msSince(lastAdmitted.get()) <= policy.movementWithin().toMillis();
    Door next =
        new Door(
            Optional.of(nowOpen),
            at,
            Optional.empty(),
            Optional.empty(),
            neverMoved && !answered,
            false);
    if (first) {
      return Step.of(next);
    }
    return Step.of(next, nowOpen ? new Fact.DoorOpened() : new Fact.DoorClosed());
  }

  /** Time passed: deadlines of movement and of standing open. */
  public Step afterTime(Moment at, DoorPolicy policy) {
    boolean late =
        firstUnanswered.isPresent()
            && at.msSince(firstUnanswered.get()) > policy.movementWithin().toMillis();
    boolean held = isOpen() && at.msSince(since) >= policy.heldOpenAfter().toMillis();
    Optional<Moment> first = late ? Optional.empty() : firstUnanswered;
    Door next = new Door(open, since, first, lastAdmitted, neverMoved || late, held);
    return new Step(next, List.of(), held && !heldOpen);
  }

  /** The contact cannot be read any more: what it last said is no longer known. */
  public Door afterContactLost(Moment at) {
    return unread(at, neverMoved);
  }

  private static Door unread(Moment at, boolean neverMoved) {
    return new Door(Optional.empty(), at, Optional.empty(), Optional.empty(), neverMoved, false);
  }
}
