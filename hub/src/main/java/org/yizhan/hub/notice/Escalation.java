package org.yizhan.hub.notice;

import static org.yizhan.hub.notice.Audience.Role.KEEPER;
import static org.yizhan.hub.notice.Audience.Role.UNION;
import static org.yizhan.hub.notice.Audience.Role.VOLUNTEER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is told of a matter, one role after the other, while it stands and nobody has said "I see to
 * it". The first step is at once.
 */
public record Escalation(List<Step> steps) {
  /** A role, and how long after the matter began it is told. */
  public record Step(Audience.Role role, Duration after) {}

  public Escalation {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !steps.getFirst().after().isZero()) {
      throw new IllegalArgumentException("the first step of an escalation is at once");
    }
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).after().compareTo(steps.get(i - 1).after()) <= 0) {
        throw new IllegalArgumentException("each step of an escalation comes after the one before");
      }
    }
  }

  /** Who hears of what, and who next when nobody took care. */
  public static Escalation of(NoticeKind kind) {
    return switch (kind) {
      case ITEM_BELOW_MINIMUM, ITEM_EXPIRES -> first(KEEPER).then(UNION, Duration.ofDays(3));
      case ROUND_UNCLAIMED ->
          first(VOLUNTEER).then(KEEPER, Duration.ofDays(1)).then(UNION, Duration.ofDays(3));
      case ROUND_OVERDUE, MATTER_RAISED -> first(KEEPER).then(UNION, Duration.ofDays(2));
      case FAULT_RAISED, STATION_SILENT, STATION_UNUSABLE ->
          first(KEEPER).then(UNION, Duration.ofHours(12));
      case MATTER_REOPENED -> first(UNION);
      case DUTY_REMINDER -> // from 18:00 on; DutyConcerns says when sooner
          first(VOLUNTEER).then(KEEPER, Duration.ofHours(18));
      case ITEM_RUNS_OUT_SOON, THINGS_OUT_TOO_LONG, THING_TURNED_UP, TRIAL -> first(KEEPER);
    };
  }

  public static Escalation first(Audience.Role role) {
    return new Escalation(List.of(new Step(role, Duration.ZERO)));
  }

  public Escalation then(Audience.Role role, Duration after) {
    return new Escalation(Stream.concat(steps.stream(), Stream.of(new Step(role, after))).toList());
  }

  /** Who is told in this step, counted from 0; empty past the last. */
  public Optional<Audience.Role> role(int step) {
    return step < steps.size() ? Optional.of(steps.get(step).role()) : Optional.empty();
  }

  /** When this step is due for a matter that began then; empty past the last. */
  public Optional<Instant> due(int step, Instant began) {
    return step < steps.size()
        ? Optional.of(began.plus(steps.get(step).after()))
        : Optional.empty();
  }
}
