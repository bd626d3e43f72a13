package org.yizhan.edge.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.time.Moments;
import org.yizhan.wire.Fact;

class OccupancyTest {
  private static final long A_MINUTE = 60_000;
  private static final long AN_HOUR = 60 * A_MINUTE;

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "10 11 01 00, 1, one person walks in",
    "01 11 10 00, -1, one person walks out",
    "10 00, 0, a hand in the outer beam",
    "01 00, 0, a hand in the inner beam",
    "10 11 10 00, 0, turns round in the middle",
    "10 11 01 11 10 00, 0, turns round behind both beams",
    "01 11 10 11 01 00, 0, turns round while leaving",
    "10 11 10 11 01 00, 1, hesitates in the middle and walks in",
    "10 11 01 11 01 00, 1, swings a bag behind themselves",
    "10 11 01 11 10 11 01 00, 2, two walk in on each other's heels",
    "01 11 10 11 01 11 10 00, -2, two walk out on each other's heels",
    "10 11 01 00 10 11 01 00, 2, two walk in one after the other",
    "10 11 01 00 01 11 10 00, 0, walks in and out again",
  })
  void reads_the_beams_as(String beams, int people, String what) {
    Doorway doorway = new Doorway();
    doorway.state = doorway.state.withPeople(5, 90, false);

    doorway.pass(beams);

    assertThat(doorway.state.people()).as(what).isEqualTo(5 + people);
  }

  @Test
  void counts_nobody_through_a_shut_door() {
    Doorway doorway = new Doorway();
    doorway.nowMs = A_MINUTE;

    doorway.beams(Doorway.IN);

    assertThat(doorway.state.people()).isZero();
    assertThat(doorway.facts).isEmpty();
  }

  @Test
  void counts_somebody_who_shuts_the_door_behind_them_in_the_beams() {
    Doorway doorway = new Doorway();
    doorway.nowMs = A_MINUTE;
    doorway.moveDoor(true);
    doorway.beams("10 11");
    doorway.moveDoor(false);

    doorway.beams("01 00");

    assertThat(doorway.facts).containsExactly(new Fact.PersonEntered(1));
  }

  @Test
  void follows_a_crowd_exactly_when_every_beam_works() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Doorway doorway = new Doorway();
      int inside = 0;

      for (int move = 0; move < 100; move++) {
        doorway.nowMs += random.nextInt(30_000);
        if (random.nextInt(5) == 0) {
          doorway.pass("10 11 10 00");
        } else if (inside > 0 && random.nextBoolean()) {
          doorway.pass(Doorway.OUT);
          inside--;
        } else {
          doorway.pass(Doorway.IN);
          inside++;
        }
        assertThat(doorway.state.people()).as("seed %d, move %d", seed, move).isEqualTo(inside);
      }
    }
  }

  @Test
  void corrects_a_miscount_once_the_shut_room_was_still_for_long() {
    Doorway doorway = new Doorway();
    doorway.pass(Doorway.IN);
    doorway.facts.clear();

    doorway.rest(Occupancy.EMPTY_AFTER_MS - 1_000);
    int before = doorway.state.people();
    doorway.rest(2_000);

    assertThat(before).isEqualTo(1);
    assertThat(doorway.facts).containsExactly(new Fact.OccupancyCorrected(0));
    assertThat(doorway.state.confidencePercent()).isEqualTo(Confidence.SEEN_EMPTY);
  }

  @Test
  void leaves_somebody_asleep_alone_while_the_radar_sees_them() {
    Doorway doorway = new Doorway();
    doorway.pass(Doorway.IN);
    doorway.sense(true);

    doorway.rest(3 * AN_HOUR);

    assertThat(doorway.state.people()).isEqualTo(1);
  }

  @Test
  void does_not_empty_a_room_whose_door_stands_open() {
    Doorway doorway = new Doorway();
    doorway.pass(Doorway.IN);
    doorway.moveDoor(true);

    doorway.rest(AN_HOUR);

    assertThat(doorway.state.people()).isEqualTo(1);
  }

  @Test
  void supposes_one_person_where_somebody_stirs_and_nobody_was_counted() {
    Doorway doorway = new Doorway();
    doorway.rest(A_MINUTE);
    doorway.sense(true);

    doorway.rest(Occupancy.SOMEBODY_AFTER_MS + 1_000);

    assertThat(doorway.facts).containsExactly(new Fact.OccupancyCorrected(1));
    assertThat(doorway.state.supposed()).isTrue();
  }

  @Test
  void finds_the_second_of_two_who_walked_in_side_by_side() {
    Doorway doorway = new Doorway();
    doorway.pass(Doorway.IN);
    doorway.sense(true);
    doorway.pass(Doorway.OUT);

    doorway.rest(A_MINUTE);

    assertThat(doorway.state.people()).isEqualTo(1);
  }

  @Test
  void stops_believing_a_radar_that_is_never_still() {
    Doorway doorway = new Doorway();
    doorway.sense(true);

    doorway.rest(Occupancy.SENSOR_STUCK_MS + 2_000);

    assertThat(doorway.facts)
        .containsExactly(new Fact.OccupancyCorrected(1), new Fact.OccupancyCorrected(0));
    assertThat(Occupancy.stuck(doorway.state, Moments.at(doorway.nowMs)))
        .containsExactly(TestProfiles.RADAR);
  }

  @Test
  void believes_the_radar_again_when_it_changes() {
    Doorway doorway = new Doorway();
    doorway.sense(true);
    doorway.rest(Occupancy.SENSOR_STUCK_MS + 2_000);

    doorway.sense(false);

    assertThat(Occupancy.stuck(doorway.state, Moments.at(doorway.nowMs))).isEmpty();
  }

  @Test
  void stops_believing_a_radar_that_notices_none_of_five() {
    Doorway doorway = new Doorway();
    for (int person = 0; person < Occupancy.UNSEEN_MAX; person++) {
      doorway.pass(Doorway.IN);
      doorway.rest(A_MINUTE);
    }

    doorway.rest(AN_HOUR);

    assertThat(doorway.state.people()).isEqualTo(Occupancy.UNSEEN_MAX);
    assertThat(Occupancy.stuck(doorway.state, Moments.at(doorway.nowMs)))
        .containsExactly(TestProfiles.RADAR);
  }

  @Test
  void calls_a_beam_stuck_that_stays_interrupted() {
    Doorway doorway = new Doorway();
    doorway.beams("10");

    doorway.rest(Occupancy.BEAM_STUCK_MS);

    assertThat(Occupancy.stuck(doorway.state, Moments.at(doorway.nowMs)))
        .containsExactly(TestProfiles.BEAMS);
  }

  @Test
  void never_counts_below_zero_and_doubts_itself_when_it_should_have() {
    Doorway doorway = new Doorway();
    doorway.rest(Occupancy.EMPTY_AFTER_MS + 2_000);
    int sure = doorway.state.confidencePercent();

    doorway.pass(Doorway.OUT);

    assertThat(doorway.state.people()).isZero();
    assertThat(doorway.state.confidencePercent()).isLessThan(sure - 10);
  }

  @Test
  void always_finds_back_to_the_truth_after_any_night() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Doorway doorway = new Doorway();
      for (int move = 0; move < 60; move++) {
        doorway.nowMs += random.nextInt(10_000);
        switch (random.nextInt(4)) {
          case 0 -> doorway.moveDoor(random.nextBoolean());
          case 1 -> doorway.sense(random.nextBoolean());
          case 2 -> doorway.beams(random.nextBoolean() ? Doorway.IN : Doorway.OUT);
          default -> doorway.beams(random.nextBoolean() ? "10" : "01 00");
        }
        assertThat(doorway.state.people()).as("seed %d", seed).isBetween(0, 500);
        assertThat(doorway.state.confidencePercent()).as("seed %d", seed).isBetween(0, 100);
      }

      doorway.moveDoor(false);
      doorway.sense(true);
      doorway.nowMs += 1_000;
      doorway.sense(false);
      doorway.rest(Occupancy.EMPTY_AFTER_MS + 2_000);

      assertThat(doorway.state.people()).as("seed %d, everybody went home", seed).isZero();
    }
  }

  @Test
  void forgets_a_broken_sensor() {
    Doorway doorway = new Doorway();
    doorway.pass(Doorway.IN);

    doorway.state = Occupancy.without(doorway.state, TestProfiles.RADAR);
    doorway.rest(AN_HOUR);

    assertThat(doorway.state.people()).as("nothing says the room is empty").isEqualTo(1);
  }
}
