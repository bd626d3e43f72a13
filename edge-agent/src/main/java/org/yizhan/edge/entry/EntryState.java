package org.yizhan.edge.entry;

/** What the door remembers between scans. Immutable; its parts are bounded. */
public record EntryState(Tries tries, RecentVisitors recent, Takings takings) {
  public static final EntryState FRESH =
      new EntryState(Tries.FULL, RecentVisitors.NOBODY, Takings.NONE);

  EntryState withTries(Tries next) {
    return new EntryState(next, recent, takings);
  }
}
