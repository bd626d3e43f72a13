package org.yizhan.edge.panel;

import java.util.Map;
import org.yizhan.edge.loop.LoopFigures;
import org.yizhan.edge.uplink.UplinkStatus;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Presence;

/**
 * Everything the panel, the meters and {@code station status} show of a running station.
 *
 * @param stock units on the shelves that have a scale, as far as they are known
 * @param alive whether the loop answers
 */
public record StationReport(
    StationProfile profile,
    Presence.Snapshot now,
    Map<ItemCode, Integer> stock,
    UplinkStatus uplink,
    LoopFigures figures,
    boolean alive) {}
