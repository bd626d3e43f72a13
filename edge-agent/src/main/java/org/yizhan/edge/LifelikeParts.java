package org.yizhan.edge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.yizhan.edge.AgentOptions.Lifelike;
import org.yizhan.edge.desired.DesiredState;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Schedule;
import org.yizhan.edge.hardware.simulated.LifelikePlan;
import org.yizhan.edge.hardware.simulated.LifelikeStation;
import org.yizhan.edge.hardware.simulated.SimulatedStation;
import org.yizhan.edge.journal.JournalLimits;
import org.yizhan.edge.journal.SqliteJournal;
import org.yizhan.edge.past.LivedPast;
import org.yizhan.edge.time.ClockTrust;
import org.yizhan.edge.time.StationClock;
import org.yizhan.edge.time.SystemClock;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;

/** The made-up everyday life of simulated parts: first its past, once, then its present. */
final class LifelikeParts {
  private final StationProfile profile;
  private final LifelikePlan plan;
  private final Map<FixtureName, Integer> shelves;

  private LifelikeParts(
      StationProfile profile, LifelikePlan plan, Map<FixtureName, Integer> shelves) {
    this.profile = profile;
    this.plan = plan;
    this.shelves = shelves;
  }

  /**
   * Lives through the past days if the station has no journal yet; that takes seconds.
   *
   * @throws AgentTrouble when the station has no simulated part, or its passes cannot be read
   */
  static LifelikeParts live(
      Lifelike options, Path data, StationProfile profile, DesiredState desired)
      throws AgentTrouble {
    try {
      LifelikePlan plan = LifelikePlan.read(data, options.seed(), options.bustle());
      Path journals = data.resolve("journal");
      if (options.pastDays() == 0 || Files.exists(journals.resolve(SqliteJournal.FILE_NAME))) {
        return new LifelikeParts(profile, plan, Map.of());
      }
      Instant now = new SystemClock(data, ClockTrust.SIMULATION).now().wall();
      LivedPast past =
          new LivedPast(
              Agent.VERSION,
              profile,
              desired.trusted(),
              desired.applied(),
              plan,
              data,
              wall -> new SqliteJournal(journals, JournalLimits.STATION, wall));
      Instant began = now.minus(Duration.ofDays(options.pastDays()));
      return new LifelikeParts(profile, plan, past.live(began, now));
    } catch (HardwareException trouble) {
      throw new AgentTrouble(String.valueOf(trouble.getMessage()));
    }
  }

  /** Begins the present; it goes on until stopped. */
  LifelikeStation start(SimulatedStation station, StationClock clock, Schedule schedule) {
    LifelikeStation life = new LifelikeStation(plan, profile, station, clock, schedule, shelves);
    life.start();
    return life;
  }
}
