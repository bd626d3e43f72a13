package org.yizhan.hub.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * That a station's shelf needs somebody: something is low, will be, or expires.
 *
 * @param since when the hub saw the first of it that still stands
 * @param acknowledged who said last that somebody sees to it
 */
public record Need(Instant since, Optional<StandingMatter.Acknowledged> acknowledged) {}
