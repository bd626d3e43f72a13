package org.yizhan.hub.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.hub.plan.Stops.RULES;
import static org.yizhan.hub.plan.Stops.WATER;
import static org.yizhan.hub.plan.Stops.at;
import static org.yizhan.hub.plan.Stops.below;
import static org.yizhan.hub.plan.Stops.carrier;
import static org.yizhan.hub.plan.Stops.needing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yizhan.station.ItemCode;

/** What a vehicle brings of a need that is larger than it. */
class StopTest {
  private static final ItemCode MASK = new ItemCode("mask");
  private static final Need WATER_96 = new Need(WATER, 96, 0.7);
  private static final Need MASK_50 = new Need(MASK, 50, 0.04);

  private static Stop needs(Need... needs) {
    return needing(below("huge", at(1, 0), 1), needs);
  }

  @Test
  void whole_units_are_brought_in_the_order_of_the_needs_as_far_as_the_largest_vehicle_holds() {
    List<Carrier> carriers = List.of(carrier("small", 10), carrier("bicycle", 60));

    Stop masksFirst = needs(MASK_50, WATER_96).asFarAsFits(carriers);
    Stop waterFirst = needs(WATER_96, MASK_50).asFarAsFits(carriers);

    assertThat(masksFirst.needs()).containsExactly(MASK_50, new Need(WATER, 82, 0.7));
    assertThat(waterFirst.needs())
        .containsExactly(new Need(WATER, 85, 0.7), new Need(MASK, 12, 0.04));
    assertThat(RestockPlanner.plan(List.of(masksFirst), carriers, RULES).leftOut()).isEmpty();
  }

  @Test
  void what_fits_stays_as_it_is() {
    Stop stop = needs(WATER_96, MASK_50);

    assertThat(stop.asFarAsFits(List.of(carrier("exact", 69.2)))).isEqualTo(stop);
  }

  @Test
  void a_station_of_which_not_one_unit_fits_is_left_out_as_too_large() {
    Stop stop = needs(new Need(WATER, 2, 10.001));
    List<Carrier> carriers = List.of(carrier("bag", 10));

    RestockPlan plan = RestockPlanner.plan(List.of(stop.asFarAsFits(carriers)), carriers, RULES);

    assertThat(plan.leftOut())
        .containsExactly(new LeftOut(stop.station(), LeftOut.Reason.TOO_LARGE));
  }

  @Test
  void without_a_carrier_nothing_is_taken_from_a_need() {
    Stop stop = needs(WATER_96);

    assertThat(stop.asFarAsFits(List.of())).isEqualTo(stop);
  }
}
