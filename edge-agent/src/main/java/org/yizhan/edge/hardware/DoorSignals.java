package org.yizhan.edge.hardware;

import org.yizhan.edge.station.StationEffect.Signal;

/** Light and buzzer at the door. */
public interface DoorSignals {
  /** Shows the pattern without waiting for its end. */
  void show(Signal.Pattern pattern);
}
