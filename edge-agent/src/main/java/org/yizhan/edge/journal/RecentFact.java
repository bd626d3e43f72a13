package org.yizhan.edge.journal;

import org.yizhan.wire.Entry;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Sequence;

/** A fact as it stands on the card. */
public record RecentFact(JournalId journal, Sequence number, Entry entry) {
  /** How many can be asked for at once. */
  public static final int FACTS_MAX = 1_000;
}
