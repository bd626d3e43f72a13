package org.yizhan.edge;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.desired.DesiredState;
import org.yizhan.edge.fixtures.FixtureHardware;
import org.yizhan.edge.fixtures.HardwareFactory;
import org.yizhan.edge.hardware.ThreadSchedule;
import org.yizhan.edge.hardware.simulated.LifelikeStation;
import org.yizhan.edge.journal.JournalLimits;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.edge.loop.StationLoop;
import org.yizhan.edge.loop.Timekeeper;
import org.yizhan.edge.loop.VisitorKeys;
import org.yizhan.edge.panel.CommandSocket;
import org.yizhan.edge.panel.PanelServer;
import org.yizhan.edge.panel.RunningStation;
import org.yizhan.edge.station.StationState;
import org.yizhan.edge.time.ClockTrust;
import org.yizhan.edge.time.SystemClock;
import org.yizhan.edge.uplink.PahoUplink;
import org.yizhan.station.Port;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.HardwareKind;

/**
 * One running station. Everything starts in the order in which people need it: the door, the time,
 * the way to the hub, and last what technicians look at. Only a wrong profile or another agent on
 * the same folder keeps it from starting; whatever else fails is told and tried again.
 */
final class Agent implements AutoCloseable {
  static final String VERSION = "0.1.0";

  private static final Logger LOG = System.getLogger(Agent.class.getName());
  private static final Duration OBSERVE_CLOCK_EVERY = Duration.ofSeconds(10);

  private static final int LOOP_ENDS_SECONDS_MAX = 5;

  private final AgentOptions options;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final StationProfile profile;
  private final Optional<LifelikeParts> life;
  private final SystemClock clock;
  private final ThreadSchedule schedule;
  private final FixtureHardware hardware;
  private final SqliteJournal journal;
  private final StationLoop loop;
  private final PahoUplink uplink;
  private final VisitorKeys keys;
  private volatile @Nullable PanelServer panel;
  private boolean closed;

  private Agent(
      AgentOptions options,
      FolderLock lock,
      StationProfile profile,
      DesiredState desired,
      Optional<LifelikeParts> life) {
    this.options = options;
    this.profile = profile;
    this.life = life;
    Path data = options.data();
    this.clock = new SystemClock(data, vouched(options, profile));
    this.schedule = new ThreadSchedule("station");
    this.keys = new VisitorKeys(data, profile.zone(), clock.now());
    this.hardware = HardwareFactory.open(profile, clock, schedule, data);
    this.journal =
        new SqliteJournal(data.resolve("journal"), JournalLimits.STATION, () -> clock.now().wall());
    StationState start =
        StationState.atStart(clock.now(), profile, desired.trusted(), desired.applied(), keys.key())
            .withLevels(desired.levels());
    this.loop = new StationLoop(VERSION, start, clock, hardware, journal, this::presenceChanged);
    this.uplink = new PahoUplink(data, clock, journal, desired, loop::snapshot, loop::offer);
    parts.push(lock);
    parts.push(schedule);
    parts.push(journal);
    parts.push(this::endLoop);
    parts.push(hardware);
  }

  /**
   * Opens the door's part of the station: when this returns, passes are decided.
   *
   * @throws AgentTrouble when there is no usable profile, or another agent runs on the folder
   */
  static Agent open(AgentOptions options) throws AgentTrouble {
    StationProfile own = OwnProfile.read(options.data());
    FolderLock lock = FolderLock.take(options.data());
    DesiredState desired = DesiredState.open(options.data().resolve("desired"), own.id());
    StationProfile profile = desired.profile().orElse(own);
    Optional<LifelikeParts> life = Optional.empty();
    if (options.lifelike().isPresent()) {
      life =
          Optional.of(
              LifelikeParts.live(options.lifelike().get(), options.data(), profile, desired));
    }
    Agent agent = new Agent(options, lock, profile, desired, life);
    agent.loop.start();
    return agent;
  }

  /** Starts the rest: time, uplink, command socket, status page. Returns when all were tried. */
  void startRest() {
    Timekeeper timekeeper = new Timekeeper(clock, schedule, keys, loop::offer);
    timekeeper.start();
    push(timekeeper);
    schedule.after(Duration.ZERO, this::observeClock);
    WarmUp.start();
    uplink.start();
    push(uplink);
    RunningStation desk = new RunningStation(loop, journal, uplink, hardware::simulated, schedule);
    if (life.isPresent() && hardware.simulated().isPresent()) {
      LifelikeStation lifelike = life.get().start(hardware.simulated().get(), clock, schedule);
      push(lifelike::stop);
      hardware.whenRefitted(lifelike::become);
    }
    try {
      push(CommandSocket.open(options.data(), desk, schedule));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "No commands from this computer: {0}", e.getMessage());
    }
    try {
      PanelServer opened = PanelServer.open(options.panelHost(), options.panelPort(), desk);
      panel = opened;
      push(opened);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "No status page: {0}", e.getMessage());
    }
  }

  StationProfile profile() {
    return profile;
  }

  HardwareKind hardwareKind() {
    return hardware.kind();
  }

  /** Where the status page is, if it could be opened. */
  Optional<String> panelAddress() {
    return Optional.ofNullable(panel).map(PanelServer::address);
  }

  /** Ends exceptionally after a programming error in the loop: then start the program anew. */
  CompletableFuture<Void> ended() {
    return loop.ended();
  }

  /** Stops everything, in the reverse order: the journal is flushed last. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "Closing " + part.getClass().getSimpleName() + " failed.", e);
      }
    }
  }

  private void endLoop() throws Exception {
    loop.close();
    var _ = loop.ended().handle((_, _) -> true).get(LOOP_ENDS_SECONDS_MAX, TimeUnit.SECONDS);
  }

  private synchronized void push(AutoCloseable part) {
    parts.push(part);
  }

  private void presenceChanged() {
    uplink.presenceChanged();
  }

  private synchronized void observeClock() {
    if (!closed) {
      clock.observe();
      schedule.after(OBSERVE_CLOCK_EVERY, this::observeClock);
    }
  }

  SystemClock clock() {
    return clock;
  }

  private static ClockTrust vouched(AgentOptions options, StationProfile profile) {
    if (options.trustClock()) {
      return ClockTrust.OPERATOR;
    }
    return isWhollySimulated(profile) ? ClockTrust.SIMULATION : ClockTrust.NOBODY;
  }

  /** A station without one real part runs where the system keeps its time by other means. */
  private static boolean isWhollySimulated(StationProfile profile) {
    return profile.fixtures().stream()
        .allMatch(fixture -> fixture.port() instanceof Port.Simulated);
  }
}
