package org.yizhan.hub.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysLeftTest {
  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
  private static final LocalDate TODAY = MONDAY.plusDays(200);

  @Test
  void a_shelf_lasts_about_its_units_divided_by_the_level() {
    DaysLeft.Known left = (DaysLeft.Known) DaysLeft.of(twoADay(), 40, TODAY);

    assertThat(left.p50()).hasValue(20);
    assertThat(left.p10().orElseThrow()).isBetween(13, 19);
    assertThat(left.p90().orElseThrow()).isBetween(21, 30);
  }

  @Test
  void an_empty_shelf_is_empty_now() {
    OptionalInt now = OptionalInt.of(0);

    assertThat(DaysLeft.of(twoADay(), 0, TODAY)).isEqualTo(new DaysLeft.Known(now, now, now));
  }

  @Test
  void what_lasts_beyond_the_horizon_is_more_than_that() {
    OptionalInt more = OptionalInt.empty();

    assertThat(DaysLeft.of(twoADay(), 5_000, TODAY))
        .isEqualTo(new DaysLeft.Known(more, more, more));
  }

  @Test
  void too_little_knowledge_is_said_and_not_guessed() {
    DemandModel model = DemandModel.fit(DemandSeries.ofDays(MONDAY, 4, 2, 3));

    assertThat(DaysLeft.of(model, 12, MONDAY.plusDays(3)))
        .isEqualTo(new DaysLeft.TooLittleKnown(3));
    assertThat(LeftOver.at(model, 12, MONDAY.plusDays(3), MONDAY.plusDays(9)))
        .isEqualTo(new LeftOver.Unknown());
  }

  @Test
  void knowledge_of_last_season_is_no_knowledge() {
    DemandModel model = twoADay();

    assertThat(DaysLeft.of(model, 12, TODAY.plusDays(90))).isInstanceOf(DaysLeft.Known.class);
    assertThat(DaysLeft.of(model, 12, TODAY.plusDays(91)))
        .isEqualTo(new DaysLeft.KnownTooLongAgo(TODAY));
  }

  @Test
  void a_station_of_workdays_keeps_its_water_over_the_weekend() {
    int[] days = new int[196];
    Arrays.setAll(days, day -> day % 7 < 5 ? 10 : 0);
    DemandModel model = DemandModel.fit(DemandSeries.ofDays(MONDAY, days));
    LocalDate monday = MONDAY.plusDays(196);

    DaysLeft.Known onMonday = (DaysLeft.Known) DaysLeft.of(model, 12, monday);
    DaysLeft.Known onSaturday = (DaysLeft.Known) DaysLeft.of(model, 12, monday.plusDays(5));

    assertThat(onMonday.p50()).hasValue(2);
    assertThat(onSaturday.p50()).hasValue(4);
  }

  @Test
  void tells_what_will_expire_before_it_is_used() {
    LeftOver.Known left = (LeftOver.Known) LeftOver.at(twoADay(), 100, TODAY, TODAY.plusDays(29));

    assertThat(left.p50()).isCloseTo(40, within(1));
    assertThat(left.p10()).isLessThan(left.p50());
    assertThat(left.p90()).isGreaterThan(left.p50());
    assertThat(left.expected()).isCloseTo(40, within(0.5));
    assertThat(left.usedUp()).isLessThan(0.02);
  }

  @Test
  void a_few_units_are_surely_used_before_a_late_date() {
    LeftOver.Known left = (LeftOver.Known) LeftOver.at(twoADay(), 10, TODAY, TODAY.plusDays(59));

    assertThat(left.usedUp()).isGreaterThan(0.99);
    assertThat(left.p90()).isZero();
    assertThat(left.expected()).isLessThan(0.05);
  }

  @Test
  void a_date_beyond_the_horizon_is_not_guessed() {
    assertThat(LeftOver.at(twoADay(), 10, TODAY, TODAY.plusDays(180)))
        .isEqualTo(new LeftOver.Unknown());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_000_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void refuses_a_shelf_that_no_station_has(int units) {
    assertThatThrownBy(() -> DaysLeft.of(twoADay(), units, TODAY))
        .hasMessageContaining(units + " units on the shelf");
    assertThatThrownBy(() -> LeftOver.at(twoADay(), units, TODAY, TODAY))
        .hasMessageContaining(units + " units");
  }

  @Test
  void refuses_a_date_that_is_past() {
    assertThatThrownBy(() -> LeftOver.at(twoADay(), 5, TODAY, TODAY.minusDays(1)))
        .hasMessageContaining("a date that is not past");
  }

  private static DemandModel twoADay() {
    int[] days = new int[200];
    Arrays.setAll(days, day -> new int[] {1, 3, 2, 2, 0, 4}[day % 6]);
    return DemandModel.fit(DemandSeries.ofDays(MONDAY, days));
  }
}
