package org.yizhan.hub.loans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.loans.Loan.End.BroughtBack;
import org.yizhan.hub.loans.Loan.End.Unseen;
import org.yizhan.hub.loans.Loan.Lateness;

/** What was told of one thing becomes its loans. */
class LoanTest {
  private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

  @Test
  void a_loan_ends_when_the_thing_is_brought_back() {
    List<Loan> loans = Loan.of(List.of(lent(0), back(5)));

    assertThat(loans).hasSize(1);
    assertThat(loans.getFirst().end()).contains(new BroughtBack(hour(5)));
  }

  @Test
  void what_is_told_late_lands_where_it_happened() {
    List<Loan> loans = Loan.of(List.of(back(5), lent(9), lent(0)));

    assertThat(loans).extracting(Loan::lent).containsExactly(hour(0), hour(9));
    assertThat(loans.getFirst().end()).contains(new BroughtBack(hour(5)));
    assertThat(loans.getLast().end()).isEmpty();
  }

  @Test
  void lent_twice_it_had_come_back_unseen_in_between() {
    List<Loan> loans = Loan.of(List.of(lent(0), lent(9)));

    assertThat(loans.getFirst().end()).contains(new Unseen(hour(9)));
    assertThat(loans.getLast().end()).isEmpty();
  }

  @Test
  void brought_back_twice_it_came_back_once() {
    assertThat(Loan.of(List.of(back(0), lent(1), back(5), back(6)))).hasSize(1);
  }

  @Test
  void is_late_past_its_time_and_far_too_late_a_week_after() {
    Loan loan = Loan.of(List.of(lent(0))).getFirst();

    assertThat(loan.lateness(loan.backBy())).isEqualTo(Lateness.IN_TIME);
    assertThat(loan.lateness(loan.backBy().plusMillis(1))).isEqualTo(Lateness.LATE);
    assertThat(loan.lateness(loan.backBy().plus(Duration.ofDays(7)))).isEqualTo(Lateness.LATE);
    assertThat(loan.lateness(loan.backBy().plus(Duration.ofDays(7)).plusMillis(1)))
        .isEqualTo(Lateness.FAR_TOO_LATE);
  }

  @Test
  void the_order_in_which_it_was_told_does_not_matter_and_one_loan_at_most_is_open() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      List<LoanEvent> events = new ArrayList<>();
      for (int i = random.nextInt(10); i >= 0; i--) {
        long atMs = hour(random.nextInt(5)).toEpochMilli();
        events.add(
            new LoanEvent(
                atMs, i, random.nextBoolean() ? OptionalLong.of(atMs) : OptionalLong.empty()));
      }
      List<Loan> told = Loan.of(events);
      Collections.shuffle(events, random);

      assertThat(Loan.of(events)).isEqualTo(told);
      assertThat(told.stream().limit(Math.max(0, told.size() - 1)))
          .allMatch(loan -> loan.end().isPresent());
    }
  }

  private static LoanEvent lent(int hours) {
    return new LoanEvent(
        hour(hours).toEpochMilli(), hours, OptionalLong.of(hour(hours + 48).toEpochMilli()));
  }

  private static LoanEvent back(int hours) {
    return new LoanEvent(hour(hours).toEpochMilli(), hours, OptionalLong.empty());
  }

  private static Instant hour(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }
}
