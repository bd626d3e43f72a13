package org.yizhan.hub.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.hub.stock.HowSure.Between;
import org.yizhan.hub.stock.HowSure.Exact;
import org.yizhan.hub.stock.HowSure.MaybeFewer;
import org.yizhan.hub.stock.HowSure.Unsure;
import org.yizhan.hub.stock.Movement.Change;
import org.yizhan.hub.stock.Movement.Counted;
import org.yizhan.hub.stock.Movement.Measured;
import org.yizhan.hub.stock.Movement.Restocked;
import org.yizhan.hub.stock.Movement.Taken;
import org.yizhan.hub.stock.Movement.WrittenOff;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.WriteOffReason;

/** How far a level is believed, by what it stands on, how old that is and what contradicts it. */
class HowSureTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final ItemCode WATER = new ItemCode("water-550ml");

  private final List<Movement> movements = new ArrayList<>();

  @Test
  void a_count_of_today_is_exact_and_so_is_what_was_put_in_after_it() {
    happened(0, new Counted(60));
    happened(0, restocked(24));

    assertThat(sure()).isEqualTo(new Exact());
  }

  @Test
  void a_scale_is_sure_but_for_its_rounding_however_long_ago_it_changed() {
    happened(12, new Measured(23));

    assertThat(sure()).isEqualTo(new Between(22, 24));
    assertThat(sure().saysMoreThan(23)).isFalse();
  }

  @Test
  void a_scale_that_was_off_may_be_off_again() {
    happened(9, new Counted(30));
    happened(8, new Measured(30));
    happened(2, new Counted(20));
    happened(1, new Measured(29));

    assertThat(sure()).isEqualTo(new Between(8, 30));
  }

  @Test
  void the_scale_of_a_station_nobody_hears_knows_no_more_than_a_count() {
    for (int day = 40; day > 5; day--) {
      happened(day, new Measured(300 - (40 - day) * 5));
    }

    assertThat(sure(TODAY)).isEqualTo(new Between(129, 131));
    assertThat(sure(TODAY.minusDays(6)))
        .isInstanceOfSatisfying(
            Between.class,
            between -> {
              assertThat(between.low()).isBetween(80, 100);
              assertThat(between.high()).isBetween(100, 120);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 10})
  void a_count_of_days_ago_is_as_sure_as_the_usual_demand(int daysAgo) {
    countedDaily(daysAgo, 6);
    int left = units();

    HowSure sure = sure();

    assertThat(sure)
        .isInstanceOfSatisfying(
            Between.class,
            between -> {
              int middle = (between.low() + between.high()) / 2;
              assertThat(middle).isBetween(left - 7 * daysAgo, left - 5 * daysAgo);
              assertThat(between.high()).isLessThanOrEqualTo(left);
            });
  }

  @Test
  void the_older_a_count_the_wider_the_range() {
    int before = 0;
    for (int daysAgo : new int[] {1, 4, 9}) {
      movements.clear();
      countedDaily(daysAgo, 6);
      Between between = (Between) sure();
      assertThat(between.high() - between.low()).as("%d days ago", daysAgo).isGreaterThan(before);
      before = between.high() - between.low();
    }
  }

  @Test
  void what_was_recorded_as_taken_is_not_expected_to_be_taken_once_more() {
    countedDaily(5, 6);
    Between before = (Between) sure();
    for (int bottle = 0; bottle < 30; bottle++) {
      happened(1, new Taken(1));
    }

    Between after = (Between) sure();

    assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
    assertThat(after.high()).isEqualTo(units());
  }

  @Test
  void without_a_known_demand_there_may_be_fewer_and_nobody_can_say_how_many() {
    happened(3, new Counted(60));

    assertThat(sure()).isEqualTo(new MaybeFewer());
  }

  @Test
  void a_count_of_a_quarter_of_a_year_ago_says_little() {
    countedDaily(91, 6);

    assertThat(sure()).isEqualTo(new MaybeFewer());
  }

  @Test
  void an_empty_shelf_stays_empty() {
    happened(30, new Counted(0));

    assertThat(sure()).isEqualTo(new Exact());
  }

  @Test
  void where_things_are_put_in_without_a_word_there_may_be_more_as_well() {
    happened(9, new Counted(10));
    happened(3, new Counted(40));

    assertThat(sure()).isEqualTo(new Unsure());
  }

  @Test
  void after_more_was_taken_than_was_there_the_shelf_may_hold_that_much_more() {
    happened(0, new Counted(3));
    happened(0, new Taken(5));
    happened(0, restocked(10));

    assertThat(sure()).isEqualTo(new Between(10, 12));
  }

  @Test
  void what_nobody_counted_stays_unknown() {
    happened(0, restocked(24));

    assertThat(sure()).isEqualTo(new Unsure());
  }

  @Test
  void whatever_happened_a_range_lies_about_its_level_and_never_below_nothing() {
    Random random = new Random(20_261_127);
    for (int round = 0; round < 2_000; round++) {
      movements.clear();
      for (int i = random.nextInt(25); i >= 0; i--) {
        happened(random.nextInt(60), change(random));
      }
      movements.sort(Movement.IN_TIME);
      Shelf shelf = Shelf.of(Shelf.Evidence.of(movements));
      LocalDate heard = TODAY.minusDays(random.nextInt(20));

      if (sure(heard) instanceof Between(int low, int high)) {
        assertThat(low).isNotNegative();
        assertThat(high).isGreaterThanOrEqualTo(low);
        assertThat(low).isLessThanOrEqualTo(shelf.units().orElseThrow());
      }
    }
  }

  private static Change change(Random random) {
    int units = random.nextInt(40);
    return switch (random.nextInt(5)) {
      case 0 -> new Counted(units);
      case 1 -> new Measured(units);
      case 2 -> restocked(1 + units);
      case 3 -> new Taken(1 + units);
      default -> new WrittenOff(1 + units, WriteOffReason.DAMAGED, Optional.empty());
    };
  }

  /** Counted each day and filled up again, until so many days ago; usually so many are taken. */
  private void countedDaily(int untilDaysAgo, int taken) {
    for (int day = untilDaysAgo + 30; day >= untilDaysAgo; day--) {
      happened(day, new Counted(100 - taken - day % 2));
      if (day > untilDaysAgo) {
        happened(day, restocked(taken + day % 2));
      }
    }
  }

  private static Change restocked(int units) {
    return new Restocked(units, Optional.empty(), Optional.empty());
  }

  private void happened(int daysAgo, Change change) {
    long noon = TODAY.minusDays(daysAgo).atTime(LocalTime.of(8, 0)).atZone(ZONE).toEpochSecond();
    long number = movements.size() + 1L;
    movements.add(new Movement(number, WATER, noon * 1_000 + number, change));
  }

  private int units() {
    return Shelf.of(Shelf.Evidence.of(movements)).units().orElseThrow();
  }

  private HowSure sure() {
    return sure(TODAY);
  }

  private HowSure sure(LocalDate heard) {
    int units = Shelf.of(Shelf.Evidence.of(movements)).units().orElse(0);
    return Outlook.of(movements, units, heard, ZONE, TODAY, 0).sure().orElseThrow();
  }
}
