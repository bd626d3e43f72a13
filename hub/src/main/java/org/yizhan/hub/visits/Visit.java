package org.yizhan.hub.visits;

import java.util.Optional;
import java.util.OptionalLong;
import org.yizhan.pass.PassKind;
import org.yizhan.wire.Visitor;

/**
 * One person's stay as it is known so far.
 *
 * @param number the number of the fact that began it, times {@link VisitFold#VISITS_PER_FACT_MAX},
 *     plus its place among those the fact began: the same whenever facts are folded again
 * @param pass how the visitor showed a pass; empty, as the visitor is, when only sensors saw it
 * @param beganSinceMs since the journal began
 * @param beganMs wall time, empty while the journal's time is unknown
 * @param admittedSinceMs the last admission; the beginning when there was none
 * @param awaitsDoor the last admission still waits for the door to move
 * @param awaitsBeams the last admission has not been matched with a person in the beams
 * @param ended empty while inside
 */
public record Visit(
    long number,
    Optional<Pass> pass,
    long beganSinceMs,
    OptionalLong beganMs,
    long admittedSinceMs,
    Evidence evidence,
    boolean awaitsDoor,
    boolean awaitsBeams,
    Optional<End> ended) {

  /** Whose pass, and how it was shown. */
  public record Pass(Visitor visitor, PassKind kind) {}

  /** When it ended, since the journal began, and how that is known. */
  public record End(long sinceMs, Ending how) {}

  /** Somebody is, as far as known, inside because of this visit. */
  boolean isInside() {
    return evidence.isCounted() && ended.isEmpty();
  }

  boolean isOf(Visitor visitor) {
    return pass.isPresent() && pass.get().visitor().equals(visitor);
  }

  /** The same pass once more: whether anybody comes in is not known yet. */
  Visit admittedAgain(long sinceMs) {
    return new Visit(number, pass, beganSinceMs, beganMs, sinceMs, evidence, true, true, ended);
  }

  /** The same pass once more where nothing watches the door: it counts, and goes on. */
  Visit admittedUnwatched(long sinceMs) {
    return new Visit(
        number,
        pass,
        beganSinceMs,
        beganMs,
        sinceMs,
        evidence.isCounted() ? evidence : Evidence.PASS_ONLY,
        false,
        false,
        Optional.empty());
  }

  /**
   * Somebody came in: it counts, and if it had ended it goes on. What it was counted as stays,
   * since its hour has counted it so.
   */
  Visit proven(boolean byBeams) {
    return new Visit(
        number,
        pass,
        beganSinceMs,
        beganMs,
        admittedSinceMs,
        evidence.isCounted() ? evidence : Evidence.PASS_AND_DOOR,
        false,
        awaitsBeams && !byBeams,
        Optional.empty());
  }

  /** The door did not move in time. */
  Visit unproven() {
    return new Visit(
        number, pass, beganSinceMs, beganMs, admittedSinceMs, evidence, false, awaitsBeams, ended);
  }

  Visit ended(long sinceMs, Ending how) {
    return new Visit(
        number,
        pass,
        beganSinceMs,
        beganMs,
        admittedSinceMs,
        evidence,
        awaitsDoor,
        awaitsBeams,
        Optional.of(new End(sinceMs, how)));
  }

  Visit resolved(long journalBeganMs) {
    return beganMs.isPresent()
        ? this
        : new Visit(
            number,
            pass,
            beganSinceMs,
            OptionalLong.of(journalBeganMs + beganSinceMs),
            admittedSinceMs,
            evidence,
            awaitsDoor,
            awaitsBeams,
            ended);
  }
}
