package org.yizhan.hub.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.stock.Movement.Change;
import org.yizhan.hub.stock.Movement.Counted;
import org.yizhan.hub.stock.Movement.Lent;
import org.yizhan.hub.stock.Movement.Measured;
import org.yizhan.hub.stock.Movement.Restocked;
import org.yizhan.hub.stock.Movement.Returned;
import org.yizhan.hub.stock.Movement.Taken;
import org.yizhan.hub.stock.Movement.WrittenOff;
import org.yizhan.hub.stock.Shelf.Contradiction;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.WriteOffReason;

/** What a level is, whatever is known of the shelf. */
class ShelfTest {
  private static final ItemCode WATER = new ItemCode("water-550ml");

  @Test
  void a_level_nobody_counted_or_weighed_is_unknown_whatever_was_put_in() {
    Shelf shelf = after(restocked(24));

    assertThat(shelf.units()).isEmpty();
  }

  @Test
  void a_count_is_an_anchor_and_what_is_entered_since_is_added_to_it() {
    Shelf shelf = after(new Counted(30), new Taken(10), new Counted(12), restocked(24), damaged(2));

    assertThat(shelf.units()).hasValue(34);
    assertThat(shelf.how()).isEqualTo(StockLevel.Evidence.RECKONED);
    assertThat(shelf.countedMs()).isEqualTo(3);
  }

  @Test
  void what_is_lent_is_off_the_shelf_until_it_is_brought_back() {
    assertThat(after(new Counted(8), new Lent(1), new Lent(1)).units()).hasValue(6);
    assertThat(after(new Counted(8), new Lent(1), new Returned(1)).units()).hasValue(8);
    assertThat(after(new Lent(1), new Counted(7), new Returned(1)).units()).hasValue(8);
  }

  @Test
  void beside_a_scale_a_loan_does_not_move_the_level() {
    assertThat(after(new Measured(8), new Counted(8), new Measured(7), new Lent(1)).units())
        .hasValue(7);
  }

  @Test
  void a_scale_sees_for_itself_what_is_put_in() {
    Shelf shelf = after(new Measured(5), new Counted(5), new Measured(29), restocked(24));

    assertThat(shelf.units()).hasValue(29);
    assertThat(shelf.how()).isEqualTo(StockLevel.Evidence.SCALE);
  }

  @Test
  void a_scale_that_drifted_is_re_zeroed_by_a_count_and_the_contradiction_is_shown() {
    Shelf shelf =
        after(
            new Measured(20), new Counted(20), new Measured(14), new Counted(9), new Measured(13));

    assertThat(shelf.units()).hasValue(8);
    assertThat(shelf.zero()).isEqualTo(-5);
    assertThat(shelf.contradiction())
        .contains(new Contradiction(Contradiction.Kind.SCALE_OFF, 4, 14, 9));
  }

  @Test
  void a_scale_that_is_a_little_off_is_set_without_a_word() {
    Shelf shelf = after(new Measured(20), new Counted(20), new Measured(20), new Counted(19));

    assertThat(shelf.units()).hasValue(19);
    assertThat(shelf.contradiction()).isEmpty();
  }

  @Test
  void more_than_was_ever_put_in_is_a_contradiction_and_the_count_holds() {
    Shelf shelf = after(new Counted(10), restocked(5), new Taken(3), new Counted(20));

    assertThat(shelf.units()).hasValue(20);
    assertThat(shelf.contradiction())
        .contains(new Contradiction(Contradiction.Kind.MORE_THAN_ENTERED, 4, 12, 20));
  }

  @Test
  void fewer_than_reckoned_is_none_because_people_take_without_a_word() {
    assertThat(after(new Counted(10), new Counted(2)).contradiction()).isEmpty();
  }

  @Test
  void a_shelf_is_never_less_than_empty_and_says_that_it_does_not_fit() {
    Shelf shelf = after(new Counted(2), new Taken(3), restocked(4));

    assertThat(shelf.units()).hasValue(4);
    assertThat(shelf.contradiction())
        .contains(new Contradiction(Contradiction.Kind.LESS_THAN_TAKEN, 2, 2, 3));
  }

  @Test
  void a_level_does_not_depend_on_the_order_in_which_it_was_told() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      List<Movement> movements = Samples.movements(random, 1 + random.nextInt(12));
      Shelf inTime = Shelf.of(Shelf.Evidence.of(movements));

      Collections.shuffle(movements, random);

      assertThat(Shelf.of(Shelf.Evidence.of(movements))).isEqualTo(inTime);
      inTime.units().ifPresent(units -> assertThat(units).isNotNegative());
    }
  }

  /** The shelf after these, one a millisecond from 1 on. */
  private static Shelf after(Change... changes) {
    List<Movement> all = new ArrayList<>();
    for (Change change : changes) {
      all.add(new Movement(100 + all.size(), WATER, all.size() + 1L, change));
    }
    return Shelf.of(Shelf.Evidence.of(all));
  }

  private static Change restocked(int units) {
    return new Restocked(units, Optional.empty(), Optional.empty());
  }

  private static Change damaged(int units) {
    return new WrittenOff(units, WriteOffReason.DAMAGED, Optional.empty());
  }
}
