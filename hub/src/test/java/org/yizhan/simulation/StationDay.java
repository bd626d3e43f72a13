package org.yizhan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.uplink.Outbox.Sending;
import org.yizhan.hub.intake.Arrival;
import org.yizhan.hub.intake.Refill;
import org.yizhan.hub.intake.Verdict;
import org.yizhan.simulation.Faults.Kind;
import org.yizhan.station.StationId;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Envelope;
import org.yizhan.wire.EnvelopeLabel;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Order.Acknowledge;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;
import org.yizhan.wire.WireCodec;

/**
 * One station-day: everything goes wrong that its seed draws, then the weather clears, the backlog
 * drains, and the hub must hold what the card holds, each fact once, folded as a twin that nothing
 * ever happened to folds it.
 */
final class StationDay implements AutoCloseable {
  private static final long BEGINS_MS = Instant.parse("2026-11-22T00:00:00Z").toEpochMilli();
  private static final long DAY_MS = 86_400_000L;
  private static final int SETTLING_STEPS_MAX = 20_000;

  private final SplittableRandom random;
  private final Path folder;
  private final StationId id;
  private final LivingStation station;
  private final HubReplica hub;
  private final HubReplica twin;
  private final Faults faults;
  private final Network<Sending> up;
  private final Network<Presence> words;
  private final Network<Acknowledge> down;
  private final Map<JournalId, Long> promised = new LinkedHashMap<>();
  private @Nullable Path yesterday;
  private String lastSent = "";
  private long nowMs = BEGINS_MS;
  private boolean foul = true;

  /** A day at the hub and beside the twin of a world. */
  StationDay(long seed, IssuedPasses passes, SharedHub world) {
    this.random = new SplittableRandom(seed);
    this.folder = world.folder();
    this.id = new StationId("day-" + seed);
    this.hub = world.hub();
    this.twin = world.twin();
    this.faults = world.faults();
    station =
        new LivingStation(
            random.split(), world.profile(), passes.trusted(), passes.texts(), faults, nowMs);
    up = new Network<>(random.split(), faults);
    words = new Network<>(random.split(), faults);
    down = new Network<>(random.split(), faults);
  }

  void run() {
    while (nowMs < BEGINS_MS + DAY_MS) {
      nowMs += random.nextLong(500, 600_000);
      for (int events = random.nextInt(6); events > 0; events--) {
        nowMs += random.nextLong(10, 6_000);
        station.live(nowMs);
        exchange();
      }
      strike();
      exchange();
    }
    settle();
    judge();
  }

  /** What may go wrong between two moments. */
  private void strike() {
    switch (random.nextInt(160)) {
      case 0 -> crashStation();
      case 1 -> {
        faults.count(Kind.HUB_CRASHED);
        hub.restart();
      }
      case 2 -> {
        faults.count(Kind.CONNECTION_CUT);
        station.disconnect();
        up.cut();
        words.cut();
        down.cut();
      }
      case 3 -> yesterday = hub.backUp(folder.resolve("yesterday.db"));
      case 4 -> {
        if (yesterday != null) {
          restore(yesterday);
        }
      }
      default -> station.sync();
    }
  }

  /** An older hub promises less; the station refills it. */
  private void restore(Path copy) {
    long before = hub.held(id);
    hub.restore(copy);
    faults.count(Kind.HUB_RESTORED_FROM_OLD_COPY);
    for (long lost = before - hub.held(id); lost > 0; lost--) {
      faults.count(Kind.FACTS_LOST_BY_THE_HUB);
    }
    promised.clear();
  }

  private void crashStation() {
    station.crash(nowMs);
    up.cut();
    words.cut();
    down.cut();
  }

  /** One round of the network: connect, send, receive, answer. */
  private void exchange() {
    if (!station.isConnected() && (!foul || random.nextInt(3) > 0)) {
      station.connect();
      words.send(nowMs, station.presence(nowMs), foul);
    }
    station.send(nowMs).ifPresent(this::sendUp);
    nowMs += random.nextLong(20, 900);
    for (Presence word : words.arrivedBy(nowMs)) {
      Map<JournalId, Sequence> cursors = hub.receive(id, word);
      if (word instanceof Presence.Online online) {
        Refill.of(online.now(), cursors).forEach(this::refill);
      }
    }
    for (Sending sending : up.arrivedBy(nowMs)) {
      answer(sending);
    }
    for (Acknowledge answer : down.arrivedBy(nowMs)) {
      station.heed(answer, nowMs);
    }
  }

  private void sendUp(Sending sending) {
    EnvelopeLabel label = sending.label();
    String range = label.journal() + " " + label.first();
    if (range.equals(lastSent)) {
      faults.count(Kind.ENVELOPE_SENT_AGAIN);
    }
    lastSent = range;
    up.send(nowMs, sending, foul);
  }

  private void refill(Acknowledge lacking) {
    faults.count(Kind.REFILL_ASKED);
    down.send(nowMs, lacking, foul);
  }

  private void answer(Sending sending) {
    EnvelopeLabel label = sending.label();
    Verdict verdict =
        hub.receive(new Arrival(id, label, WireCodec.writeEnvelope(sending.envelope())));
    switch (verdict) {
      case Verdict.Rejected rejected -> throw new AssertionError("refused: " + rejected);
      case Verdict.Duplicate _ -> faults.count(Kind.DUPLICATE_REFUSED);
      case Verdict.Gap _ -> faults.count(Kind.GAP_REFUSED);
      case Verdict.Accepted accepted -> {
        if (accepted.skip() > 0) {
          faults.count(Kind.OVERLAP_TRIMMED);
        }
      }
    }
    long next = verdict.next().value();
    assertThat(next)
        .as("the hub never takes back what it acknowledged")
        .isGreaterThanOrEqualTo(promised.getOrDefault(label.journal(), 1L));
    promised.put(label.journal(), next);
    down.send(nowMs, new Acknowledge(label.journal(), verdict.next(), label.attempt()), foul);
  }

  /** Fair weather: everything the card holds must reach the hub within a bounded time. */
  private void settle() {
    foul = false;
    station.sync();
    station.disconnect();
    for (int step = 0; step < SETTLING_STEPS_MAX; step++) {
      nowMs += 1_000;
      exchange();
      if (step % 50 == 49) {
        words.send(nowMs, station.presence(nowMs), false);
      }
      if (step > 60 && station.backlog() == 0) {
        return;
      }
    }
    throw new AssertionError("the backlog never drained: " + station.describe());
  }

  private void judge() {
    Map<JournalId, List<Entry>> truth = station.card().synced();
    Map<String, List<String>> expected = new LinkedHashMap<>();
    truth.forEach(
        (journal, entries) -> {
          if (!entries.isEmpty()) {
            expected.put(journal.value(), numbered(entries));
          }
        });
    assertThat(hub.facts(id)).containsExactlyInAnyOrderEntriesOf(expected);
    truth.forEach(this::feedTwin);
    assertThat(hub.folded(id)).isEqualTo(twin.folded(id));
  }

  private static List<String> numbered(List<Entry> entries) {
    List<String> numbered = new ArrayList<>();
    for (Entry entry : entries) {
      String body = new String(WireCodec.writeEntry(entry), StandardCharsets.UTF_8);
      numbered.add((numbered.size() + 1) + " " + body);
    }
    return numbered;
  }

  private void feedTwin(JournalId journal, List<Entry> entries) {
    for (int from = 0; from < entries.size(); from += Envelope.ENTRIES_MAX) {
      List<Entry> part =
          entries.subList(from, Math.min(entries.size(), from + Envelope.ENTRIES_MAX));
      Envelope envelope = new Envelope(journal, new Sequence(from + 1L), part);
      EnvelopeLabel label = new EnvelopeLabel(journal, envelope.first(), part.size(), 1);
      twin.receive(new Arrival(id, label, WireCodec.writeEnvelope(envelope)));
    }
  }

  @Override
  public void close() {
    HubReplica.delete(folder.resolve("yesterday.db"));
  }
}
