package org.yizhan.edge;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an agent is run; read once, from the command line.
 *
 * @param data the station's data folder
 * @param panelHost where the status page listens; loopback unless somebody asked for more
 * @param panelPort 0 for any free one
 * @param trustClock whether the operator vouches for this machine's clock
 * @param lifelike how the simulated parts live by themselves; empty when only a script moves them
 */
record AgentOptions(
    Path data, String panelHost, int panelPort, boolean trustClock, Optional<Lifelike> lifelike) {
  static final String LOOPBACK = "127.0.0.1";
  static final int PANEL_PORT = 8090;

  AgentOptions {
    if (panelPort < 0 || panelPort > 65_535) {
      throw new IllegalArgumentException("--panel-port lies between 0 and 65535");
    }
  }

  /**
   * A made-up everyday life.
   *
   * @param seed the same seed makes the same days
   * @param bustle how many times as many people come as to an ordinary station, above 0 to 100
   * @param pastDays days that are lived through before the present begins, on the first start only
   */
  record Lifelike(long seed, double bustle, int pastDays) {
    static final int PAST_DAYS_MAX = 60;

    Lifelike {
      if (!(bustle > 0 && bustle <= 100)) {
        throw new IllegalArgumentException("--bustle lies above 0 and is at most 100");
      }
      if (pastDays < 0 || pastDays > PAST_DAYS_MAX) {
        throw new IllegalArgumentException("--past-days lies between 0 and " + PAST_DAYS_MAX);
      }
    }
  }
}
