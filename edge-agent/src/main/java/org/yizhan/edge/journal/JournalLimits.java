package org.yizhan.edge.journal;

import java.time.Duration;

/**
 * The written limits of a journal.
 *
 * @param queueFacts how many facts wait in memory for the card, at most
 * @param cardBytes how much of the card the journal fills, at least 256 KiB; its write-ahead log of
 *     about 1 MiB comes on top
 * @param commitRows how many facts share one commit, at most
 * @param linger how long a commit waits for company; far below the 50 ms a door fact may take
 * @param telemetryWait how long measurements wait for company
 * @param keep how long acknowledged facts stay on the card, for a hub restored from a backup
 * @param keepAtLeast the same when the card gets full
 * @param retryFirst how soon a failed write is tried again; doubles up to {@code retryMost}
 */
public record JournalLimits(
    int queueFacts,
    long cardBytes,
    int commitRows,
    Duration linger,
    Duration telemetryWait,
    Duration keep,
    Duration keepAtLeast,
    Duration retryFirst,
    Duration retryMost) {

  /** For a station: a year of an ordinary station's facts fits into 64 MiB. */
  public static final JournalLimits STATION =
      new JournalLimits(
          10_000,
          64L * 1024 * 1024,
          500,
          Duration.ofMillis(8),
          Duration.ofSeconds(60),
          Duration.ofDays(30),
          Duration.ofDays(8),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30));

  public JournalLimits {
    if (queueFacts < 1 || commitRows < 1 || cardBytes < 256 * 1024) {
      throw new IllegalArgumentException(
          "a journal needs room for a fact in memory and for 256 KiB on the card");
    }
    if (keep.compareTo(keepAtLeast) < 0) {
      throw new IllegalArgumentException("facts are kept at least as long as when space is short");
    }
  }
}
