package org.yizhan.hub.meters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow;

/** The whole network in a few figures; never one series per station, of which there may be many. */
public final class NetworkMeters {
  private enum Usable {
    YES("yes"),
    NO("no"),
    UNKNOWN("unknown");

    private final String word;

    Usable(String word) {
      this.word = word;
    }
  }

  private final Map<Usable, AtomicLong> stations = new EnumMap<>(Usable.class);
  private final AtomicLong connected = new AtomicLong();
  private final AtomicLong backlog = new AtomicLong();

  public NetworkMeters(MeterRegistry meters) {
    for (Usable usable : Usable.values()) {
      AtomicLong count = new AtomicLong();
      stations.put(usable, count);
      Gauge.builder("yizhan.stations", count, AtomicLong::get)
          .description("Stations by whether a worker can use them now")
          .tag("usable", usable.word)
          .strongReference(true)
          .register(meters);
    }
    Gauge.builder("yizhan.stations.connected", connected, AtomicLong::get)
        .description("Stations with a living connection")
        .strongReference(true)
        .register(meters);
    Gauge.builder("yizhan.stations.backlog.facts", backlog, AtomicLong::get)
        .description("Facts still at the stations, as they last said")
        .strongReference(true)
        .register(meters);
  }

  /** Takes the figures of now; called before each scrape. */
  public void update(List<StationStatus> all) {
    Map<Usable, Long> counts = new EnumMap<>(Usable.class);
    for (StationStatus station : all) {
      counts.merge(usable(station.usable()), 1L, Long::sum);
    }
    stations.forEach((usable, count) -> count.set(counts.getOrDefault(usable, 0L)));
    connected.set(all.stream().filter(StationStatus::connected).count());
    backlog.set(all.stream().mapToLong(station -> station.backlog().orElse(0)).sum());
  }

  private static Usable usable(UsableNow usable) {
    return switch (usable) {
      case UsableNow.Yes _ -> Usable.YES;
      case UsableNow.No _ -> Usable.NO;
      case UsableNow.Unknown _ -> Usable.UNKNOWN;
    };
  }
}
