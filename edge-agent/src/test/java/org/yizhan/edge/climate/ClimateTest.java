package org.yizhan.edge.climate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.time.Moments;
import org.yizhan.station.Celsius;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;

class ClimateTest {
  private static final StationProfile PROFILE = TestProfiles.simulated();
  private static final FixtureName SENSOR = TestProfiles.CLIMATE;

  @Test
  void begins_an_alarm_outside_and_ends_it_only_well_inside() {
    // limits 10 and 32 °C, hysteresis 1 K
    double[] warming = {9.99, 10.0, 10.99, 11.0};
    double[] cooling = {32.01, 32.0, 31.01, 31.0};
    List<Boolean> cold = new ArrayList<>();
    List<Boolean> warm = new ArrayList<>();

    ClimateState state = ClimateState.UNKNOWN;
    for (int i = 0; i < warming.length; i++) {
      state = read(state, i * 1_000L, warming[i]).next();
      cold.add(state.tooCold());
    }
    for (int i = 0; i < cooling.length; i++) {
      state = read(state, 10_000 + i * 1_000L, cooling[i]).next();
      warm.add(state.tooWarm());
    }

    assertThat(cold).containsExactly(true, true, true, false);
    assertThat(warm).containsExactly(true, true, true, false);
  }

  @Test
  void tells_every_five_minutes_while_nothing_changes() {
    ClimateState state = ClimateState.UNKNOWN;
    int told = 0;

    for (long ms = 0; ms < 3_600_000; ms += 1_000) {
      Climate.Step step = read(state, ms, 21.0);
      state = step.next();
      told += step.facts().size();
    }

    assertThat(told).isEqualTo(12);
  }

  @Test
  void tells_at_once_when_it_changes_by_half_a_degree() {
    ClimateState state = read(ClimateState.UNKNOWN, 0, 21.0).next();

    Climate.Step little = read(state, 1_000, 21.49);
    Climate.Step enough = read(little.next(), 2_000, 21.5);
    Climate.Step back = read(enough.next(), 3_000, 21.0);

    assertThat(little.facts()).isEmpty();
    assertThat(enough.facts())
        .containsExactly(new Fact.ClimateMeasured(Celsius.of(21.5), new RelativeHumidity(50)));
    assertThat(back.facts()).hasSize(1);
  }

  @Test
  void lets_the_second_sensor_stand_in_for_a_silent_first() {
    FixtureName second = new FixtureName("second");
    StationProfile two =
        TestProfiles.with(
            List.of(
                new Fixture.ClimateSensor(SENSOR, TestProfiles.SIMULATED),
                new Fixture.ClimateSensor(second, TestProfiles.SIMULATED)));
    ClimateState state =
        Climate.afterReading(ClimateState.UNKNOWN, SENSOR, reading(0, 20), two).next();

    ClimateState both = Climate.afterReading(state, second, reading(1_000, 30), two).next();
    ClimateState later =
        Climate.afterReading(both, second, reading(Climate.SILENT_MS + 1_001, 31), two).next();

    assertThat(Climate.room(both, two, Moments.at(1_000))).contains(reading(0, 20));
    assertThat(Climate.room(later, two, Moments.at(Climate.SILENT_MS + 1_001)))
        .contains(reading(Climate.SILENT_MS + 1_001, 31));
    assertThat(Climate.silent(later, Moments.at(Climate.SILENT_MS + 1_001)))
        .containsExactly(SENSOR);
  }

  @Test
  void knows_nothing_of_a_room_whose_sensor_fell_silent_or_broke() {
    ClimateState state = read(ClimateState.UNKNOWN, 0, 20).next();

    assertThat(Climate.room(state, PROFILE, Moments.at(Climate.SILENT_MS + 1))).isEmpty();
    assertThat(Climate.room(Climate.without(state, SENSOR), PROFILE, Moments.at(1))).isEmpty();
  }

  @Test
  void ignores_a_sensor_that_the_profile_does_not_name() {
    Climate.Step step =
        Climate.afterReading(
            ClimateState.UNKNOWN, new FixtureName("stranger"), reading(0, -40), PROFILE);

    assertThat(step.facts()).isEmpty();
    assertThat(step.next()).isEqualTo(ClimateState.UNKNOWN);
  }

  @Test
  void never_flickers_on_noise_smaller_than_the_hysteresis() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      ClimateState state = ClimateState.UNKNOWN;
      int changes = 0;

      for (int i = 0; i < 500; i++) {
        double noisy = 10 + (random.nextDouble() - 0.5) * 0.9;
        ClimateState next = read(state, i * 1_000L, noisy).next();
        changes += next.tooCold() == state.tooCold() ? 0 : 1;
        state = next;
      }

      assertThat(changes).as("seed %d", seed).isLessThanOrEqualTo(1);
    }
  }

  private static Climate.Step read(ClimateState state, long ms, double degrees) {
    return Climate.afterReading(state, SENSOR, reading(ms, degrees), PROFILE);
  }

  private static Reading reading(long ms, double degrees) {
    return new Reading(Moments.at(ms), Celsius.of(degrees), new RelativeHumidity(50));
  }
}
