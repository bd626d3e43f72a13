package org.yizhan.edge.hardware.simulated;

import static org.yizhan.edge.fixtures.TestProfiles.CONTACT;

import org.junit.jupiter.api.BeforeEach;
import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.hardware.BinaryInputContract;
import org.yizhan.edge.hardware.FixtureInput;

class SimulatedContactTest extends BinaryInputContract {
  private final SimulatedStation station = new SimulatedStation(TestProfiles.simulated());

  @BeforeEach
  void open_the_door() {
    become(false);
  }

  @Override
  protected FixtureInput<Boolean> input() {
    return station.input(CONTACT);
  }

  @Override
  protected void become(boolean active) {
    station.moveDoor(!active);
  }
}
