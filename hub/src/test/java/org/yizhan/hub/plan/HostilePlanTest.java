package org.yizhan.hub.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.yizhan.hub.plan.Stops.ALL_DAY;
import static org.yizhan.hub.plan.Stops.RULES;
import static org.yizhan.hub.plan.Stops.WATER;
import static org.yizhan.hub.plan.Stops.at;
import static org.yizhan.hub.plan.Stops.below;
import static org.yizhan.hub.plan.Stops.carrier;
import static org.yizhan.hub.plan.Stops.needing;
import static org.yizhan.hub.plan.Stops.open;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.station.ItemCode;
import org.yizhan.station.Position;
import org.yizhan.station.StationId;

class HostilePlanTest {

  @Test
  void nothing_to_plan_is_an_empty_plan() {
    RestockPlan plan = RestockPlanner.plan(List.of(), List.of(carrier("van", 1)), RULES);

    assertThat(plan).isEqualTo(new RestockPlan(List.of(), List.of()));
    assertThat(plan.km()).isZero();
    assertThat(RestockPlanner.plan(List.of(), List.of(), RULES)).isEqualTo(plan);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 50})
  void stations_all_at_one_point_are_visited_in_one_round(int count) {
    List<Stop> stops =
        IntStream.range(0, count).mapToObj(n -> below("stop-" + n, at(3, 0), n)).toList();

    RestockPlan plan = RestockPlanner.plan(stops, List.of(carrier("van", 1_000)), RULES);

    assertThat(plan.routes().getFirst().legs()).hasSize(count);
    assertThat(plan.km()).isBetween(5.99, 6.01);
  }

  @Test
  void stations_all_at_the_store_need_no_way() {
    List<Stop> stops =
        IntStream.range(0, 5).mapToObj(n -> below("stop-" + n, at(0, 0), n)).toList();

    RestockPlan plan = RestockPlanner.plan(stops, List.of(carrier("van", 1_000)), RULES);

    assertThat(plan.leftOut()).isEmpty();
    assertThat(plan.km()).isZero();
  }

  @Test
  void stations_at_opposite_ends_of_the_earth_are_out_of_reach() {
    List<Stop> stops =
        List.of(
            below("pole", new Position(90, 0), 0),
            below("date-line", new Position(0, 180), 0),
            below("here", at(1, 0), 0));

    RestockPlan plan = RestockPlanner.plan(stops, List.of(carrier("van", 1_000)), RULES);

    assertThat(plan.routes().getFirst().legs()).hasSize(1);
    assertThat(plan.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly(LeftOut.Reason.OUT_OF_REACH, LeftOut.Reason.OUT_OF_REACH);
  }

  @Test
  void the_largest_vehicle_and_the_largest_load_are_reckoned_right() {
    Need most = new Need(WATER, 10_000, Need.LITRES_EACH_MAX);
    List<Stop> stops =
        List.of(
            needing(below("huge", at(1, 0), 0), most),
            needing(below("large", at(2, 0), 0), new Need(WATER, 100, 1_000)));

    RestockPlan plan =
        RestockPlanner.plan(stops, List.of(carrier("lorry", Carrier.LITRES_MAX)), RULES);

    assertThat(plan.routes().getFirst().litres()).isEqualTo(100_000);
    assertThat(plan.leftOut())
        .containsExactly(new LeftOut(new StationId("huge"), LeftOut.Reason.TOO_LARGE));
  }

  @Test
  void a_thousand_items_make_a_long_packing_list() {
    List<Stop> stops =
        IntStream.range(0, 10)
            .mapToObj(
                stop ->
                    needing(
                        below("stop-" + stop, at(stop, 0), 0),
                        IntStream.range(0, 100)
                            .mapToObj(n -> new Need(new ItemCode(stop + "-" + n), 1 + n, 0.01))
                            .toArray(Need[]::new)))
            .toList();

    RestockPlan plan = RestockPlanner.plan(stops, List.of(carrier("van", 1_000)), RULES);

    assertThat(plan.routes().getFirst().load()).hasSize(1_000);
  }

  @Test
  void a_thousand_items_at_one_station_are_refused() {
    Need[] needs =
        IntStream.range(0, 1_000)
            .mapToObj(n -> new Need(new ItemCode("item-" + n), 1, 1))
            .toArray(Need[]::new);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> needing(below("stop-a", at(0, 0), 0), needs))
        .withMessage("stop-a needs 1000 items; at most 100");
  }

  @Test
  void a_thousand_stations_for_one_bicycle_leave_the_least_urgent_behind() {
    List<Stop> stops =
        IntStream.range(0, 1_000)
            .mapToObj(n -> below("stop-%03d".formatted(n), at(n % 32, n / 32.0), n))
            .toList();

    RestockPlan plan =
        RestockPlanner.plan(
            stops,
            List.of(carrier("bicycle", 40)),
            new PlanRules(PlanRules.DETOUR_FACTOR, 7, 0.2, 20, 1));

    assertThat(plan.routes().getFirst().legs())
        .extracting(leg -> leg.station().value())
        .containsExactlyInAnyOrder("stop-000", "stop-001");
    assertThat(plan.leftOut()).hasSize(998);
  }

  @Test
  void more_than_a_thousand_stations_or_one_twice_are_refused() {
    List<Carrier> van = List.of(carrier("van", 1));
    Stop stop = below("stop-a", at(0, 0), 0);
    List<Stop> many = Collections.nCopies(1_001, stop);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RestockPlanner.plan(many, van, RULES))
        .withMessageContaining("plan each district by itself");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RestockPlanner.plan(List.of(stop, stop), van, RULES))
        .withMessage("station stop-a stands twice");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RestockPlanner.plan(List.of(), List.of(van.getFirst(), van.getFirst()), RULES))
        .withMessage("carrier van stands twice");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "10001, 1", "1, 0", "1, -1", "1, NaN", "1, Infinity", "1, 1000.1"})
  void no_need_is_refused(int units, double litresEach) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Need(WATER, units, litresEach));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 30",
    "-1, 30",
    "NaN, 30",
    "Infinity, 30",
    "100000.1, 30",
    "9, 0",
    "9, NaN",
    "9, 999"
  })
  void no_vehicle_is_refused(double litres, double kmPerHour) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Carrier("van", at(0, 0), litres, ALL_DAY, kmPerHour));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u202Eb", "a\u0000"})
  void a_name_nobody_can_read_is_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> carrier(name, 10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, Double.NEGATIVE_INFINITY})
  void no_number_of_days_is_refused(double days) {
    assertThatIllegalArgumentException().isThrownBy(() -> below("stop-a", at(0, 0), days));
  }

  @Test
  void what_contradicts_itself_is_refused() {
    Stop stop = below("stop-a", at(0, 0), 0);
    Need water = new Need(WATER, 1, 1);

    assertThatIllegalArgumentException().isThrownBy(() -> needing(stop));
    assertThatIllegalArgumentException().isThrownBy(() -> needing(stop, water, water));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Stop(
                    stop.station(),
                    Optional.empty(),
                    Collections.nCopies(25, ALL_DAY),
                    stop.needs(),
                    OptionalDouble.empty(),
                    true,
                    10));
  }

  @Test
  void windows_that_overlap_or_touch_are_one() {
    Stop stop =
        open(
            below("stop-a", at(0, 0), 0),
            new Window(100, 200),
            new Window(0, 60),
            new Window(60, 90),
            new Window(150, 300),
            new Window(160, 170));

    assertThat(stop.open()).containsExactly(new Window(0, 90), new Window(100, 300));
  }
}
