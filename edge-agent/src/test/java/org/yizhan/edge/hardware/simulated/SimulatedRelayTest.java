package org.yizhan.edge.hardware.simulated;

import static org.yizhan.edge.fixtures.TestProfiles.LOCK;

import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.hardware.BinaryOutput;
import org.yizhan.edge.hardware.BinaryOutputContract;

class SimulatedRelayTest extends BinaryOutputContract {
  private final SimulatedStation station = new SimulatedStation(TestProfiles.simulated());

  @Override
  protected BinaryOutput output() {
    return station.output(LOCK);
  }

  @Override
  protected boolean isOn() {
    return station.isOn(LOCK);
  }
}
