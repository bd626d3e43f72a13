package org.yizhan.edge.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yizhan.pass.PassKind;
import org.yizhan.station.Celsius;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.Fact;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Visitor;

/** Facts, moments and journals for tests. */
public final class Samples {
  public static final long DAY_MS = Duration.ofDays(1).toMillis();
  private static final long BEGIN_MS = 1_790_000_000_000L;

  /** Quick to commit and to retry, otherwise as on a station. */
  public static final JournalLimits QUICK =
      limits(JournalLimits.STATION.queueFacts(), JournalLimits.STATION.cardBytes());

  private Samples() {}

  public static JournalLimits limits(int queueFacts, long cardBytes) {
    JournalLimits station = JournalLimits.STATION;
    return new JournalLimits(
        queueFacts,
        cardBytes,
        station.commitRows(),
        station.linger(),
        Duration.ofMillis(10),
        station.keep(),
        station.keepAtLeast(),
        Duration.ofMillis(20),
        Duration.ofMillis(50));
  }

  public static Moment at(long ms) {
    return new Moment(ms, BEGIN_MS + ms, true);
  }

  public static Fact opened() {
    return new Fact.JournalOpened("test", HardwareKind.SIMULATED, 1);
  }

  public static Fact admitted(long who) {
    return new Fact.PassAdmitted(new Visitor("%016x".formatted(who)), PassKind.CARD, true, 420);
  }

  public static Fact climate() {
    return new Fact.ClimateMeasured(Celsius.of(21.5), new RelativeHumidity(45));
  }

  public static SqliteJournal open(Path folder) {
    return open(folder, QUICK);
  }

  public static SqliteJournal open(Path folder, JournalLimits limits) {
    return new SqliteJournal(folder, limits, InstantSource.system());
  }

  /** All that the hub does not have, read and acknowledged envelope by envelope. */
  public static List<Envelope> drain(Journal journal) {
    List<Envelope> envelopes = new ArrayList<>();
    Optional<Envelope> next = journal.readUnacknowledged(Envelope.ENTRIES_MAX);
    while (next.isPresent()) {
      envelopes.add(next.get());
      journal.acknowledge(next.get().journal(), next.get().next());
      next = journal.readUnacknowledged(Envelope.ENTRIES_MAX);
    }
    return envelopes;
  }

  public static List<Fact> facts(List<Envelope> envelopes) {
    return envelopes.stream().flatMap(e -> e.entries().stream()).map(Entry::fact).toList();
  }
}
