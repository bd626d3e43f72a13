package org.yizhan.edge.hardware;

import org.yizhan.station.Celsius;
import org.yizhan.station.RelativeHumidity;

/** A sensor of temperature and humidity that answers when asked. */
public interface Thermometer {
  /**
   * Measures now; may take some tens of milliseconds. A part that was away works again at the next
   * call after it is back.
   *
   * @throws HardwareException when it does not answer or its answer is damaged
   */
  Reading read();

  /** Lets go of the part; a later reading takes it again. Never throws. */
  void close();

  /** One measurement. */
  record Reading(Celsius temperature, RelativeHumidity humidity) {}
}
