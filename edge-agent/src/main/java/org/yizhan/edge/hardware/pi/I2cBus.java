package org.yizhan.edge.hardware.pi;

import org.yizhan.edge.hardware.HardwareException;

/** All that our sensors need of an I2C bus: plain writes and plain reads (UM10204 section 3.1). */
public interface I2cBus {
  /**
   * Writes all bytes in one transfer.
   *
   * @throws HardwareException when the device does not acknowledge or the bus cannot be used
   */
  void write(int address, byte[] bytes);

  /**
   * Reads exactly {@code count} bytes in one transfer.
   *
   * @throws HardwareException when the device does not acknowledge, gives fewer, or the bus cannot
   *     be used
   */
  byte[] read(int address, int count);

  /** Lets go of the device at this address. Never throws. */
  void release(int address);
}
