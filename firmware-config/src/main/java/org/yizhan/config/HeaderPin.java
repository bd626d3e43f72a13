package org.yizhan.config;

import java.util.Comparator;
import java.util.List;

/**
 * The 40-pin header of every Raspberry Pi since 2014: which pin a GPIO line is on. Source:
 * Raspberry Pi documentation, "GPIO and the 40-pin header"; the same on models 2 to 5 and Zero.
 */
record HeaderPin(int number) {
  /** At index n the pin of GPIO n (BCM). */
  private static final List<Integer> OF_LINE =
      List.of(
          27, 28, 3, 5, 7, 29, 31, 26, 24, 21, 19, 23, 32, 33, 8, 10, 36, 11, 12, 35, 38, 40, 15,
          16, 18, 22, 37, 13);

  private static final List<Integer> GROUNDS = List.of(6, 9, 14, 20, 25, 30, 34, 39);

  static final HeaderPin POWER_3V3 = new HeaderPin(1);

  static HeaderPin ofLine(int line) {
    return new HeaderPin(OF_LINE.get(line));
  }

  /** The ground pin fewest rows away; two pins make a row. */
  HeaderPin nearestGround() {
    return GROUNDS.stream()
        .min(Comparator.comparingInt(ground -> Math.abs((ground + 1) / 2 - (number + 1) / 2)))
        .map(HeaderPin::new)
        .orElseThrow();
  }
}
