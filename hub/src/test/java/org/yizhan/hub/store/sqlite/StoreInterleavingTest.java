package org.yizhan.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.hub.store.SampleJournal;
import org.yizhan.pass.PassKind;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.Fact;
import org.yizhan.wire.Visitor;
import org.yizhan.wire.WireCodec;

/**
 * Journals of several stations arrive in pieces: repeated, overlapping, out of turn, with restarts
 * between. Whatever happens, each fact is held once, and the numbers are those of a hub to which
 * nothing of the kind happened.
 */
class StoreInterleavingTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(SampleJournal.BEGAN_MS));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void holds_every_fact_once_and_counts_as_an_untroubled_hub_does(long seed) {
    Random random = new Random(seed);
    List<SampleJournal> journals = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(5); i++) {
      journals.add(journal("kiosk-" + random.nextInt(3), random));
    }

    List<String> untroubled = deliverWhole(journals);

    HubDatabase database = HubDatabase.open(folder.resolve("troubled.db"));
    try {
      database = deliverInPieces(database, journals, random);
      for (SampleJournal journal : journals) {
        assertThat(Tables.sequences(database, journal.id().value()))
            .as("seed %d", seed)
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, journal.entries().size()).boxed().toList());
        assertThat(Tables.bodies(database, journal.id().value()))
            .as("seed %d", seed)
            .containsExactlyElementsOf(
                journal.entries().stream()
                    .map(entry -> new String(WireCodec.writeEntry(entry), StandardCharsets.UTF_8))
                    .toList());
      }
      assertThat(Tables.numbers(database)).as("seed %d", seed).isEqualTo(untroubled);

      List<String> before = Tables.folded(database);
      Refold.Outcome outcome = Refold.run(database);
      assertThat(Tables.folded(database)).as("folded again, seed %d", seed).isEqualTo(before);
      assertThat(outcome.unread()).isZero();
    } finally {
      database.close();
    }
  }

  private List<String> deliverWhole(List<SampleJournal> journals) {
    try (HubDatabase database = HubDatabase.open(folder.resolve("untroubled.db"))) {
      try (SqliteFactStore store = SqliteFactStore.on(database, CLOCK)) {
        journals.forEach(journal -> store.commit(List.of(journal.whole())));
      }
      return Tables.numbers(database);
    }
  }

  private static HubDatabase deliverInPieces(
      HubDatabase first, List<SampleJournal> journals, Random random) {
    HubDatabase database = first;
    SqliteFactStore store = SqliteFactStore.on(database, CLOCK);
    long[] next = new long[journals.size()];
    Arrays.fill(next, 1);
    while (!allHeld(next, journals)) {
      List<Arrival> arrivals = new ArrayList<>();
      List<Integer> whose = new ArrayList<>();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        int i = random.nextInt(journals.size());
        whose.add(i);
        arrivals.add(piece(journals.get(i), next[i], random));
      }
      List<Verdict> verdicts = store.commit(arrivals);
      for (int k = 0; k < verdicts.size(); k++) {
        next[whose.get(k)] = verdicts.get(k).next().value();
      }
      if (random.nextInt(12) == 0) {
        store.close();
        Path file = database.file();
        database.close();
        database = HubDatabase.open(file);
        store = SqliteFactStore.on(database, CLOCK);
      }
    }
    store.close();
    return database;
  }

  private static boolean allHeld(long[] next, List<SampleJournal> journals) {
    for (int i = 0; i < next.length; i++) {
      if (next[i] <= journals.get(i).entries().size()) {
        return false;
      }
    }
    return true;
  }

  /** Usually what comes next; now and then too early, too late or twice. */
  private static Arrival piece(SampleJournal journal, long next, Random random) {
    int size = journal.entries().size();
    int from = Math.clamp(next + random.nextInt(7) - 4, 1, size);
    int to = Math.min(size, from + random.nextInt(9));
    return journal.arrival(from, to);
  }

  /** A few hours of a station, its clock trusted at once, later, or never. */
  private static SampleJournal journal(String station, Random random) {
    int trustedFrom = random.nextInt(3) == 0 ? random.nextInt(60) : 0;
    SampleJournal journal =
        trustedFrom == 0
            ? SampleJournal.of(station, random)
            : SampleJournal.withoutTime(station, random);
    long sinceMs = random.nextInt(3_600_000);
    for (int i = 1; i < 10 + random.nextInt(50); i++) {
      sinceMs += random.nextInt(random.nextInt(4) == 0 ? 1_800_000 : 20_000);
      journal.at(sinceMs, i >= trustedFrom, fact(random));
    }
    return journal;
  }

  private static Fact fact(Random random) {
    Visitor visitor = new Visitor("%016x".formatted(random.nextInt(5)));
    return switch (random.nextInt(9)) {
      case 0, 1 ->
          new Fact.PassAdmitted(
              visitor, PassKind.PHONE, random.nextInt(4) != 0, random.nextInt(2_000));
      case 2 -> new Fact.DoorOpened();
      case 3 -> new Fact.DoorClosed();
      case 4 -> new Fact.PersonEntered(1 + random.nextInt(2));
      case 5 -> new Fact.PersonLeft(1 + random.nextInt(2));
      case 6 -> new Fact.OccupancyCorrected(random.nextInt(2));
      case 7 ->
          new Fact.StockMeasured(new ItemCode("item-" + random.nextInt(3)), random.nextInt(50));
      default -> new Fact.ExitPressed();
    };
  }
}
