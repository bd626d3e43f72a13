package org.yizhan.station;

/** The kinds of station the unions run. */
public enum StationKind {
  /** A 24-hour kiosk with a door scanner and nobody inside. */
  KIOSK,
  /** A room in somebody else's premises: a bank, a petrol station, a police post. */
  HOSTED,
  /** A shop's fridge with a daily bottle of water. */
  FRIDGE
}
