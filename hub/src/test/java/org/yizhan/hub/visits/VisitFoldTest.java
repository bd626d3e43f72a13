package org.yizhan.hub.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yizhan.pass.PassKind;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Visitor;

class VisitFoldTest {
  private static final Visitor ANNA = new Visitor("00000000000000aa");
  private static final Visitor BERT = new Visitor("00000000000000bb");
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60_000;

  private long facts;
  private VisitState state = VisitState.EMPTY;
  private final Map<Long, Visit> visits = new TreeMap<>();
  private final List<Visit> counted = new ArrayList<>();

  private VisitFoldTest at(long sinceMs, Fact fact) {
    VisitFold.Step step =
        VisitFold.fold(state, VisitRules.USUAL, ++facts, sinceMs, OptionalLong.of(sinceMs), fact);
    state = step.state();
    step.changed().forEach(visit -> visits.put(visit.number(), visit));
    counted.addAll(step.counted());
    return this;
  }

  private VisitFoldTest admitted(long sinceMs, Visitor visitor) {
    return at(sinceMs, new Fact.PassAdmitted(visitor, PassKind.PHONE, true, 1));
  }

  private VisitFoldTest unwatched(long sinceMs, Visitor visitor) {
    return at(sinceMs, new Fact.PassAdmitted(visitor, PassKind.PHONE, false, 1));
  }

  private List<Evidence> evidence() {
    return visits.values().stream().map(Visit::evidence).toList();
  }

  private Optional<Visit.End> ended(int nth) {
    return List.copyOf(visits.values()).get(nth - 1).ended();
  }

  private List<Ending> endings() {
    return visits.values().stream().flatMap(v -> v.ended().stream()).map(Visit.End::how).toList();
  }

  @Test
  void an_admission_counts_when_the_door_moves_within_fifteen_seconds() {
    admitted(0, ANNA).at(15 * SECOND, new Fact.DoorOpened());

    assertThat(evidence()).containsExactly(Evidence.PASS_AND_DOOR);
    assertThat(counted).hasSize(1);
  }

  @Test
  void an_admission_without_movement_is_kept_and_not_counted() {
    admitted(0, ANNA).at(15 * SECOND + 1, new Fact.DoorOpened());

    assertThat(evidence()).containsExactly(Evidence.ADMISSION_ONLY);
    assertThat(counted).isEmpty();
  }

  @Test
  void where_nothing_watches_the_door_an_admission_is_a_visit_known_by_the_pass_only() {
    unwatched(0, ANNA).unwatched(MINUTE, BERT);

    assertThat(evidence()).containsExactly(Evidence.PASS_ONLY, Evidence.PASS_ONLY);
    assertThat(counted).hasSize(2);
  }

  @Test
  void the_same_pass_again_where_nothing_watches_is_one_visit_and_later_another() {
    unwatched(0, ANNA).unwatched(9 * MINUTE, ANNA).unwatched(19 * MINUTE + 1, ANNA);

    assertThat(evidence()).containsExactly(Evidence.PASS_ONLY, Evidence.PASS_ONLY);
    assertThat(counted).hasSize(2);
  }

  @Test
  void who_tried_a_door_whose_contact_was_then_taken_away_counts_once() {
    admitted(0, ANNA).unwatched(MINUTE, ANNA).admitted(2 * MINUTE, ANNA);
    at(2 * MINUTE + SECOND, new Fact.DoorOpened());

    // as its hour has counted it
    assertThat(evidence()).containsExactly(Evidence.PASS_ONLY);
    assertThat(counted).extracting(Visit::evidence).containsExactly(Evidence.PASS_ONLY);
  }

  @Test
  void the_same_pass_again_within_ten_minutes_is_the_same_visit() {
    admitted(0, ANNA)
        .at(SECOND, new Fact.DoorOpened())
        .admitted(10 * MINUTE, ANNA)
        .at(10 * MINUTE + SECOND, new Fact.DoorOpened());

    assertThat(counted).hasSize(1);
  }

  @Test
  void the_same_pass_later_is_another_visit() {
    admitted(0, ANNA)
        .at(SECOND, new Fact.DoorOpened())
        .admitted(10 * MINUTE + 1, ANNA)
        .at(10 * MINUTE + SECOND, new Fact.DoorOpened());

    assertThat(counted).hasSize(2);
  }

  @Test
  void a_second_try_that_opens_the_door_makes_the_first_visit_count_once() {
    admitted(0, ANNA)
        .admitted(30 * SECOND, ANNA)
        .at(31 * SECOND, new Fact.DoorOpened())
        .at(40 * SECOND, new Fact.DoorClosed());

    assertThat(evidence()).containsExactly(Evidence.PASS_AND_DOOR);
    assertThat(counted).hasSize(1);
  }

  @Test
  void who_follows_through_an_open_door_is_seen_by_the_sensor_only() {
    admitted(0, ANNA)
        .at(SECOND, new Fact.DoorOpened())
        .at(2 * SECOND, new Fact.PersonEntered(1))
        .at(3 * SECOND, new Fact.PersonEntered(1));

    assertThat(evidence()).containsExactly(Evidence.PASS_AND_DOOR, Evidence.SENSOR_ONLY);
    assertThat(counted).hasSize(2);
  }

  @Test
  void two_who_are_admitted_together_are_two_visits_and_not_four() {
    admitted(0, ANNA)
        .admitted(2 * SECOND, BERT)
        .at(3 * SECOND, new Fact.DoorOpened())
        .at(5 * SECOND, new Fact.PersonEntered(2));

    assertThat(evidence()).containsExactly(Evidence.PASS_AND_DOOR, Evidence.PASS_AND_DOOR);
    assertThat(counted).hasSize(2);
  }

  @Test
  void who_came_first_is_taken_to_leave_first() {
    admitted(0, ANNA)
        .at(SECOND, new Fact.DoorOpened())
        .admitted(MINUTE, BERT)
        .at(MINUTE + SECOND, new Fact.DoorOpened())
        .at(5 * MINUTE, new Fact.PersonLeft(1));

    assertThat(ended(1)).contains(new Visit.End(5 * MINUTE, Ending.BEAMS));
    assertThat(ended(2)).isEmpty();
  }

  @Test
  void an_empty_station_ends_all_visits() {
    admitted(0, ANNA)
        .at(SECOND, new Fact.DoorOpened())
        .at(MINUTE, new Fact.PersonEntered(2))
        .at(9 * MINUTE, new Fact.OccupancyCorrected(1))
        .at(10 * MINUTE, new Fact.OccupancyCorrected(0));

    assertThat(endings()).hasSize(visits.size()).containsOnly(Ending.EMPTY);
  }

  @Test
  void an_end_nobody_saw_is_estimated_at_two_hours() {
    admitted(0, ANNA).at(SECOND, new Fact.DoorOpened()).at(5 * 60 * MINUTE, new Fact.DoorOpened());

    assertThat(ended(1)).contains(new Visit.End(120 * MINUTE, Ending.ESTIMATED));
  }

  @Test
  void nobody_leaves_who_never_came_in() {
    admitted(0, ANNA).at(MINUTE, new Fact.PersonLeft(5));

    assertThat(ended(1)).isEmpty();
    assertThat(counted).isEmpty();
  }

  @Test
  void whatever_happens_a_visit_is_counted_once_and_few_are_followed() {
    for (long seed = 1; seed <= 200; seed++) {
      state = VisitState.EMPTY;
      visits.clear();
      counted.clear();
      Random random = new Random(seed);
      long sinceMs = 0;
      for (int i = 0; i < 400; i++) {
        sinceMs += random.nextInt(random.nextInt(20) == 0 ? 4_000_000 : 30_000);
        at(sinceMs, randomFact(random));

        assertThat(state.open()).as("seed %d", seed).hasSizeLessThanOrEqualTo(VisitState.OPEN_MAX);
      }

      assertThat(counted.stream().map(Visit::number)).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(counted).as("seed %d", seed).allMatch(visit -> visit.evidence().isCounted());
      assertThat(visits.values().stream().filter(visit -> visit.evidence().isCounted()))
          .as("seed %d", seed)
          .hasSize(counted.size());
      assertThat(visits.values())
          .as("seed %d", seed)
          .allMatch(
              visit ->
                  visit.ended().isEmpty() || visit.ended().get().sinceMs() >= visit.beganSinceMs());
    }
  }

  private static Fact randomFact(Random random) {
    return switch (random.nextInt(7)) {
      case 0, 1 ->
          new Fact.PassAdmitted(
              new Visitor("%016x".formatted(random.nextInt(6))),
              PassKind.CARD,
              random.nextInt(4) != 0,
              0);
      case 2 -> new Fact.DoorOpened();
      case 3 -> new Fact.DoorClosed();
      case 4 -> new Fact.PersonEntered(1 + random.nextInt(10));
      case 5 -> new Fact.PersonLeft(1 + random.nextInt(10));
      default -> new Fact.OccupancyCorrected(random.nextInt(3));
    };
  }
}
