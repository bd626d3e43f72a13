package org.yizhan.edge.hardware.simulated;

import static org.yizhan.edge.fixtures.TestProfiles.CLIMATE;

import org.yizhan.edge.fixtures.TestProfiles;
import org.yizhan.edge.hardware.Thermometer;
import org.yizhan.edge.hardware.ThermometerContract;
import org.yizhan.station.Celsius;
import org.yizhan.station.RelativeHumidity;

class SimulatedThermometerTest extends ThermometerContract {
  private final SimulatedStation station = new SimulatedStation(TestProfiles.simulated());

  @Override
  protected Thermometer thermometer() {
    return station.thermometer(CLIMATE);
  }

  @Override
  protected void air(double celsius, int percent) {
    station.setClimate(Celsius.of(celsius), new RelativeHumidity(percent));
  }

  @Override
  protected void takeAway() {
    station.fail(CLIMATE, true);
  }

  @Override
  protected void bringBack() {
    station.fail(CLIMATE, false);
  }
}
