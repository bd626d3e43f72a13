package org.yizhan.edge.panel;

import java.util.Map;
import org.yizhan.edge.loop.LoopFigures;
import org.yizhan.edge.supply.KnownLevel;
import org.yizhan.edge.uplink.UplinkStatus;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Presence;

/**
 * Everything the panel, the meters and {@code station status} show of a running station.
 *
 * @param stock what stands on the shelves, as far as scales or the hub say
 * @param alive whether the loop answers
 */
public record StationReport(
    StationProfile profile,
    Presence.Snapshot now,
    Map<ItemCode, KnownLevel> stock,
    UplinkStatus uplink,
    LoopFigures figures,
    boolean alive) {}
