package org.yizhan.hub.notice;

import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/** The station a notice is about, with what is needed to name it and to find its people. */
public record StationRef(StationId id, BilingualText name, UnionPlace place) {}
