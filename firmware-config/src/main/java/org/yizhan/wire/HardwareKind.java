package org.yizhan.wire;

/** Whether a station's parts are real. A single simulated part makes the station SIMULATED. */
public enum HardwareKind {
  REAL,
  SIMULATED
}
