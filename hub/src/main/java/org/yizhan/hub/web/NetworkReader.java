package org.yizhan.hub.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.hub.catalogue.Catalogue;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.hub.usage.UsageChart;
import org.yizhan.hub.web.view.OverviewView;
import org.yizhan.hub.web.view.PlaceChoice;
import org.yizhan.hub.web.view.Pulse;
import org.yizhan.hub.web.view.StationView;
import org.yizhan.hub.web.view.Texts;
import org.yizhan.station.StationId;

/** Reads what the network's pages and their live parts show. Blocks on the database. */
final class NetworkReader {
  /** Where no station says otherwise. */
  static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

  private static final int FACTS_READ = 200;
  private static final int PAST_DAYS = 29;
  private static final int PASTS_KEPT = 256;
  private static final Duration PAST_LIFE = Duration.ofMinutes(10);

  private final Readings readings;
  private final Catalogue catalogue;
  private final Map<String, Past> pasts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Past> eldest) {
          return size() > PASTS_KEPT;
        }
      };

  /** Hours before today: read seldom, since the past changes little and adds up many rows. */
  private record Past(LocalDate today, Instant readAt, List<HourlyVisits> hours) {}

  NetworkReader(Readings readings, Catalogue catalogue) {
    this.readings = readings;
    this.catalogue = catalogue;
  }

  OverviewView overview(String place, Instant now, Texts t) {
    List<StationStatus> all = readings.stations(now);
    ZoneId zone = zoneOf(all, place);
    return OverviewView.of(
        all,
        place,
        today("place " + place, zone, now, (from, to) -> readings.visitsByHour(place, from, to)),
        readings.visitsByHourOfEach(Pulse.begin(now), now),
        now,
        t);
  }

  Optional<StationView> station(StationId id, Instant now, Texts t) {
    return readings.station(id, now).map(status -> stationView(status, now, t));
  }

  private StationView stationView(StationStatus status, Instant now, Texts t) {
    StationId id = status.id();
    return StationView.of(
        new StationView.Readings(
            status,
            readings.stock(id, now),
            catalogue.items(),
            readings.lastFacts(id, FACTS_READ),
            today(
                "station " + id,
                status.zone(),
                now,
                (from, to) -> readings.visitsByHour(id, from, to))),
        now,
        t);
  }

  /** Today's visits beside the usual ones. */
  OverviewView.Today today(
      String key, ZoneId zone, Instant now, BiFunction<Instant, Instant, List<HourlyVisits>> read) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant midnight = today.atStartOfDay(zone).toInstant();
    List<HourlyVisits> hours = new ArrayList<>(past(key, today, midnight, now, read));
    hours.addAll(read.apply(midnight, now.plus(Duration.ofHours(1))));
    return new OverviewView.Today(
        UsageChart.todaySoFar(hours, zone, now), UsageChart.usuallyByNow(hours, zone, now));
  }

  private List<HourlyVisits> past(
      String key,
      LocalDate today,
      Instant midnight,
      Instant now,
      BiFunction<Instant, Instant, List<HourlyVisits>> read) {
    synchronized (pasts) {
      Past kept = pasts.get(key);
      if (kept != null
          && kept.today().equals(today)
          && kept.readAt().plus(PAST_LIFE).isAfter(now)) {
        return kept.hours();
      }
    }
    List<HourlyVisits> hours = read.apply(midnight.minus(Duration.ofDays(PAST_DAYS)), midnight);
    synchronized (pasts) {
      pasts.put(key, new Past(today, now, hours));
    }
    return hours;
  }

  /** The zone most stations of a place keep. */
  static ZoneId zoneOf(List<StationStatus> stations, String place) {
    return stations.stream()
        .filter(station -> PlaceChoice.holds(place, station))
        .map(StationStatus::zone)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(USUAL_ZONE);
  }
}
