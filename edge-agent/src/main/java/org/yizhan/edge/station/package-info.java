/**
 * The station's mind: {@code Station.step(state, event)} gives the next state and the effects to
 * perform. Pure: no I/O, no threads, no clock; time comes in with each event. Start at {@link
 * StationEvent} and {@link StationEffect}.
 */
@NullMarked
package org.yizhan.edge.station;

import org.jspecify.annotations.NullMarked;
