package org.yizhan.edge.station;

import org.yizhan.edge.entry.EntryState;
import org.yizhan.edge.entry.VisitorKey;

/**
 * What the door knows of those who come.
 *
 * @param key this month's secret
 */
record Entrance(VisitorKey key, EntryState entry) {}
