package org.yizhan.edge.hardware.simulated;

import static org.yizhan.edge.fixtures.TestProfiles.SCANNER;

import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.hardware.DoorScannerContract;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.Scan;

class SimulatedScannerTest extends DoorScannerContract {
  private final SimulatedStation station = new SimulatedStation(TestProfiles.simulated());

  @Override
  protected FixtureInput<Scan> scanner() {
    return station.scanner(SCANNER);
  }

  @Override
  protected void show(String code) {
    station.scan(code, 0);
  }

  @Override
  protected void takeAway() {
    station.fail(SCANNER, true);
  }

  @Override
  protected void bringBack() {
    station.fail(SCANNER, false);
  }
}
