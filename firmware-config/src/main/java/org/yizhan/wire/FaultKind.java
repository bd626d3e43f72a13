package org.yizhan.wire;

/** What can be broken at a station. */
public enum FaultKind {
  /** A pass was accepted and the door did not move: chained, padlocked or jammed. */
  DOOR_NEVER_MOVED,
  DOOR_HELD_OPEN,
  LOCK_FAILED,
  SCANNER_FAILED,
  SENSOR_FAILED,
  SENSOR_STUCK,
  TOO_COLD,
  TOO_WARM,
  JOURNAL_FAILED,
  CLOCK_UNTRUSTED,
  NODE_SILENT,
  POWER_FAILED,
  /** A power relay does not obey: what hangs on it cannot be switched. */
  POWER_RELAY_FAILED
}
