package org.yizhan.edge.time;

/** Why the wall clock is believed, or that it is not. */
public enum ClockTrust {
  /** Nobody has set it; the last trusted time is the lower bound. */
  NOBODY("nobody has set it since the start of this machine"),
  /** The kernel took it from the kit's battery-backed clock. */
  BATTERY_CLOCK("the kernel took it from a battery-backed clock"),
  /** A time server was heard. */
  TIME_SERVER("a time server was heard"),
  /** Whoever runs the station vouches for it, by {@code --trust-clock}. */
  OPERATOR("its operator vouches for it (--trust-clock)"),
  /** No part of the station is real; the system's clock is good enough for it. */
  SIMULATION("every part of this station is simulated");

  private final String why;

  ClockTrust(String why) {
    this.why = why;
  }

  /** Half a sentence. */
  public String why() {
    return why;
  }

  public boolean isTrusted() {
    return this != NOBODY;
  }
}
