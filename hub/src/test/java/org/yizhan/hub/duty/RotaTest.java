package org.yizhan.hub.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotaTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-12-14");
  private static final List<Group> FOUR =
      IntStream.rangeClosed(1, 4)
          .mapToObj(number -> new Group(number, "第" + number + "组"))
          .toList();

  private static Rota rota(Rota.Exchange... swaps) {
    return new Rota(FOUR, MONDAY, List.of(swaps));
  }

  private static List<Integer> numbers(Rota rota, LocalDate day, int weeks) {
    return rota.turns(day, weeks).stream().map(turn -> turn.group().number()).toList();
  }

  @Test
  void four_groups_take_a_week_each_over_the_end_of_the_year() {
    assertThat(numbers(rota(), MONDAY.plusDays(6), 6)).containsExactly(1, 2, 3, 4, 1, 2);
    assertThat(rota().on(LocalDate.parse("2026-12-31")).orElseThrow())
        .isEqualTo(new Turn(LocalDate.parse("2026-12-28"), FOUR.get(2), false));
    assertThat(rota().on(LocalDate.parse("2027-01-03")).orElseThrow().last())
        .isEqualTo(LocalDate.parse("2027-01-03"));
    assertThat(rota().on(LocalDate.parse("2027-01-04")).orElseThrow().group())
        .isEqualTo(FOUR.get(3));
  }

  @Test
  void nobody_has_a_turn_before_the_rota_begins() {
    assertThat(rota().on(MONDAY.minusDays(1))).isEmpty();
    assertThat(numbers(rota(), MONDAY.minusDays(1), 3)).containsExactly(1, 2);
  }

  @Test
  void swapped_weeks_change_places_and_swapping_again_undoes_it() {
    Rota.Exchange swap = new Rota.Exchange(MONDAY, MONDAY.plusWeeks(2));

    assertThat(numbers(rota(swap), MONDAY, 5)).containsExactly(3, 2, 1, 4, 1);
    assertThat(rota(swap).on(MONDAY).orElseThrow().swapped()).isTrue();
    assertThat(rota(swap, swap).turns(MONDAY, 5)).isEqualTo(rota().turns(MONDAY, 5));
  }

  @Test
  void a_swap_of_days_that_begin_no_week_changes_nothing() {
    Rota.Exchange crooked = new Rota.Exchange(MONDAY.plusDays(1), MONDAY.plusWeeks(1));
    Rota.Exchange before = new Rota.Exchange(MONDAY.minusWeeks(1), MONDAY);

    assertThat(rota(crooked, before).turns(MONDAY, 8)).isEqualTo(rota().turns(MONDAY, 8));
  }

  @Test
  void a_week_has_seven_local_days_when_the_clocks_change() {
    LocalDate sunday = LocalDate.parse("2026-03-22"); // clocks change in Europe on March 29
    Rota rota = new Rota(FOUR, sunday, List.of());

    assertThat(rota.on(LocalDate.parse("2026-03-28")).orElseThrow().group()).isEqualTo(FOUR.get(0));
    assertThat(rota.on(LocalDate.parse("2026-03-29")).orElseThrow().group()).isEqualTo(FOUR.get(1));
  }
}
