package org.yizhan.edge.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.edge.time.Moments;
import org.yizhan.station.DoorPolicy;
import org.yizhan.wire.Fact;

class DoorTest {
  private static final DoorPolicy POLICY = DoorPolicy.USUAL;

  @Test
  void takes_the_first_reading_for_no_movement() {
    Door.Step shut = Door.unknownAt(Moments.at(0)).afterContact(Moments.at(0), false, POLICY);
    Door.Step open = Door.unknownAt(Moments.at(0)).afterContact(Moments.at(0), true, POLICY);

    assertThat(shut.facts()).isEmpty();
    assertThat(open.facts()).isEmpty();
    assertThat(shut.next().isShut()).isTrue();
    assertThat(open.next().isOpen()).isTrue();
  }

  @Test
  void makes_one_fact_of_each_movement_and_none_of_a_repeated_reading() {
    Door.Step opened = shut().afterContact(Moments.at(10), true, POLICY);
    Door.Step still = opened.next().afterContact(Moments.at(20), true, POLICY);
    Door.Step closed = still.next().afterContact(Moments.at(30), false, POLICY);

    assertThat(opened.facts()).containsExactly(new Fact.DoorOpened());
    assertThat(still.facts()).isEmpty();
    assertThat(closed.facts()).containsExactly(new Fact.DoorClosed());
  }

  @ParameterizedTest
  @CsvSource({"14000, false", "15000, false", "15001, true", "60000, true"})
  void finds_a_door_that_did_not_move_after_an_admission(long waitedMs, boolean neverMoved) {
    Door door = shut().afterAdmission(Moments.at(0));

    Door later = door.afterTime(Moments.at(waitedMs), POLICY).next();

    assertThat(later.neverMoved()).isEqualTo(neverMoved);
  }

  @Test
  void finds_the_chained_door_however_often_people_try_again() {
    Door door = shut();

    for (long ms = 0; ms <= 16_000; ms += 1_000) {
      door = door.afterAdmission(Moments.at(ms));
      door = door.afterTime(Moments.at(ms), POLICY).next();
    }

    assertThat(door.neverMoved()).isTrue();
  }

  @Test
  void believes_in_the_door_again_when_it_answers_an_admission() {
    Door stuck = shut().afterAdmission(Moments.at(0)).afterTime(Moments.at(20_000), POLICY).next();

    Door byItself = stuck.afterContact(Moments.at(60_000), true, POLICY).next();
    Door answered =
        stuck
            .afterAdmission(Moments.at(60_000))
            .afterContact(Moments.at(63_000), true, POLICY)
            .next();

    assertThat(byItself.neverMoved()).as("moved from inside").isTrue();
    assertThat(answered.neverMoved()).isFalse();
  }

  @Test
  void expects_nothing_of_a_door_that_stands_open_or_has_no_contact() {
    Door open = shut().afterContact(Moments.at(0), true, POLICY).next();
    Door unknown = Door.unknownAt(Moments.at(0));

    for (Door door : new Door[] {open, unknown}) {
      Door later = door.afterAdmission(Moments.at(0)).afterTime(Moments.at(30_000), POLICY).next();

      assertThat(later.neverMoved()).isFalse();
    }
  }

  @Test
  void calls_once_when_held_open_and_is_calm_once_shut() {
    Door open = shut().afterContact(Moments.at(0), true, POLICY).next();

    Door.Step before = open.afterTime(Moments.at(89_999), POLICY);
    Door.Step held = before.next().afterTime(Moments.at(90_000), POLICY);
    Door.Step stillHeld = held.next().afterTime(Moments.at(91_000), POLICY);
    Door shutAgain = stillHeld.next().afterContact(Moments.at(92_000), false, POLICY).next();

    assertThat(before.next().heldOpen()).isFalse();
    assertThat(held.next().heldOpen()).isTrue();
    assertThat(held.callAttention()).isTrue();
    assertThat(stillHeld.next().heldOpen()).isTrue();
    assertThat(stillHeld.callAttention()).isFalse();
    assertThat(shutAgain.heldOpen()).isFalse();
  }

  @Test
  void makes_facts_that_alternate_whatever_the_contact_says() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Door door = shut();
      boolean open = false;

      for (int reading = 0; reading < 100; reading++) {
        Door.Step step = door.afterContact(Moments.at(reading), random.nextBoolean(), POLICY);
        door = step.next();
        for (Fact fact : step.facts()) {
          open = !open;
          assertThat(fact)
              .as("seed %d, reading %d", seed, reading)
              .isEqualTo(open ? new Fact.DoorOpened() : new Fact.DoorClosed());
        }
      }
    }
  }

  private static Door shut() {
    return Door.unknownAt(Moments.at(0)).afterContact(Moments.at(0), false, POLICY).next();
  }
}
