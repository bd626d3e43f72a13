package org.yizhan.edge.hardware.simulated;

import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Thermometer;

/** Answers what it was last set to. Thread-safe. */
final class SimulatedThermometer implements Thermometer {
  private final String name;
  private Reading reading;
  private boolean broken;

  SimulatedThermometer(String name, Reading reading) {
    this.name = name;
    this.reading = reading;
  }

  @Override
  public synchronized Reading read() {
    if (broken) {
      throw new HardwareException("The simulated part " + name + " was told to fail.");
    }
    return reading;
  }

  @Override
  public void close() {
    // nothing is held
  }

  synchronized void set(Reading reading) {
    this.reading = reading;
  }

  synchronized void breakDown(boolean now) {
    broken = now;
  }
}
