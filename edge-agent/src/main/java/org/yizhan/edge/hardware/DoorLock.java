package org.yizhan.edge.hardware;

import java.time.Duration;

/** The lock's relay. */
public interface DoorLock {
  /**
   * Releases the lock at once and locks again after {@code hold}; a further release prolongs it.
   *
   * @throws HardwareException when the relay cannot be driven
   */
  void release(Duration hold);
}
