/**
 * Everything bolted to the station, behind small ports: {@code .simulated}, {@code .serial} and
 * {@code .pi} each adapt them. Adapters turn the world into {@link
 * org.yizhan.edge.station.StationEvent}s and never decide anything. Start at {@link
 * StationHardware}.
 */
@NullMarked
package org.yizhan.edge.hardware;

import org.jspecify.annotations.NullMarked;
