package org.yizhan.hub.intake;

import org.yizhan.station.StationId;
import org.yizhan.wire.EnvelopeLabel;

/**
 * One envelope as it came from the network. The station is the one its certificate names.
 *
 * @param body compact JSON, at most {@code Envelope.BYTES_MAX} bytes, not yet read; not copied and
 *     never changed
 */
@SuppressWarnings("ArrayRecordComponent") // hot path: read once, compared never
public record Arrival(StationId station, EnvelopeLabel label, byte[] body) {}
