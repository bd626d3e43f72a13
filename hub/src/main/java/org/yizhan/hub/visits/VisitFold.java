package org.yizhan.hub.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.yizhan.wire.Fact;

/**
 * Folds one journal's facts, in its order, into visits. A journal is one run of one station's
 * agent: a visit during which the agent restarts ends unseen, and the same pass after it is a new
 * visit.
 */
public final class VisitFold {
  /** One fact begins at most so many visits (the beams count up to ten people at once). */
  public static final int VISITS_PER_FACT_MAX = 16;

  private final VisitRules rules;
  private final long sinceMs;
  private final OptionalLong atMs;
  private final List<Visit> open;
  private final TreeMap<Long, Visit> changed = new TreeMap<>();
  private final List<Visit> counted = new ArrayList<>();
  private long nextNumber;
  private boolean begun;

  private VisitFold(
      VisitState state, VisitRules rules, long factNumber, long sinceMs, OptionalLong atMs) {
    this.rules = rules;
    this.sinceMs = sinceMs;
    this.atMs = atMs;
    this.open = new ArrayList<>(state.open());
    this.nextNumber = Math.multiplyExact(factNumber, VISITS_PER_FACT_MAX);
    this.begun = state.begun();
  }

  /**
   * What one fact makes of the visits.
   *
   * @param changed visits that are new or different, as they are now
   * @param counted visits that from this fact on are in the numbers, once each
   */
  public record Step(VisitState state, List<Visit> changed, List<Visit> counted) {}

  /** Whether this kind of fact can change a visit. */
  public static boolean concerns(Fact fact) {
    return switch (fact) {
      case Fact.PassAdmitted _,
          Fact.DoorOpened _,
          Fact.DoorClosed _,
          Fact.PersonEntered _,
          Fact.PersonLeft _,
          Fact.OccupancyCorrected _ ->
          true;
      case Fact.JournalOpened _,
          Fact.PassRefused _,
          Fact.DoorUnlockedByOrder _,
          Fact.ExitPressed _,
          Fact.ClimateMeasured _,
          Fact.StockMeasured _,
          Fact.StockCounted _,
          Fact.StockRestocked _,
          Fact.StockTaken _,
          Fact.StockWrittenOff _,
          Fact.Told _,
          Fact.FaultRaised _,
          Fact.FaultCleared _,
          Fact.ClockStepped _,
          Fact.OrderApplied _,
          Fact.OrderRefused _,
          Fact.Missing _,
          Fact.Unknown _ ->
          false;
    };
  }

  /**
   * Folds one fact.
   *
   * @param factNumber a number no other fact at this hub has, from which its visits are numbered
   * @param sinceMs when it happened, since the journal began
   * @param atMs the same by the wall, empty while the journal's time is unknown
   */
  public static Step fold(
      VisitState state,
      VisitRules rules,
      long factNumber,
      long sinceMs,
      OptionalLong atMs,
      Fact fact) {
    if (!concerns(fact)) {
      return new Step(state, List.of(), List.of());
    }
    VisitFold fold = new VisitFold(state, rules, factNumber, sinceMs, atMs);
    fold.letTimePass();
    fold.take(fact);
    fold.keepWithinBounds();
    return new Step(
        new VisitState(fold.begun, fold.open),
        List.copyOf(fold.changed.values()),
        List.copyOf(fold.counted));
  }

  /** The journal's time is known now; visits still open learn when they began. */
  public static VisitState resolve(VisitState state, long journalBeganMs) {
    return new VisitState(
        state.begun(), state.open().stream().map(visit -> visit.resolved(journalBeganMs)).toList());
  }

  private void letTimePass() {
    for (int i = 0; i < open.size(); i++) {
      Visit visit = open.get(i);
      long longest = visit.admittedSinceMs() + VisitRules.LONGEST_MS;
      if (visit.isInside() && sinceMs >= longest) {
        change(i, visit.ended(longest, Ending.ESTIMATED));
      }
      Visit now = open.get(i);
      if (now.awaitsDoor() && sinceMs - now.admittedSinceMs() > rules.movementWithinMs()) {
        open.set(i, now.unproven());
      }
    }
    open.removeIf(visit -> !visit.isInside() && !mayStillChange(visit));
  }

  private boolean mayStillChange(Visit visit) {
    long ago = sinceMs - visit.admittedSinceMs();
    return visit.pass().isPresent()
        && (ago <= rules.sameVisitMs()
            || visit.awaitsDoor()
            || (visit.awaitsBeams() && ago <= VisitRules.BEAMS_WITHIN_MS));
  }

  private void take(Fact fact) {
    switch (fact) {
      case Fact.PassAdmitted admitted -> admit(admitted);
      case Fact.DoorOpened _, Fact.DoorClosed _ -> doorMoved();
      case Fact.PersonEntered entered -> {
        for (int i = 0; i < entered.people(); i++) {
          personEntered();
        }
      }
      case Fact.PersonLeft left -> {
        for (int i = 0; i < left.people(); i++) {
          personLeft();
        }
      }
      case Fact.OccupancyCorrected corrected -> {
        if (corrected.people() == 0) {
          foundEmpty();
        }
      }
      default -> throw new IllegalArgumentException("does not concern visits: " + fact);
    }
  }

  private void admit(Fact.PassAdmitted admitted) {
    for (int i = open.size() - 1; i >= 0; i--) {
      Visit visit = open.get(i);
      if (visit.isOf(admitted.visitor())
          && sinceMs - visit.admittedSinceMs() <= rules.sameVisitMs()) {
        if (admitted.doorWatched()) {
          open.set(i, visit.admittedAgain(sinceMs));
        } else {
          become(i, visit.admittedUnwatched(sinceMs));
        }
        return;
      }
    }
    Visit.Pass pass = new Visit.Pass(admitted.visitor(), admitted.pass());
    begin(Optional.of(pass), admitted.doorWatched() ? Evidence.ADMISSION_ONLY : Evidence.PASS_ONLY);
  }

  private void doorMoved() {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).awaitsDoor()) {
        become(i, open.get(i).proven(false));
      }
    }
  }

  private void personEntered() {
    for (int i = 0; i < open.size(); i++) {
      Visit visit = open.get(i);
      if (visit.awaitsBeams() && sinceMs - visit.admittedSinceMs() <= VisitRules.BEAMS_WITHIN_MS) {
        become(i, open.get(i).proven(true));
        return;
      }
    }
    begin(Optional.empty(), Evidence.SENSOR_ONLY);
  }

  private void personLeft() {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).isInside()) {
        change(i, open.get(i).ended(sinceMs, Ending.BEAMS));
        return;
      }
    }
  }

  private void foundEmpty() {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).isInside()) {
        change(i, open.get(i).ended(sinceMs, Ending.EMPTY));
      }
    }
  }

  private void begin(Optional<Visit.Pass> pass, Evidence evidence) {
    boolean awaitsProof = !evidence.isCounted();
    Visit visit =
        new Visit(
            nextNumber++,
            pass,
            sinceMs,
            atMs,
            sinceMs,
            evidence,
            awaitsProof,
            awaitsProof,
            Optional.empty());
    begun = true;
    open.add(visit);
    changed.put(visit.number(), visit);
    if (evidence.isCounted()) {
      counted.add(visit);
    }
  }

  /** Takes this form, and with it, once, its place in the numbers. */
  private void become(int i, Visit evident) {
    boolean wasCounted = open.get(i).evidence().isCounted();
    change(i, evident);
    if (!wasCounted) {
      counted.add(evident);
    }
  }

  private void change(int i, Visit visit) {
    open.set(i, visit);
    changed.put(visit.number(), visit);
  }

  private void keepWithinBounds() {
    while (open.size() > VisitState.OPEN_MAX) {
      Visit oldest = open.getFirst();
      if (oldest.isInside()) {
        change(0, oldest.ended(sinceMs, Ending.ESTIMATED));
      }
      open.removeFirst();
    }
  }
}
