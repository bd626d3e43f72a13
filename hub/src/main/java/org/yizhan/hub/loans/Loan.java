package org.yizhan.hub.loans;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One loan of one thing.
 *
 * @param end empty while the thing is out
 */
public record Loan(Instant lent, Instant backBy, Optional<End> end) {
  /** So long over its time, somebody should ask for it. */
  public static final Duration FAR_TOO_LONG = Duration.ofDays(7);

  /** How a loan ended. */
  public sealed interface End {
    /** It was brought back and scanned. */
    record BroughtBack(Instant at) implements End {}

    /** It was lent again by then, so it had come back unseen. */
    record Unseen(Instant before) implements End {}
  }

  /** How a loan stands to its time. */
  public enum Lateness {
    IN_TIME,
    LATE,
    /** {@link #FAR_TOO_LONG} over. */
    FAR_TOO_LATE
  }

  /** The loans of one thing from what was told of it, in any order: the last may be open. */
  public static List<Loan> of(Collection<LoanEvent> events) {
    List<Loan> loans = new ArrayList<>();
    for (LoanEvent event : events.stream().sorted(LoanEvent.IN_TIME).toList()) {
      Instant at = Instant.ofEpochMilli(event.atMs());
      boolean open = !loans.isEmpty() && loans.getLast().end().isEmpty();
      if (open) {
        Loan last = loans.removeLast();
        End end = event.isLent() ? new End.Unseen(at) : new End.BroughtBack(at);
        loans.add(new Loan(last.lent(), last.backBy(), Optional.of(end)));
      }
      if (event.isLent()) {
        loans.add(
            new Loan(
                at, Instant.ofEpochMilli(event.backByMs().orElse(event.atMs())), Optional.empty()));
      }
    }
    return List.copyOf(loans);
  }

  public Lateness lateness(Instant now) {
    if (!now.isAfter(backBy)) {
      return Lateness.IN_TIME;
    }
    return now.isAfter(backBy.plus(FAR_TOO_LONG)) ? Lateness.FAR_TOO_LATE : Lateness.LATE;
  }
}
