package org.yizhan.edge.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.time.Moments;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;
import org.yizhan.wire.ShelfLevel;

class SupplyTest {
  private static final StationProfile PROFILE = TestProfiles.simulated();
  private static final ItemCode MASK = new ItemCode("mask");
  private static final int TRAY = 1_200;
  private static final int BOTTLE = 580;

  private SupplyState state = SupplyState.UNKNOWN;
  private final List<Fact> facts = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1200, 0", "1780, 1", "7000, 10", "6800, 10", "7200, 10", "1100, 0", "29040, 48"})
  void turns_a_steady_weight_into_units(int grams, int units) {
    weigh(0, grams);
    tick(3_000);

    assertThat(facts).containsExactly(new Fact.StockMeasured(TestProfiles.WATER, units));
  }

  @Test
  void believes_its_own_scale_before_the_hub() {
    List<ShelfLevel> told = List.of(level(TestProfiles.WATER, 90), level(MASK, 40));

    Map<ItemCode, KnownLevel> before = Supply.known(state, PROFILE, told);
    stand(10);
    Map<ItemCode, KnownLevel> after = Supply.known(state, PROFILE, told);

    assertThat(before)
        .containsEntry(TestProfiles.WATER, KnownLevel.told(level(TestProfiles.WATER, 90)));
    assertThat(after)
        .containsExactly(
            Map.entry(TestProfiles.WATER, KnownLevel.weighedNow(10)),
            Map.entry(MASK, KnownLevel.told(level(MASK, 40))));
  }

  @Test
  void knows_no_sum_while_one_of_two_scales_says_nothing() {
    FixtureName other = new FixtureName("other-scale");
    List<Fixture> fixtures = new ArrayList<>(PROFILE.fixtures());
    fixtures.add(
        new Fixture.ShelfScale(other, TestProfiles.SIMULATED, TestProfiles.WATER, BOTTLE, TRAY));
    StationProfile both = TestProfiles.with(fixtures);
    stand(10);

    assertThat(Supply.known(state, both, List.of())).isEmpty();
  }

  private static ShelfLevel level(ItemCode item, int units) {
    return new ShelfLevel(item, OptionalInt.of(units), ShelfLevel.How.COUNTED, 5);
  }

  @Test
  void waits_until_the_weight_is_steady() {
    weigh(0, full(10));

    tick(2_999);
    List<Fact> early = List.copyOf(facts);
    tick(3_000);

    assertThat(early).isEmpty();
    assertThat(facts).hasSize(1);
  }

  @Test
  void takes_an_elbow_on_the_shelf_for_no_bottle() {
    stand(10);

    weigh(10_000, full(10) + 9_000);
    tick(11_000);
    weigh(12_000, full(10));
    tick(20_000);

    assertThat(facts).isEmpty();
  }

  @Test
  void says_nothing_of_the_stock_while_the_tray_is_off() {
    stand(10);

    weigh(10_000, 0);
    tick(60_000);

    assertThat(facts).isEmpty();
  }

  @Test
  void tells_each_bottle_taken() {
    stand(10);

    for (int left = 9; left >= 0; left--) {
      long at = 100_000 - left * 10_000L;
      weigh(at, full(left));
      tick(at + 3_000);
    }

    assertThat(facts).hasSize(10).endsWith(new Fact.StockMeasured(TestProfiles.WATER, 0));
  }

  @Test
  void keeps_its_number_while_the_scale_drifts_between_two() {
    for (long seed = 0; seed < 300; seed++) {
      state = SupplyState.UNKNOWN;
      stand(10);
      Random random = new Random(seed);

      for (int second = 10; second < 500; second++) {
        double drift = (random.nextDouble() - 0.5) * 2 * (Supply.LEAVE_UNITS - 0.01);
        weigh(second * 1_000L, full(10) + (int) (drift * BOTTLE));
        tick(second * 1_000L + 500);
      }

      assertThat(facts).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void ends_at_the_true_number_however_noisy_the_restock_was() {
    for (long seed = 0; seed < 500; seed++) {
      state = SupplyState.UNKNOWN;
      Random random = new Random(seed);
      long at = 0;
      for (int i = 0; i < 50; i++) {
        at += random.nextInt(4_000);
        weigh(at, random.nextInt(60_000));
      }
      int units = random.nextInt(49);
      at += 1_000;
      weigh(at, full(units) + random.nextInt(200) - 100);

      tick(at + Supply.STEADY_MS);

      int told = state.shelf(TestProfiles.SCALE).units().orElseThrow();
      assertThat(told).as("seed %d", seed).isEqualTo(units);
    }
  }

  @ParameterizedTest
  @CsvSource({"-2147483648", "2147483647", "-5000", "1000000000"})
  void ignores_weights_that_no_shelf_can_have(int grams) {
    weigh(0, grams);
    tick(10_000);

    assertThat(facts).isEmpty();
  }

  @Test
  void ignores_a_scale_that_the_profile_does_not_name() {
    Supply.Step step =
        Supply.afterWeight(
            SupplyState.UNKNOWN, new FixtureName("stranger"), 5_000, Moments.at(0), PROFILE);

    assertThat(step.next()).isEqualTo(SupplyState.UNKNOWN);
  }

  private static int full(int bottles) {
    return TRAY + bottles * BOTTLE;
  }

  private void stand(int bottles) {
    weigh(0, full(bottles));
    tick(3_000);
    facts.clear();
  }

  private void weigh(long ms, int grams) {
    take(Supply.afterWeight(state, TestProfiles.SCALE, grams, Moments.at(ms), PROFILE));
  }

  private void tick(long ms) {
    take(Supply.afterTime(state, Moments.at(ms), PROFILE));
  }

  private void take(Supply.Step step) {
    state = step.next();
    facts.addAll(step.facts());
  }
}
