package org.yizhan.hub.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yizhan.hub.plan.Stops.RULES;
import static org.yizhan.hub.plan.Stops.above;
import static org.yizhan.hub.plan.Stops.at;
import static org.yizhan.hub.plan.Stops.below;
import static org.yizhan.hub.plan.Stops.carrier;
import static org.yizhan.hub.plan.Stops.needing;
import static org.yizhan.hub.plan.Stops.open;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** One round goes ten kilometres east and back; who else is taken along? */
class OnTheWayTest {
  private static final Stop GOAL = below("goal", at(10, 0), 0);
  private static final Stop BESIDE = above("beside", at(5, 0.5), 6);

  @Test
  void a_station_beside_the_way_that_will_need_a_trip_within_days_is_taken_along() {
    Route route = plan(100, GOAL, BESIDE).routes().getFirst();

    assertThat(stations(route)).containsExactlyInAnyOrder("goal", "beside");
    assertThat(route.legs())
        .filteredOn(Leg::onTheWay)
        .extracting(leg -> leg.station().value())
        .containsExactly("beside");
    assertThat(route.km()).isCloseTo(10 + 2 * Math.hypot(5, 0.5), within(0.01));
  }

  @Test
  void one_that_lasts_longer_is_passed_by() {
    assertPassedBy(plan(100, GOAL, above("beside", at(5, 0.5), 7.1)));
  }

  @Test
  void one_without_a_forecast_is_passed_by() {
    assertPassedBy(
        plan(
            100,
            GOAL,
            new Stop(
                BESIDE.station(),
                BESIDE.at(),
                BESIDE.open(),
                BESIDE.needs(),
                OptionalDouble.empty(),
                false,
                10)));
  }

  @Test
  void one_that_needs_nothing_is_passed_by() {
    assertPassedBy(plan(100, GOAL, needing(BESIDE)));
  }

  @Test
  void a_detour_of_a_fifth_of_its_own_trip_is_the_limit() {
    // there: 10 km out, then 10 + d/2 … the detour past the goal is 2 d, a trip of its own 2 (10 +
    // d)
    Stop within = above("within", at(12.4, 0), 1);
    Stop beyond = above("beyond", at(12.6, 0), 1);

    assertThat(stations(plan(100, GOAL, within).routes().getFirst())).contains("within");
    assertThat(stations(plan(100, GOAL, beyond).routes().getFirst())).containsExactly("goal");
  }

  @Test
  void nobody_sets_out_for_stations_above_their_minimum_alone() {
    assertThat(plan(100, BESIDE, above("other", at(5, 0), 0)).routes()).isEmpty();
  }

  @Test
  void one_that_does_not_fit_into_the_vehicle_any_more_is_passed_by() {
    assertPassedBy(plan(39, GOAL, BESIDE));
  }

  @Test
  void one_that_is_closed_when_the_round_comes_by_is_passed_by() {
    assertPassedBy(
        plan(100, open(GOAL, new Window(480, 520)), open(BESIDE, new Window(1070, 1080))));
  }

  @Test
  void where_room_is_short_the_smaller_detour_is_taken() {
    Route route = plan(40, GOAL, BESIDE, above("nearer", at(5, 0.1), 6)).routes().getFirst();

    assertThat(stations(route)).containsExactlyInAnyOrder("goal", "nearer");
  }

  @Test
  void a_station_at_the_store_saves_no_trip() {
    assertThat(stations(plan(100, GOAL, above("here", at(0, 0), 0)).routes().getFirst()))
        .containsExactly("goal");
  }

  private static void assertPassedBy(RestockPlan plan) {
    assertThat(stations(plan.routes().getFirst())).containsExactly("goal");
    assertThat(plan.leftOut())
        .singleElement()
        .extracting(LeftOut::reason)
        .isEqualTo(LeftOut.Reason.ABOVE_MINIMUM);
  }

  private static RestockPlan plan(double litres, Stop... stops) {
    return RestockPlanner.plan(List.of(stops), List.of(carrier("van", litres)), RULES);
  }

  private static List<String> stations(Route route) {
    return route.legs().stream().map(leg -> leg.station().value()).toList();
  }
}
