package org.yizhan.edge.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.StationHardware;
import org.yizhan.edge.journal.Journal;
import org.yizhan.edge.station.EntryAnswer;
import org.yizhan.edge.station.Station;
import org.yizhan.edge.station.StationEffect;
import org.yizhan.edge.station.StationEffect.AnswerScan;
import org.yizhan.edge.station.StationEffect.AppendFact;
import org.yizhan.edge.station.StationEffect.RefitHardware;
import org.yizhan.edge.station.StationEffect.RefreshPresence;
import org.yizhan.edge.station.StationEffect.ReleaseLock;
import org.yizhan.edge.station.StationEffect.Signal;
import org.yizhan.edge.station.StationEffect.SwitchPower;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationEvent.FixtureFailed;
import org.yizhan.edge.station.StationEvent.FixtureRecovered;
import org.yizhan.edge.station.StationEvent.PassScanned;
import org.yizhan.edge.station.StationState;
import org.yizhan.edge.station.Step;
import org.yizhan.edge.time.StationClock;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.wire.Fact;
import org.yizhan.wire.FaultKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Presence;
import org.yizhan.wire.Sequence;

/**
 * The sole owner of the station's state: takes one event after the other from the inbox, lets
 * {@link Station#step} decide, and performs the effects, door first. Neither a lock nor a journal
 * that fails keeps anybody out: both become faults. Everybody else reads {@link #state}, which
 * never changes under their hands.
 */
public final class StationLoop implements AutoCloseable {
  /** What a failing journal is filed under. */
  static final FixtureName JOURNAL = new FixtureName("journal");

  private static final Logger LOG = System.getLogger(StationLoop.class.getName());
  private static final long TELL_SHED_EVERY = 1_000;

  private final String agentVersion;
  private final StationClock clock;
  private final StationHardware hardware;
  private final Journal journal;
  private final Runnable presenceChanged;
  private final Inbox inbox = new Inbox();
  private final Replies replies = new Replies();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile StationState state;
  private volatile LoopFigures figures = LoopFigures.NONE;
  private boolean lockFailed;
  private boolean journalFailed;

  /**
   * @param start what the station knows at its start, see {@link StationState#atStart}
   * @param presenceChanged told, on the loop's thread, that {@link #snapshot} is worth sending;
   *     must not block
   */
  public StationLoop(
      String agentVersion,
      StationState start,
      StationClock clock,
      StationHardware hardware,
      Journal journal,
      Runnable presenceChanged) {
    this.agentVersion = agentVersion;
    this.state = start;
    this.clock = clock;
    this.hardware = hardware;
    this.journal = journal;
    this.presenceChanged = presenceChanged;
  }

  /** Opens the journal's book with its first fact, then listens to the hardware. Call once. */
  public void start() {
    open();
    Thread.ofVirtual().name("station-loop").start(this::run);
    hardware.start(this::offer);
  }

  /**
   * As {@link #start}, but without a thread of its own: events are handled when the caller says
   * {@link #runWaiting}, so that a simulated past can be lived as fast as the computer can.
   */
  public void startStepped() {
    open();
    hardware.start(this::offer);
  }

  /** Handles what waits on the caller's thread; only after {@link #startStepped}. */
  public void runWaiting() {
    for (Optional<Inbox.Arrived> next = inbox.poll(); next.isPresent(); next = inbox.poll()) {
      handle(next.get());
    }
  }

  private void open() {
    journal.listen(new JournalWatch());
    append(
        clock.now(),
        new Fact.JournalOpened(agentVersion, hardware.kind(), state.profileRevision()));
  }

  /** Puts an event into the inbox, never waiting; false when it had to be shed. */
  public boolean offer(StationEvent event) {
    long shedBefore = inbox.shed();
    boolean taken = inbox.put(event, clock.nanos());
    if (inbox.shed() != shedBefore) {
      tellShed(inbox.shed());
    }
    return taken;
  }

  /**
   * Shows a code with a reply number and gives its decision; fails after five seconds without one.
   *
   * @param show makes the scanner read the code under this reply number
   */
  public CompletableFuture<EntryAnswer> ask(LongConsumer show) {
    return replies.ask(show);
  }

  /** The station as the loop left it; immutable, from any thread. */
  public StationState state() {
    return state;
  }

  /** What the loop has done so far; from any thread. */
  public LoopFigures figures() {
    return figures;
  }

  /** Whether nothing waits in the inbox; from any thread. */
  boolean isIdle() {
    return inbox.waiting() == 0;
  }

  /** What presence says now; from any thread. */
  public Presence.Snapshot snapshot() {
    return Station.snapshot(
        state, clock.now(), agentVersion, hardware.kind(), journal.held(), journal.backlog());
  }

  /**
   * Ends when the loop does: normally after {@link #close}, exceptionally after a programming
   * error, upon which the program must stop and be started anew.
   */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** Takes no more events, finishes those that wait, and ends. */
  @Override
  public void close() {
    inbox.close();
  }

  private void run() {
    try {
      for (Optional<Inbox.Arrived> next = inbox.take(); next.isPresent(); next = inbox.take()) {
        handle(next.get());
      }
      ended.complete(null);
    } catch (InterruptedException e) {
      ended.complete(null);
    } catch (RuntimeException | Error e) {
      ended.completeExceptionally(e);
    }
  }

  private void handle(Inbox.Arrived arrived) {
    StationEvent event = arrived.event();
    Step step = Station.step(state, event);
    int micros = microsSince(arrived.nanos());
    state = step.state();
    for (StationEffect effect : step.effects()) {
      perform(effect, event.at(), micros);
    }
    LoopFigures counted = figures.afterEvent(inbox.shed());
    figures =
        event instanceof PassScanned ? counted.afterDecision(isAdmission(step), micros) : counted;
  }

  private void perform(StationEffect effect, Moment at, int micros) {
    switch (effect) {
      case ReleaseLock release -> releaseLock(release);
      case Signal(var pattern) -> hardware.signals().show(pattern);
      case AppendFact(Fact.PassAdmitted(var visitor, var pass, var watched, _)) ->
          append(at, new Fact.PassAdmitted(visitor, pass, watched, micros));
      case AppendFact(var fact) -> append(at, fact);
      case AnswerScan(var reply, var answer) ->
          replies.answer(reply, new EntryAnswer(answer.refusal(), micros));
      case SwitchPower(var relay, var on) -> hardware.switchPower(relay, on);
      case RefitHardware(var profile) -> hardware.refit(profile);
      case RefreshPresence _ -> presenceChanged.run();
    }
  }

  private void releaseLock(ReleaseLock release) {
    try {
      hardware.lock().release(release.hold());
      if (lockFailed) {
        lockFailed = false;
        offer(new FixtureRecovered(clock.now(), lockName(), FaultKind.LOCK_FAILED));
      }
    } catch (HardwareException e) {
      lockFailed = true;
      offer(new FixtureFailed(clock.now(), lockName(), FaultKind.LOCK_FAILED, message(e)));
    }
  }

  /** Whatever goes wrong with the journal, the door goes on; the fault is raised once. */
  private void append(Moment at, Fact fact) {
    try {
      var _ = journal.append(at, fact);
      if (journalFailed) {
        journalFailed = false;
        offer(new FixtureRecovered(clock.now(), JOURNAL, FaultKind.JOURNAL_FAILED));
      }
    } catch (RuntimeException e) {
      if (!journalFailed) {
        journalFailed = true;
        LOG.log(Level.ERROR, "The journal takes no facts: {0}", message(e));
        offer(new FixtureFailed(clock.now(), JOURNAL, FaultKind.JOURNAL_FAILED, message(e)));
      }
    }
  }

  private FixtureName lockName() {
    return state.profile().fixtures(Fixture.Lock.class).stream()
        .map(Fixture::name)
        .findFirst()
        .orElse(new FixtureName("lock"));
  }

  private int microsSince(long nanos) {
    return Math.clamp((clock.nanos() - nanos) / 1_000, 0, Integer.MAX_VALUE);
  }

  private static boolean isAdmission(Step step) {
    return step.effects().stream().anyMatch(ReleaseLock.class::isInstance);
  }

  private static String message(RuntimeException e) {
    return e.getMessage() != null ? e.getMessage() : e.toString();
  }

  private static void tellShed(long shed) {
    if (shed == 1 || shed % TELL_SHED_EVERY == 0) {
      LOG.log(
          Level.WARNING,
          "More events than the station can follow: {0} shed since the start, telemetry first. Is a"
              + " sensor chattering?",
          shed);
    }
  }

  /** The journal's own troubles, told to the station as faults. */
  private final class JournalWatch implements Journal.Listener {
    @Override
    public void committed(Sequence next) {
      // the uplink's business
    }

    @Override
    public void failed(String why) {
      offer(new FixtureFailed(clock.now(), JOURNAL, FaultKind.JOURNAL_FAILED, why));
    }

    @Override
    public void recovered() {
      offer(new FixtureRecovered(clock.now(), JOURNAL, FaultKind.JOURNAL_FAILED));
    }
  }
}
