package org.yizhan.hub.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.yizhan.hub.plan.Stops.RULES;
import static org.yizhan.hub.plan.Stops.WATER;
import static org.yizhan.hub.plan.Stops.above;
import static org.yizhan.hub.plan.Stops.at;
import static org.yizhan.hub.plan.Stops.below;
import static org.yizhan.hub.plan.Stops.carrier;
import static org.yizhan.hub.plan.Stops.needing;
import static org.yizhan.hub.plan.Stops.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.plan.LeftOut.Reason;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;

/** Cases small enough to solve by hand. */
class RestockPlannerTest {

  @Test
  void goes_round_a_square_and_not_across_it() {
    List<Stop> square =
        List.of(
            below("stop-a", at(0, 4), 1),
            below("stop-b", at(4, 0), 1),
            below("stop-c", at(4, 4), 1));

    RestockPlan plan = plan(square, carrier("van", 1_000));

    assertThat(plan.km()).isCloseTo(16, within(0.01));
    assertThat(stations(plan.routes().getFirst())).hasSize(3).element(1).isEqualTo("stop-c");
    assertThat(plan.leftOut()).isEmpty();
  }

  @Test
  void tells_when_the_carrier_is_where_and_what_to_load() {
    Stop near =
        open(
            needing(
                below("near", at(0, 5), 0),
                new Need(WATER, 24, 0.6),
                new Need(new ItemCode("masks"), 3, 0.2)),
            new Window(480, 500));
    Stop far =
        open(needing(below("far", at(0, 10), 0), new Need(WATER, 48, 0.6)), new Window(600, 700));

    RestockPlan plan = plan(List.of(near, far), carrier("van", 100));

    Route route = plan.routes().getFirst();
    assertThat(route.load())
        .containsExactly(new Load(new ItemCode("masks"), 3), new Load(WATER, 72));
    assertThat(route.litres()).isCloseTo(43.8, within(1e-9));
    assertThat(route.km()).isCloseTo(20, within(0.01));
    Leg first = route.legs().getFirst();
    assertThat(first.load())
        .containsExactly(new Load(new ItemCode("masks"), 3), new Load(WATER, 24));
    assertThat(List.of(route.depart(), first.arrive(), first.begin(), first.leave()))
        .containsExactly(480, 490, 490, 500);
    Leg second = route.legs().getLast();
    assertThat(second.km()).isCloseTo(5, within(0.01));
    assertThat(List.of(second.arrive(), second.begin(), second.leave(), route.back()))
        .containsExactly(510, 600, 610, 630);
  }

  @Test
  void leaves_no_earlier_than_the_first_station_opens_for() {
    Stop late = open(below("late", at(0, 5), 0), new Window(900, 960));

    Route route = plan(List.of(late), carrier("van", 100)).routes().getFirst();

    assertThat(route.depart()).isEqualTo(890);
    assertThat(route.back()).isEqualTo(920);
  }

  @Test
  void of_two_directions_round_the_one_with_less_waiting_is_taken() {
    Stop near = below("near", at(0, 5), 1);
    Stop far = open(below("far", at(0, 10), 1), new Window(600, 700));

    Route route = plan(List.of(near, far), carrier("van", 100)).routes().getFirst();

    assertThat(stations(route)).containsExactly("far", "near");
    assertThat(route.minutes()).isEqualTo(60);
  }

  @Test
  void opening_hours_decide_the_order_even_against_the_distance() {
    Stop near = open(below("near", at(0, 2), 1), new Window(700, 800));
    Stop far = open(below("far", at(0, 9), 1), new Window(480, 520));

    Route route = plan(List.of(near, far), carrier("van", 100)).routes().getFirst();

    assertThat(stations(route)).containsExactly("far", "near");
    assertThat(route.legs().getLast().begin()).isEqualTo(700);
  }

  @Test
  void the_second_of_two_windows_is_used_where_the_first_is_too_short_for_the_work() {
    Stop stop = open(below("noon", at(0, 1), 1), new Window(500, 509), new Window(600, 610));

    Route route = plan(List.of(stop), carrier("van", 100)).routes().getFirst();

    assertThat(route.legs().getFirst().begin()).isEqualTo(600);
  }

  @Test
  void two_small_vehicles_share_what_one_cannot_hold() {
    List<Stop> stops = List.of(below("east", at(5, 0), 1), below("west", at(-5, 0), 1));

    RestockPlan plan = plan(stops, carrier("bike 1", 25), carrier("bike 2", 25));

    assertThat(plan.routes()).hasSize(2).allSatisfy(route -> assertThat(route.legs()).hasSize(1));
    assertThat(plan.km()).isCloseTo(20, within(0.01));
  }

  @Test
  void where_not_all_fit_those_with_fewer_days_left_are_visited_even_if_they_are_farther() {
    List<Stop> stops =
        List.of(
            below("near-5", at(1, 0), 5),
            below("near-4", at(0, 1), 4),
            below("far-1", at(-20, 0), 1),
            below("far-0", at(0, -20), 0));

    RestockPlan plan = plan(stops, carrier("van", 40));

    assertThat(stations(plan.routes().getFirst())).containsExactlyInAnyOrder("far-0", "far-1");
    assertThat(plan.leftOut())
        .containsExactly(
            new LeftOut(new StationId("near-4"), Reason.LESS_URGENT),
            new LeftOut(new StationId("near-5"), Reason.LESS_URGENT));
  }

  @Test
  void a_station_below_its_minimum_without_a_forecast_is_urgent() {
    Stop known = below("known", at(1, 0), 0.5);
    Stop unknown = below("unknown", at(2, 0), 0);
    unknown =
        new Stop(
            unknown.station(),
            unknown.at(),
            unknown.open(),
            unknown.needs(),
            OptionalDouble.empty(),
            true,
            10);

    RestockPlan plan = plan(List.of(known, unknown), carrier("van", 20));

    assertThat(stations(plan.routes().getFirst())).containsExactly("unknown");
  }

  @Test
  void says_of_each_station_why_nobody_goes_there() {
    Stop lost = below("lost", at(0, 0), 1);
    lost =
        new Stop(
            lost.station(),
            Optional.empty(),
            lost.open(),
            lost.needs(),
            lost.daysLeftP10(),
            true,
            10);
    List<Stop> stops =
        List.of(
            lost,
            above("full", at(1, 0), 30),
            open(below("shut", at(1, 0), 1)),
            open(below("hasty", at(1, 0), 1), new Window(600, 605)),
            needing(below("huge", at(1, 0), 1), new Need(WATER, 101, 1)),
            below("far", at(160, 0), 1),
            open(below("night", at(1, 0), 1), new Window(0, 300)));

    RestockPlan plan = plan(stops, carrier("van", 100));

    assertThat(plan.routes()).isEmpty();
    assertThat(plan.leftOut())
        .extracting(left -> left.station().value(), LeftOut::reason)
        .containsExactly(
            tuple("far", Reason.OUT_OF_REACH),
            tuple("full", Reason.ABOVE_MINIMUM),
            tuple("hasty", Reason.NOT_OPEN),
            tuple("huge", Reason.TOO_LARGE),
            tuple("lost", Reason.NO_POSITION),
            tuple("night", Reason.OUT_OF_REACH),
            tuple("shut", Reason.NOT_OPEN));
  }

  @Test
  void without_carriers_nobody_goes_anywhere() {
    RestockPlan plan = plan(List.of(below("stop-a", at(1, 0), 1), above("stop-b", at(1, 0), 1)));

    assertThat(plan.leftOut())
        .containsExactly(
            new LeftOut(new StationId("stop-a"), Reason.NO_CARRIER),
            new LeftOut(new StationId("stop-b"), Reason.ABOVE_MINIMUM));
  }

  @Test
  void the_order_of_stations_and_carriers_changes_nothing() {
    District district = District.of(5, 40, 0.5, 4, 300);
    List<Stop> stops = new ArrayList<>(district.stops()).reversed();
    List<Carrier> carriers = new ArrayList<>(district.carriers()).reversed();

    RestockPlan plan = RestockPlanner.plan(district.stops(), district.carriers(), RULES);

    assertThat(RestockPlanner.plan(stops, carriers, RULES)).isEqualTo(plan);
    assertThat(plan.routes()).isNotEmpty();
  }

  private static RestockPlan plan(List<Stop> stops, Carrier... carriers) {
    return RestockPlanner.plan(stops, List.of(carriers), RULES);
  }

  private static List<String> stations(Route route) {
    return route.legs().stream().map(leg -> leg.station().value()).toList();
  }
}
