package org.yizhan.hub.store;

import java.time.Instant;
import java.util.Optional;
import org.yizhan.wire.Entry;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Sequence;

/**
 * A fact the hub holds.
 *
 * @param resolvedAt when it happened by trusted time, or empty while that is unknown
 */
public record KeptFact(
    JournalId journal, Sequence sequence, Entry entry, Optional<Instant> resolvedAt) {}
