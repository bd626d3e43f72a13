package org.yizhan.edge.climate;

import org.yizhan.station.Celsius;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.wire.Moment;

/** One sensor's reading and when it was taken. */
public record Reading(Moment at, Celsius temperature, RelativeHumidity humidity) {}
