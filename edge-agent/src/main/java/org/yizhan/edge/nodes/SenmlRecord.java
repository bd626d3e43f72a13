package org.yizhan.edge.nodes;

/**
 * A resolved record of a pack (RFC 8428 section 4.6) with a number in it.
 *
 * @param name base name and name together
 * @param unit the record's unit, else the base unit; empty when neither is given
 * @param value base value and value together
 * @param time seconds: from 2²⁸ on since 1970, below it relative to now (section 4.5.3)
 */
record SenmlRecord(String name, String unit, double value, double time) {
  private static final double ABSOLUTE_FROM = 1 << 28;

  boolean isAbsolute() {
    return time >= ABSOLUTE_FROM;
  }
}
