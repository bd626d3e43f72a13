package org.yizhan.edge.past;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Function;
import org.yizhan.edge.fixtures.FixtureHardware;
import org.yizhan.edge.fixtures.HardwareFactory;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.simulated.LifelikePlan;
import org.yizhan.edge.hardware.simulated.LifelikeStation;
import org.yizhan.edge.hardware.simulated.SimulatedStation;
import org.yizhan.edge.hardware.simulated.SimulatedTime;
import org.yizhan.edge.journal.Journal;
import org.yizhan.edge.loop.StationLoop;
import org.yizhan.edge.loop.VisitorKeys;
import org.yizhan.edge.station.StationEvent.Tick;
import org.yizhan.edge.station.StationEvent.VisitorKeyDrawn;
import org.yizhan.edge.station.StationState;
import org.yizhan.pass.TrustedPassState;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.OrderKind;

/**
 * Earlier boots of a station, lived one after the other before its present one begins: each has its
 * own journal, its own {@link StationLoop} and a clock that jumps from one thing that happens to
 * the next. The wall times of its facts are those of the past.
 */
public final class LivedPast {
  /**
   * Journals of at most this length; a boot makes a few thousand facts, less than a queue holds.
   */
  private static final Duration BOOT = Duration.ofDays(3);

  /** Nobody is about, so hardly anybody is cut off by the restart. */
  private static final LocalTime RESTART_AT = LocalTime.of(4, 10);

  private static final Duration RESTART_TAKES = Duration.ofSeconds(40);

  /** Coarser than a running agent's second: what a station waits for is no finer in a chart. */
  private static final Duration TICK = Duration.ofSeconds(20);

  private final String agentVersion;
  private final StationProfile profile;
  private final TrustedPassState trusted;
  private final Map<OrderKind, Long> applied;
  private final LifelikePlan plan;
  private final Path data;
  private final Function<InstantSource, Journal> journals;

  /**
   * @param trusted what the station knew all the time; passes must have been valid then to open
   * @param data the station's data folder, for visitor keys
   * @param journals begins a new journal by the given wall clock; called once for each boot
   */
  public LivedPast(
      String agentVersion,
      StationProfile profile,
      TrustedPassState trusted,
      Map<OrderKind, Long> applied,
      LifelikePlan plan,
      Path data,
      Function<InstantSource, Journal> journals) {
    this.agentVersion = agentVersion;
    this.profile = profile;
    this.trusted = trusted;
    this.applied = Map.copyOf(applied);
    this.plan = plan;
    this.data = data;
    this.journals = journals;
  }

  /**
   * Lives from one moment to another.
   *
   * @return the units on each scale in the end, for the {@link LifelikeStation} of the present
   * @throws HardwareException when no part of the station is simulated
   */
  public Map<FixtureName, Integer> live(Instant from, Instant until) {
    Map<FixtureName, Integer> shelves = Map.of();
    Instant begun = from;
    while (begun.isBefore(until)) {
      Instant restart = restartAfter(begun.plus(BOOT));
      Instant end = restart.isBefore(until) ? restart : until;
      shelves = liveBoot(begun, end, shelves);
      begun = end.plus(RESTART_TAKES);
    }
    return shelves;
  }

  /** The last quiet hour before {@code most}. */
  private Instant restartAfter(Instant most) {
    ZonedDateTime quiet = most.atZone(profile.zone()).with(RESTART_AT);
    return quiet.toInstant().isAfter(most) ? quiet.minusDays(1).toInstant() : quiet.toInstant();
  }

  private Map<FixtureName, Integer> liveBoot(
      Instant begun, Instant end, Map<FixtureName, Integer> shelves) {
    SimulatedTime time = new SimulatedTime(begun);
    FixtureHardware hardware = HardwareFactory.open(profile, time, time, data);
    SimulatedStation station =
        hardware
            .simulated()
            .orElseThrow(
                () ->
                    new HardwareException(
                        "A station without simulated parts has no past to live through; give them"
                            + " the port 'simulated' in profile.yaml."));
    LifelikeStation life = new LifelikeStation(plan, profile, station, time, time, shelves);
    VisitorKeys keys = new VisitorKeys(data, profile.zone(), time.now());
    StationState start = StationState.atStart(time.now(), profile, trusted, applied, keys.key());
    try (Journal journal = journals.apply(() -> time.now().wall());
        hardware;
        StationLoop loop =
            new StationLoop(agentVersion, start, time, hardware, journal, () -> {})) {
      loop.startStepped();
      life.start();
      tick(time, keys, loop);
      while (time.runNext(end)) {
        loop.runWaiting();
      }
    }
    return life.shelves();
  }

  private void tick(SimulatedTime time, VisitorKeys keys, StationLoop loop) {
    keys.drawnFor(time.now()).ifPresent(key -> loop.offer(new VisitorKeyDrawn(time.now(), key)));
    loop.offer(new Tick(time.now()));
    time.after(TICK, () -> tick(time, keys, loop));
  }
}
