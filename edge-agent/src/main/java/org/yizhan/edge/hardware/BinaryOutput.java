package org.yizhan.edge.hardware;

/** A part that is on or off: the lock's relay, a light, a buzzer. Off until told otherwise. */
public interface BinaryOutput {
  /**
   * Takes the part, switched off.
   *
   * @throws HardwareException when the part is not there or may not be used
   */
  void open();

  /**
   * Switches the part.
   *
   * @throws HardwareException when the part is not open or does not obey
   */
  void set(boolean on);

  /** Lets go of the part, switched off. Closing twice is harmless. Never throws. */
  void close();
}
