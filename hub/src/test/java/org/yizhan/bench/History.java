package org.yizhan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.hub.store.sqlite.SqliteFactStore;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.WireCodec;

/** A hub's file with a long history, kept and folded by the hub's own store. */
final class History {
  private static final int STATIONS = 500;
  private static final int FACTS_EACH = 200;
  private static final int ENVELOPES_PER_COMMIT = 20;

  private History() {}

  /** Fills a file until it has at least so many bytes, and gives the number of facts in it. */
  static long write(Path file, long bytes) {
    long beganMs = System.currentTimeMillis() - Duration.ofDays(400).toMillis();
    List<FactMix> mixes = new ArrayList<>();
    for (int number = 0; number < STATIONS; number++) {
      mixes.add(new FactMix(number, beganMs));
    }
    long first = 1;
    try (HubDatabase database = HubDatabase.open(file);
        SqliteFactStore store = SqliteFactStore.on(database, InstantSource.system())) {
      while (Files.size(file) < bytes) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int number = 0; number < STATIONS; number++) {
          arrivals.add(arrival(number, first, mixes.get(number)));
          if (arrivals.size() == ENVELOPES_PER_COMMIT) {
            var _ = store.commit(arrivals);
            arrivals.clear();
          }
        }
        first += FACTS_EACH;
      }
    } catch (IOException e) {
      throw new BenchException(file + " cannot be written: " + e.getMessage(), e);
    }
    return STATIONS * (first - 1);
  }

  private static Arrival arrival(int number, long first, FactMix mix) {
    JournalId journal = new JournalId("%032x".formatted(number + 1L));
    Envelope envelope = new Envelope(journal, new Sequence(first), mix.next(FACTS_EACH));
    return new Arrival(
        StationLoad.stationNumbered(number),
        new EnvelopeLabel(journal, new Sequence(first), FACTS_EACH, 1),
        WireCodec.writeEnvelope(envelope));
  }
}
