package org.yizhan.wire;

import java.util.List;

/**
 * A batch of consecutive entries of one journal. The first entry has number {@code first}; each
 * next one follows after {@link Entry#numbers()}.
 */
public record Envelope(JournalId journal, Sequence first, List<Entry> entries) {
  public static final int ENTRIES_MAX = 500;
  public static final int BYTES_MAX = 128 * 1024;

  public Envelope {
    entries = List.copyOf(entries);
    if (entries.isEmpty() || entries.size() > ENTRIES_MAX) {
      throw new IllegalArgumentException("an envelope has 1 to " + ENTRIES_MAX + " facts");
    }
  }

  /** The number after the last one this envelope fills. */
  public Sequence next() {
    long numbers = 0;
    for (Entry entry : entries) {
      numbers = Math.addExact(numbers, entry.numbers());
    }
    return first.plus(numbers);
  }
}
