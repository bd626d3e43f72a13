package org.yizhan.edge.hardware.simulated;

import org.yizhan.edge.hardware.BinaryOutput;
import org.yizhan.edge.hardware.HardwareException;

/** Something that is on or off and can be told to fail. Thread-safe. */
final class SimulatedOutput implements BinaryOutput {
  private final String name;
  private boolean open;
  private boolean on;
  private boolean broken;

  SimulatedOutput(String name) {
    this.name = name;
  }

  @Override
  public synchronized void open() {
    requireWhole();
    open = true;
    on = false;
  }

  @Override
  public synchronized void set(boolean on) {
    requireWhole();
    if (!open) {
      throw new HardwareException("The simulated part " + name + " is not open.");
    }
    this.on = on;
  }

  @Override
  public synchronized void close() {
    open = false;
    on = false;
  }

  synchronized boolean isOn() {
    return on;
  }

  synchronized void breakDown(boolean now) {
    broken = now;
  }

  private void requireWhole() {
    if (broken) {
      throw new HardwareException("The simulated part " + name + " was told to fail.");
    }
  }
}
