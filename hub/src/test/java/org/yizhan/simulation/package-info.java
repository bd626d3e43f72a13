/**
 * A station, its card, the network and the hub in one seeded, deterministic world, with everything
 * that can go wrong going wrong. Start at {@code StationSimulation}.
 */
@NullMarked
package org.yizhan.simulation;

import org.jspecify.annotations.NullMarked;
