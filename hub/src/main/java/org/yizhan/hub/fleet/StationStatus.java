package org.yizhan.hub.fleet;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.yizhan.station.BilingualText;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;
import org.yizhan.wire.Presence;

/**
 * One station as the hub sees it.
 *
 * @param zone the station's local time, by its profile; pages and days are told in it
 * @param latest the station's last word about itself, however old
 * @param lastSeen when that word, or a fact, last arrived
 * @param backlog facts still at the station, as it last said
 * @param recordsBegin when its oldest journal began: of the time before, nothing is known
 * @param recordsUntil while facts are still at the station, when the newest that is here happened:
 *     of the time after, nothing is known; empty when all are here
 */
public record StationStatus(
    StationId id,
    BilingualText name,
    UnionPlace place,
    ZoneId zone,
    UsableNow usable,
    Optional<Presence.Snapshot> latest,
    boolean connected,
    Optional<Instant> lastSeen,
    OptionalLong backlog,
    Optional<Instant> recordsBegin,
    Optional<Instant> recordsUntil) {}
