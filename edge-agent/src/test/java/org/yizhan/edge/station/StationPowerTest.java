package org.yizhan.edge.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.station.StationEffect.SwitchPower;
import org.yizhan.edge.station.StationEvent.BeamChanged;
import org.yizhan.edge.station.StationEvent.BeamChanged.Side;
import org.yizhan.edge.station.StationEvent.DoorMoved;
import org.yizhan.edge.station.StationEvent.PresenceSensed;
import org.yizhan.edge.station.StationEvent.Tick;
import org.yizhan.edge.time.Moments;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.PowerUse;
import org.yizhan.wire.Moment;

/** The heater of a room that the station knows to be empty at the start of each test: it is off. */
class StationPowerTest {
  private static final FixtureName HEATER = new FixtureName("heater");

  private final List<SwitchPower> switched = new ArrayList<>();
  private StationState state;
  private long nowMs;

  StationPowerTest() {
    List<Fixture> fixtures = new ArrayList<>(TestProfiles.simulated().fixtures());
    fixtures.add(new Fixture.PowerRelay(HEATER, TestProfiles.SIMULATED, PowerUse.WHILE_OCCUPIED));
    state =
        StationState.atStart(
            Moments.at(0),
            TestProfiles.with(fixtures),
            Passes.trusted(),
            Map.of(),
            new VisitorKey("0b".repeat(32)));
  }

  @BeforeEach
  void the_room_is_empty() {
    moveDoor(false);
    sense(false);
    rest(30);
    assertThat(switched)
        .containsExactly(new SwitchPower(HEATER, true), new SwitchPower(HEATER, false));
    switched.clear();
  }

  @Test
  void the_second_of_two_who_came_side_by_side_kept_no_warmth_when_the_first_left() {
    pass("10 11 01 00");
    pass("01 11 10 00");
    int counted = state.occupancy().people();

    for (int minute = 0; minute < 30; minute++) {
      sense(true);
      nowMs += 3_000;
      sense(false);
      rest(1);
    }

    assertThat(counted).isZero();
    assertThat(switched).containsExactly(new SwitchPower(HEATER, true));
  }

  @Test
  void a_host_who_opened_with_a_key_and_left_the_door_open_never_had_power() {
    moveDoor(true);
    sense(true);
    rest(60);

    assertThat(switched).containsExactly(new SwitchPower(HEATER, true));
  }

  @Test
  void a_door_that_stands_open_gave_no_power_while_the_radar_was_blind() {
    moveDoor(true);
    rest(60);
    boolean on = switched.equals(List.of(new SwitchPower(HEATER, true)));
    moveDoor(false);
    rest(30);

    assertThat(on).isTrue();
    assertThat(switched).last().isEqualTo(new SwitchPower(HEATER, false));
  }

  @Test
  void a_sleeper_who_woke_and_moved_stayed_without_power() {
    pass("10 11 01 00");
    rest(30);
    List<SwitchPower> asleep = List.copyOf(switched);
    switched.clear();

    sense(true);
    nowMs += 3_000;
    sense(false);

    assertThat(asleep).last().isEqualTo(new SwitchPower(HEATER, false));
    assertThat(switched).containsExactly(new SwitchPower(HEATER, true));
  }

  private void pass(String beams) {
    moveDoor(true);
    for (String both : beams.split(" ", -1)) {
      nowMs += 200;
      happens(new BeamChanged(now(), TestProfiles.BEAMS, Side.OUTER, both.charAt(0) == '1'));
      happens(new BeamChanged(now(), TestProfiles.BEAMS, Side.INNER, both.charAt(1) == '1'));
    }
    moveDoor(false);
  }

  private void moveDoor(boolean open) {
    happens(new DoorMoved(now(), TestProfiles.CONTACT, open));
  }

  private void sense(boolean somebody) {
    happens(new PresenceSensed(now(), TestProfiles.RADAR, somebody));
  }

  private void rest(int minutes) {
    for (int second = 0; second < minutes * 60; second++) {
      nowMs += 1_000;
      happens(new Tick(now()));
    }
  }

  private Moment now() {
    return Moments.at(nowMs);
  }

  private void happens(StationEvent event) {
    Step step = Station.step(state, event);
    state = step.state();
    for (StationEffect effect : step.effects()) {
      if (effect instanceof SwitchPower power) {
        switched.add(power);
      }
    }
  }
}
