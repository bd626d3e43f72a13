package org.yizhan.edge.occupancy;

import org.yizhan.wire.Moment;

/**
 * What one presence sensor says since when.
 *
 * @param stuck it has said the same for longer than anybody stays; not believed until it changes
 */
record Sensed(boolean somebody, Moment since, boolean stuck) {
  Sensed believedToBeStuck() {
    return new Sensed(somebody, since, true);
  }
}
