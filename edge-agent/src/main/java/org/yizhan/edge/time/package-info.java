/**
 * The agent's one clock, a port for everything that needs the time. Start at {@link StationClock}.
 */
@NullMarked
package org.yizhan.edge.time;

import org.jspecify.annotations.NullMarked;
