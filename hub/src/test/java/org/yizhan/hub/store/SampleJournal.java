package org.yizhan.hub.store;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.pass.PassKind;
import org.yizhan.station.StationId;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.Fact;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.Visitor;
import org.yizhan.wire.WireCodec;

/** One journal of one station, as a test writes it. Begins with {@code JournalOpened}. */
public final class SampleJournal {
  /** 2026-11-02 08:00 UTC. */
  public static final long BEGAN_MS = 1_793_606_400_000L;

  private final StationId station;
  private final JournalId id;
  private final long beganMs;
  private final List<Entry> entries = new ArrayList<>();
  private long attempt;

  private SampleJournal(StationId station, JournalId id, long beganMs) {
    this.station = station;
    this.id = id;
    this.beganMs = beganMs;
  }

  /** A journal whose id is drawn from {@code random}, begun at {@link #BEGAN_MS}. */
  public static SampleJournal of(String station, RandomGenerator random) {
    String id = "%016x%016x".formatted(random.nextLong(), random.nextLong());
    SampleJournal journal = new SampleJournal(new StationId(station), new JournalId(id), BEGAN_MS);
    return journal.at(0, new Fact.JournalOpened("1.0", HardwareKind.SIMULATED, 1));
  }

  /** The same, but its clock is not trusted when it opens. */
  public static SampleJournal withoutTime(String station, RandomGenerator random) {
    SampleJournal journal = of(station, random);
    journal.entries.clear();
    return journal.at(0, false, new Fact.JournalOpened("1.0", HardwareKind.SIMULATED, 1));
  }

  /** Appends the entries of another journal but its first {@code skip}. */
  public SampleJournal copy(SampleJournal other, int skip) {
    entries.addAll(other.entries.subList(skip, other.entries.size()));
    return this;
  }

  public StationId station() {
    return station;
  }

  public JournalId id() {
    return id;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Appends a fact so many milliseconds after the beginning, by a trusted clock. */
  public SampleJournal at(long sinceMs, Fact fact) {
    return at(sinceMs, true, fact);
  }

  /** The same, with a clock that may be a guess, then years off. */
  public SampleJournal at(long sinceMs, boolean trusted, Fact fact) {
    entries.add(
        new Entry(new Moment(sinceMs, trusted ? beganMs + sinceMs : sinceMs, trusted), fact));
    return this;
  }

  /** A whole visit by pass: in after {@code sinceMs}, out two minutes later. */
  public SampleJournal visit(long sinceMs, String visitor) {
    return at(sinceMs, new Fact.PassAdmitted(new Visitor(visitor), PassKind.PHONE, true, 900))
        .at(sinceMs + 2_000, new Fact.DoorOpened())
        .at(sinceMs + 3_000, new Fact.PersonEntered(1))
        .at(sinceMs + 6_000, new Fact.DoorClosed())
        .at(sinceMs + 120_000, new Fact.PersonLeft(1));
  }

  /** All facts in one envelope. */
  public Arrival whole() {
    return arrival(1, entries.size());
  }

  /** The facts numbered {@code from} to {@code to}, both included, where each fills one number. */
  public Arrival arrival(int from, int to) {
    Envelope envelope = new Envelope(id, new Sequence(from), entries.subList(from - 1, to));
    return arrival(envelope);
  }

  /** Any envelope of this station, labelled as it is. */
  public Arrival arrival(Envelope envelope) {
    long count = envelope.next().value() - envelope.first().value();
    EnvelopeLabel label = new EnvelopeLabel(envelope.journal(), envelope.first(), count, ++attempt);
    return new Arrival(station, label, WireCodec.writeEnvelope(envelope));
  }

  /** A body of one's own under a label of {@code count} numbers. */
  public Arrival unreadable(int first, int count, byte[] body) {
    return new Arrival(station, new EnvelopeLabel(id, new Sequence(first), count, ++attempt), body);
  }
}
