package org.yizhan.hub.store.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.hub.store.SampleJournal;

/**
 * A program that commits as fast as it can and says after each commit what is held; to be killed.
 */
final class CommittingChild {
  static final int VISITS = 6_000;

  private CommittingChild() {}

  /** The same journal for the same seed, in the child and in the test that kills it. */
  static SampleJournal journal(long seed) {
    SampleJournal journal = SampleJournal.of("kiosk-1", new Random(seed));
    for (int i = 1; i <= VISITS; i++) {
      journal.visit(i * 600_000L, "%016x".formatted(i));
    }
    return journal;
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    SampleJournal journal = journal(Long.parseLong(arguments[1]));
    try (HubDatabase database = HubDatabase.open(Path.of(arguments[0]));
        SqliteFactStore store = SqliteFactStore.on(database, InstantSource.system())) {
      int facts = journal.entries().size();
      int next = 1;
      while (next <= facts) {
        Verdict verdict =
            store.commit(List.of(journal.arrival(next, Math.min(facts, next + 2)))).getFirst();
        next = Math.toIntExact(verdict.next().value());
        System.out.println(next);
      }
    }
  }
}
