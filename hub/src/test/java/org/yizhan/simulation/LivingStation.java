package org.yizhan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.station.Station;
import org.yizhan.edge.station.StationEffect;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationState;
import org.yizhan.edge.station.Step;
import org.yizhan.edge.uplink.Outbox;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.simulation.Faults.Kind;
import org.yizhan.station.Celsius;
import org.yizhan.station.FixtureName;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.Fact;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.JournalId;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Order.Acknowledge;
import org.yizhan.wire.Presence;

/**
 * The agent's real mind and outbox on a card that can crash, with a clock that drifts and jumps.
 */
final class LivingStation {
  private static final FixtureName SCANNER = new FixtureName("door-scanner");
  private static final FixtureName DOOR = new FixtureName("front-contact");
  private static final FixtureName BEAMS = new FixtureName("door-beams");
  private static final FixtureName CLIMATE = new FixtureName("room-climate");
  private static final long DRIFT_PPM_MAX = 200;
  private static final long JUMP_MS = 60_000;

  private final RandomGenerator random;
  private final Faults faults;
  private final StationProfile profile;
  private final VisitorKey key;
  private final TrustedPassState trusted;
  private final List<String> passes;
  private final Card card = new Card();
  private Card.OpenJournal journal;
  private Outbox outbox;
  private StationState state;
  private long bootedMs;
  private long wallErrorMs;
  private long driftPpm;
  private boolean clockTrusted;
  private boolean doorOpen;
  private boolean connected;

  LivingStation(
      RandomGenerator random,
      StationProfile profile,
      TrustedPassState trusted,
      List<String> passes,
      Faults faults,
      long nowMs) {
    this.faults = faults;
    this.trusted = trusted;
    this.passes = passes;
    this.random = random;
    this.profile = profile;
    this.key = new VisitorKey(hex(32));
    bootedMs = nowMs;
    clockTrusted = random.nextBoolean();
    journal = card.open(new JournalId(hex(16)));
    outbox = new Outbox(journal);
    state = freshMind(nowMs);
    journal.append(at(nowMs), new Fact.JournalOpened("simulation", HardwareKind.SIMULATED, 0));
  }

  /** Power goes and comes back: what was not synced is lost, and a new journal begins. */
  void crash(long nowMs) {
    faults.count(Kind.STATION_CRASHED);
    for (int lost = journal.unsynced(); lost > 0; lost--) {
      faults.count(Kind.UNSYNCED_WRITE_LOST);
    }
    bootedMs = nowMs;
    driftPpm = random.nextLong(-DRIFT_PPM_MAX, DRIFT_PPM_MAX + 1);
    clockTrusted = random.nextInt(3) > 0;
    wallErrorMs = clockTrusted ? random.nextLong(-400, 400) : -random.nextLong(86_400_000);
    if (!clockTrusted) {
      faults.count(Kind.CLOCK_UNTRUSTED);
    }
    connected = false;
    doorOpen = false;
    journal = card.open(new JournalId(hex(16)));
    outbox = new Outbox(journal);
    state = freshMind(nowMs);
    journal.append(at(nowMs), new Fact.JournalOpened("simulation", HardwareKind.SIMULATED, 0));
  }

  private StationState freshMind(long nowMs) {
    return StationState.atStart(at(nowMs), profile, trusted, Map.of(), key);
  }

  /** Something happens at the door, or time merely passes. */
  void live(long nowMs) {
    Moment at = at(nowMs);
    switch (random.nextInt(12)) {
      case 0 -> {
        if (random.nextInt(4) == 0) { // as many scans a day as an ordinary station has
          showPass(at, random.nextInt(passes.size()));
        }
      }
      case 1 ->
          assertThat(take(new StationEvent.PassScanned(at, SCANNER, "nonsense", 0)))
              .as("nonsense opens")
              .isFalse();
      case 2, 3, 4, 5 -> {
        doorOpen = !doorOpen;
        take(new StationEvent.DoorMoved(at, DOOR, doorOpen));
      }
      case 6, 7 -> walkThrough(at, random.nextBoolean());
      case 8 ->
          take(
              new StationEvent.ClimateRead(
                  at,
                  CLIMATE,
                  Celsius.of(random.nextDouble(5, 36)),
                  new RelativeHumidity(random.nextInt(101))));
      case 9 -> setClock(nowMs);
      default -> take(new StationEvent.Tick(at));
    }
    take(new StationEvent.Tick(at));
  }

  /** The last one is revoked; any other opens whatever network, hub and card are doing. */
  private void showPass(Moment at, int number) {
    boolean revoked = number == passes.size() - 1;
    boolean released = take(new StationEvent.PassScanned(at, SCANNER, passes.get(number), 0));
    assertThat(released).as("the lock lets pass %d in", number).isEqualTo(!revoked);
    faults.count(revoked ? Kind.REVOKED_PASS_REFUSED : Kind.PASS_ADMITTED);
  }

  private void walkThrough(Moment at, boolean inwards) {
    var outer = StationEvent.BeamChanged.Side.OUTER;
    var inner = StationEvent.BeamChanged.Side.INNER;
    var first = inwards ? outer : inner;
    var second = inwards ? inner : outer;
    take(new StationEvent.BeamChanged(at, BEAMS, first, true));
    take(new StationEvent.BeamChanged(at, BEAMS, second, true));
    take(new StationEvent.BeamChanged(at, BEAMS, first, false));
    take(new StationEvent.BeamChanged(at, BEAMS, second, false));
  }

  private void setClock(long nowMs) {
    long before = at(nowMs).wallMs();
    clockTrusted = true;
    wallErrorMs = random.nextLong(-300, 300) - driftMs(nowMs);
    long stepped = at(nowMs).wallMs() - before;
    if (Math.abs(stepped) > JUMP_MS) {
      faults.count(Kind.CLOCK_JUMPED);
    }
    take(new StationEvent.ClockSet(at(nowMs), stepped));
  }

  private long driftMs(long nowMs) {
    return (nowMs - bootedMs) * driftPpm / 1_000_000;
  }

  /** Whether it released the lock. */
  private boolean take(StationEvent event) {
    Step step = Station.step(state, event);
    state = step.state();
    boolean released = false;
    for (StationEffect effect : step.effects()) {
      if (effect instanceof StationEffect.AppendFact(Fact fact)) {
        journal.append(event.at(), fact);
      }
      released |= effect instanceof StationEffect.ReleaseLock;
    }
    return released;
  }

  /** The disk catches up. */
  void sync() {
    journal.sync();
  }

  void connect() {
    connected = true;
    outbox.connected();
  }

  void disconnect() {
    connected = false;
    outbox.disconnected();
  }

  boolean isConnected() {
    return connected;
  }

  Optional<Outbox.Sending> send(long nowMs) {
    return outbox.next(nowMs - bootedMs);
  }

  void heed(Acknowledge answer, long nowMs) {
    outbox.heed(answer, nowMs - bootedMs);
  }

  Presence presence(long nowMs) {
    return new Presence.Online(
        nowMs,
        Station.snapshot(
            state,
            at(nowMs),
            "simulation",
            HardwareKind.SIMULATED,
            journal.held(),
            journal.backlog()));
  }

  long backlog() {
    return journal.backlog();
  }

  Card card() {
    return card;
  }

  private Moment at(long nowMs) {
    return new Moment(
        nowMs - bootedMs, Math.max(0, nowMs + wallErrorMs + driftMs(nowMs)), clockTrusted);
  }

  private String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  List<String> describe() {
    return List.of("connected " + connected, "backlog " + backlog());
  }
}
