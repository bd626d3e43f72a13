package org.yizhan.edge.hardware.simulated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;

/** How full the shelves are by the plan, if everybody who had a pass was let in. Pure. */
final class ShelfMemory {
  /** Somebody restocks more often than this. */
  private static final int DAYS_BACK = 4;

  private ShelfMemory() {}

  static Map<FixtureName, Integer> at(LifelikePlan plan, StationProfile profile, Instant now) {
    Map<FixtureName, Integer> units = new HashMap<>();
    List<Fixture.ShelfScale> scales = profile.fixtures(Fixture.ShelfScale.class);
    scales.forEach(scale -> units.put(scale.name(), LifelikeDay.target(profile, scale)));
    if (scales.isEmpty()) {
      return units;
    }
    LocalDate today = LocalDate.ofInstant(now, profile.zone());
    for (LocalDate day = today.minusDays(DAYS_BACK); !day.isAfter(today); day = day.plusDays(1)) {
      for (Act.Timed timed : LifelikeDay.of(plan, profile, day)) {
        if (timed.at().isBefore(now)) {
          apply(timed.act(), units);
        }
      }
    }
    return units;
  }

  private static void apply(Act act, Map<FixtureName, Integer> units) {
    if (act instanceof Act.Take(var scale)) {
      units.computeIfPresent(scale, (_, have) -> Math.max(0, have - 1));
    } else if (act instanceof Act.Restock(var scale, var full)) {
      units.put(scale, full);
    }
  }
}
