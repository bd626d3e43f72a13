package org.yizhan.hub.notify;

import java.time.Instant;
import org.yizhan.hub.notice.MatterKey;
import org.yizhan.hub.notice.Saying;

/**
 * A matter that is not over.
 *
 * @param told to how many addresses it went or waits to go
 * @param acknowledged whether somebody said they see to it
 */
public record StandingMatter(
    MatterKey key, Saying title, Instant began, int told, boolean acknowledged) {}
