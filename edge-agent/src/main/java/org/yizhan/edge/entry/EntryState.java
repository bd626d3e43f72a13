package org.yizhan.edge.entry;

/** What the door remembers between scans. Immutable; its parts are bounded. */
public record EntryState(Tries tries, RecentVisitors recent) {
  public static final EntryState FRESH = new EntryState(Tries.FULL, RecentVisitors.NOBODY);
}
