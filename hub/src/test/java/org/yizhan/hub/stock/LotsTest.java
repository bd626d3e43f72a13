package org.yizhan.hub.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.stock.Lots.Lot;
import org.yizhan.hub.stock.Movement.Change;
import org.yizhan.hub.stock.Movement.Restocked;
import org.yizhan.hub.stock.Movement.WrittenOff;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.LotCode;
import org.yizhan.wire.WriteOffReason;

/** Which lots are left. */
class LotsTest {
  private static final LocalDate MAY = LocalDate.of(2027, 5, 31);
  private static final LocalDate JULY = LocalDate.of(2027, 7, 31);

  @Test
  void what_is_left_is_of_the_lots_that_expire_last() {
    List<Lot> left = Lots.on(movements(put(20, "A", MAY), put(20, "B", JULY)), 25);

    assertThat(left).containsExactly(lot("A", MAY, 5), lot("B", JULY, 20));
  }

  @Test
  void what_was_taken_off_is_off_its_own_lot() {
    List<Lot> left = Lots.on(movements(put(20, "A", MAY), put(20, "B", JULY), off(20, "B")), 12);

    assertThat(left).containsExactly(lot("A", MAY, 12));
  }

  @Test
  void what_was_taken_off_without_a_lot_is_of_what_expires_first() {
    List<Lot> left = Lots.on(movements(put(10, "A", MAY), put(10, "B", JULY), off(10, "")), 10);

    assertThat(left).containsExactly(lot("B", JULY, 10));
  }

  @Test
  void units_nobody_said_anything_of_are_of_no_known_lot() {
    List<Lot> left = Lots.on(movements(put(5, "A", MAY)), 9);

    assertThat(left)
        .containsExactly(lot("A", MAY, 5), new Lot(Optional.empty(), Optional.empty(), 4));
  }

  @Test
  void lots_always_add_up_to_the_level() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      List<Change> changes = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        String code = List.of("A", "B", "").get(random.nextInt(3));
        int units = 1 + random.nextInt(20);
        changes.add(
            random.nextBoolean()
                ? put(units, code.isEmpty() ? "C" : code, MAY.plusDays(random.nextInt(60)))
                : off(units, code));
      }
      int units = random.nextInt(60);

      List<Lot> left = Lots.on(movements(changes.toArray(Change[]::new)), units);

      assertThat(left.stream().mapToInt(Lot::units).sum()).isEqualTo(units);
      assertThat(left).allMatch(lot -> lot.units() > 0);
    }
  }

  private static Change put(int units, String lot, LocalDate expires) {
    return new Restocked(units, Optional.of(new LotCode(lot)), Optional.of(expires));
  }

  private static Change off(int units, String lot) {
    return new WrittenOff(
        units,
        WriteOffReason.DAMAGED,
        lot.isEmpty() ? Optional.empty() : Optional.of(new LotCode(lot)));
  }

  private static Lot lot(String code, LocalDate expires, int units) {
    return new Lot(Optional.of(new LotCode(code)), Optional.of(expires), units);
  }

  private static List<Movement> movements(Change... changes) {
    List<Movement> all = new ArrayList<>();
    for (Change change : changes) {
      all.add(new Movement(all.size() + 1L, new ItemCode("water-550ml"), all.size(), change));
    }
    return all;
  }
}
