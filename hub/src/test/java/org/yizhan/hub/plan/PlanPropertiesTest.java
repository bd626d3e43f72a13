package org.yizhan.hub.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yizhan.hub.plan.Stops.RULES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yizhan.station.ItemCode;
import org.yizhan.station.Position;
import org.yizhan.station.StationId;

/** What holds of every plan, with seeded districts from plenty of room to far too little. */
class PlanPropertiesTest {

  static Stream<District> districts() {
    return Stream.of(
        District.of(1, 1, 1, 1, 500),
        District.of(2, 2, 1, 3, 500),
        District.of(3, 3, 0.7, 1, 60),
        District.of(4, 60, 0.5, 5, 400),
        District.of(5, 60, 1, 2, 250),
        District.of(6, 60, 0.2, 3, 2_000),
        District.of(7, 120, 0.4, 4, 300),
        District.of(8, 40, 0, 4, 300));
  }

  @ParameterizedTest
  @MethodSource("districts")
  void each_station_is_visited_once_or_left_out_with_a_reason(District district) {
    RestockPlan plan = plan(district);

    List<StationId> told = new ArrayList<>();
    legs(plan).forEach(leg -> told.add(leg.station()));
    plan.leftOut().forEach(left -> told.add(left.station()));
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(district.stops().stream().map(Stop::station).toList());
  }

  @ParameterizedTest
  @MethodSource("districts")
  void no_vehicle_is_overloaded_and_each_loads_what_its_stations_need(District district) {
    for (Route route : plan(district).routes()) {
      Map<ItemCode, Integer> loaded = new HashMap<>();
      double litres = 0;
      for (Leg leg : route.legs()) {
        Stop stop = district.stop(leg.station());
        assertThat(leg.load())
            .containsExactlyInAnyOrderElementsOf(
                stop.needs().stream().map(need -> new Load(need.item(), need.units())).toList());
        for (Need need : stop.needs()) {
          loaded.merge(need.item(), need.units(), Integer::sum);
          litres += need.units() * need.litresEach();
        }
      }
      assertThat(route.load().stream().collect(Collectors.toMap(Load::item, Load::units)))
          .isEqualTo(loaded);
      assertThat(route.litres()).isBetween(litres, route.carrier().litres());
    }
  }

  @ParameterizedTest
  @MethodSource("districts")
  void all_work_falls_into_a_window_and_the_time_on_the_road_is_enough(District district) {
    for (Route route : plan(district).routes()) {
      int now = route.depart();
      Position here = route.carrier().start();
      double km = 0;
      for (Leg leg : route.legs()) {
        Stop stop = district.stop(leg.station());
        double way = road(here, stop.at().orElseThrow());
        assertThat(leg.km()).isCloseTo(way, within(1e-9));
        assertThat(leg.arrive() - now).isGreaterThanOrEqualTo(minutes(way, route));
        assertThat(leg.begin()).isGreaterThanOrEqualTo(leg.arrive());
        assertThat(leg.leave()).isEqualTo(leg.begin() + stop.serviceMinutes());
        assertThat(stop.open())
            .anyMatch(window -> window.from() <= leg.begin() && leg.leave() <= window.to());
        km += way;
        now = leg.leave();
        here = stop.at().orElseThrow();
      }
      double home = road(here, route.carrier().start());
      assertThat(route.back() - now).isGreaterThanOrEqualTo(minutes(home, route));
      assertThat(route.km()).isCloseTo(km + home, within(1e-6));
      assertThat(route.depart()).isGreaterThanOrEqualTo(route.carrier().hours().from());
      assertThat(route.back()).isLessThanOrEqualTo(route.carrier().hours().to());
    }
  }

  @ParameterizedTest
  @MethodSource("districts")
  void above_the_minimum_only_those_are_visited_that_save_a_trip_soon(District district) {
    for (Route route : plan(district).routes()) {
      double allowed = 0;
      List<Position> withoutThem = new ArrayList<>(List.of(route.carrier().start()));
      for (Leg leg : route.legs()) {
        Stop stop = district.stop(leg.station());
        assertThat(leg.onTheWay()).isEqualTo(!stop.belowMinimum());
        if (leg.onTheWay()) {
          assertThat(stop.daysLeftP10().orElseThrow()).isLessThanOrEqualTo(RULES.soonDays());
          allowed +=
              RULES.detourShareMax() * 2 * road(route.carrier().start(), stop.at().orElseThrow());
        } else {
          withoutThem.add(stop.at().orElseThrow());
        }
      }
      withoutThem.add(route.carrier().start());
      double before = 0;
      for (int place = 1; place < withoutThem.size(); place++) {
        before += road(withoutThem.get(place - 1), withoutThem.get(place));
      }
      assertThat(withoutThem)
          .as("stations below minimum, and twice the start")
          .hasSizeGreaterThan(2);
      assertThat(route.km() - before).isLessThanOrEqualTo(allowed + 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("districts")
  void nobody_more_urgent_waits_who_could_take_the_place_of_one_less_so(District district) {
    RestockPlan plan = plan(district);

    for (LeftOut left : plan.leftOut()) {
      if (left.reason() != LeftOut.Reason.LESS_URGENT) {
        continue;
      }
      Stop waiting = district.stop(left.station());
      for (Route route : plan.routes()) {
        List<Stop> visited =
            route.legs().stream()
                .filter(leg -> !leg.onTheWay())
                .map(leg -> district.stop(leg.station()))
                .toList();
        for (int index = 0; index < visited.size(); index++) {
          if (waiting.urgencyDays() < visited.get(index).urgencyDays()) {
            List<Stop> instead = new ArrayList<>(visited);
            instead.set(index, waiting);
            assertThat(isPossible(route.carrier(), instead))
                .as("%s in the place of %s", left.station(), visited.get(index).station())
                .isFalse();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("districts")
  void the_same_district_and_seed_give_the_same_plan(District district) {
    assertThat(plan(district)).isEqualTo(plan(district));
  }

  private static boolean isPossible(Carrier carrier, List<Stop> order) {
    List<Position> places = new ArrayList<>(List.of(carrier.start()));
    List<Errand> errands = new ArrayList<>();
    for (Stop stop : order) {
      errands.add(new Errand(stop, places.size()));
      places.add(stop.at().orElseThrow());
    }
    return new Round(carrier, 0, errands).isPossible(new Roads(places, RULES.detourFactor()));
  }

  private static double road(Position from, Position to) {
    return RULES.detourFactor() * from.kilometresTo(to);
  }

  private static int minutes(double km, Route route) {
    return (int) Math.ceil(km / route.carrier().kmPerHour() * 60 - 1e-9);
  }

  private static RestockPlan plan(District district) {
    return RestockPlanner.plan(district.stops(), district.carriers(), RULES);
  }

  private static Stream<Leg> legs(RestockPlan plan) {
    return plan.routes().stream().flatMap(route -> route.legs().stream());
  }
}
