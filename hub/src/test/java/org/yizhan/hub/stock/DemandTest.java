package org.yizhan.hub.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.forecast.DemandSeries;
import org.yizhan.hub.stock.Movement.Change;
import org.yizhan.hub.stock.Movement.Counted;
import org.yizhan.hub.stock.Movement.Lent;
import org.yizhan.hub.stock.Movement.Measured;
import org.yizhan.hub.stock.Movement.Restocked;
import org.yizhan.hub.stock.Movement.Returned;
import org.yizhan.hub.stock.Movement.WrittenOff;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.WriteOffReason;

/** What was taken, as far as the movements tell. */
class DemandTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  private final List<Movement> movements = new ArrayList<>();

  @Test
  void two_counts_tell_the_sum_between_them_restocks_allowed_for() {
    on(10, new Counted(20));
    on(8, restocked(30));
    on(6, new WrittenOff(4, WriteOffReason.EXPIRED, Optional.empty()));
    on(3, new Counted(15));

    assertThat(demand().unitsKnown()).isEqualTo(31);
    assertThat(demand().daysKnown()).isEqualTo(7);
  }

  @Test
  void what_is_lent_is_not_used_up_whether_it_is_back_or_not() {
    on(10, new Counted(20));
    on(9, new Lent(1));
    on(9, new Lent(1));
    on(7, new Returned(1));
    on(3, new Counted(19));

    assertThat(demand().unitsKnown()).isZero();
    assertThat(demand().daysKnown()).isEqualTo(7);
  }

  @Test
  void a_scale_that_sees_a_thing_lent_tells_no_demand() {
    on(6, new Measured(20));
    on(5, new Lent(1));
    on(5, new Measured(19));
    on(3, new Returned(1));
    on(3, new Measured(20));
    on(2, new Measured(18));

    assertThat(demand().unitsKnown()).isEqualTo(2);
  }

  @Test
  void a_shelf_filled_without_a_count_tells_nothing_of_what_was_taken_before() {
    on(10, new Counted(20));
    on(3, new Counted(96));
    on(1, new Counted(90));

    assertThat(demand().unitsKnown()).isEqualTo(6);
    assertThat(demand().daysKnown()).isEqualTo(2);
  }

  @Test
  void counts_of_one_day_go_with_the_days_to_come() {
    on(5, new Counted(20));
    on(5, new Counted(18));
    on(2, new Counted(9));

    assertThat(demand().unitsKnown()).isEqualTo(11);
    assertThat(demand().daysKnown()).isEqualTo(3);
  }

  @Test
  void an_empty_shelf_tells_only_that_it_was_no_less() {
    on(5, new Counted(20));
    on(2, new Counted(0));

    assertThat(demand().unitsKnown()).isEqualTo(20);
    assertThat(demand().daysKnown()).isZero();
  }

  @Test
  void a_scale_tells_every_day_between_its_readings_and_not_today() {
    on(6, new Measured(20));
    on(5, new Measured(17));
    on(2, new Measured(16));
    on(2, new Measured(40));
    on(0, new Measured(10));

    assertThat(demand().daysKnown()).isEqualTo(4 + 1);
    assertThat(demand().unitsKnown()).isEqualTo(3 + 1);
  }

  @Test
  void whatever_is_entered_makes_a_series() {
    Random random = new Random(2);
    for (int round = 0; round < 2_000; round++) {
      movements.clear();
      for (int i = random.nextInt(15); i >= 0; i--) {
        on(random.nextInt(1_400), Samples.change(random));
      }

      assertThat(demand().unitsKnown()).isNotNegative();
    }
  }

  private DemandSeries demand() {
    return Demand.of(movements, ZONE, TODAY);
  }

  private void on(int daysAgo, Change change) {
    Instant at =
        TODAY
            .minusDays(daysAgo)
            .atTime(9, 0)
            .atZone(ZONE)
            .toInstant()
            .plusSeconds(movements.size());
    movements.add(
        new Movement(
            movements.size() + 1L, new ItemCode("water-550ml"), at.toEpochMilli(), change));
  }

  private static Change restocked(int units) {
    return new Restocked(units, Optional.empty(), Optional.empty());
  }
}
