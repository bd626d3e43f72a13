package org.yizhan.hub.store.sqlite;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yizhan.station.ProfileReader;
import org.yizhan.station.ProfileReading;
import org.yizhan.station.StationProfile;

/** Profiles of the registry, each text read once. A quarantined station has none. */
public final class Profiles {
  private final Map<Integer, Known> byStation = new ConcurrentHashMap<>();

  private record Known(String yaml, Optional<StationProfile> profile) {}

  public Optional<StationProfile> read(int station, String yaml) {
    Known known = byStation.get(station);
    if (known == null || !known.yaml.equals(yaml)) {
      known = new Known(yaml, parse(yaml));
      byStation.put(station, known);
    }
    return known.profile;
  }

  private static Optional<StationProfile> parse(String yaml) {
    return yaml.isEmpty() || !(ProfileReader.read(yaml) instanceof ProfileReading.Read read)
        ? Optional.empty()
        : Optional.of(read.profile());
  }
}
