package org.yizhan.hub.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.store.Readings;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.hub.usage.UsageChart;
import org.yizhan.hub.web.view.PlaceChoice;
import org.yizhan.station.StationId;

/**
 * Which visits somebody wants to see.
 *
 * @param station one station, or empty for all of {@code place}
 * @param place a part of the union tree; empty is the whole network
 * @param from first local day
 * @param to last local day, inclusive
 * @param problem why the days asked for could not be taken; then {@code from} and {@code to} are
 *     the usual ones
 */
record UsageWish(
    Optional<StationStatus> station,
    String place,
    ZoneId zone,
    LocalDate from,
    LocalDate to,
    Optional<String> problem) {
  private static final int USUAL_DAYS = 28;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  /**
   * Reads {@code of} (a place, or {@code @station}), {@code place}, {@code station} and the days.
   */
  static UsageWish of(Visit visit, List<StationStatus> all) {
    String of = visit.query("of");
    String wanted = of.startsWith("@") ? of.substring(1) : visit.query("station");
    Optional<StationStatus> station =
        wanted.isEmpty() ? Optional.empty() : Optional.of(find(visit, all, wanted));
    String place =
        station.isPresent()
            ? ""
            : NetworkPages.place(visit, of.isEmpty() ? visit.query("place") : of);
    ZoneId zone =
        station.map(StationStatus::zone).orElseGet(() -> NetworkReader.zoneOf(all, place));
    LocalDate today = visit.now().atZone(zone).toLocalDate();
    UsageWish usual =
        new UsageWish(
            station, place, zone, today.minusDays(USUAL_DAYS - 1L), today, Optional.empty());
    return usual.within(visit);
  }

  private static StationStatus find(Visit visit, List<StationStatus> all, String wanted) {
    StationId id = NetworkPages.station(visit, wanted);
    return all.stream()
        .filter(status -> status.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(visit.texts().say("problem.station")));
  }

  private UsageWish within(Visit visit) {
    try {
      LocalDate last = visit.query("to").isEmpty() ? to : LocalDate.parse(visit.query("to"));
      LocalDate first =
          visit.query("from").isEmpty()
              ? last.minusDays(USUAL_DAYS - 1L)
              : LocalDate.parse(visit.query("from"));
      if (first.isBefore(EARLIEST) || last.isAfter(LATEST)) {
        return with(visit.texts().say("usage.problem.day"));
      }
      if (first.isAfter(last)) {
        return with(visit.texts().say("usage.problem.order"));
      }
      if (last.toEpochDay() - first.toEpochDay() >= UsageChart.DAYS_MAX) {
        return with(visit.texts().say("usage.problem.long", UsageChart.DAYS_MAX));
      }
      return new UsageWish(station, place, zone, first, last, Optional.empty());
    } catch (DateTimeParseException e) {
      return with(visit.texts().say("usage.problem.day"));
    }
  }

  private UsageWish with(String why) {
    return new UsageWish(station, place, zone, from, to, Optional.of(why));
  }

  /** The first of these days that lies after the records begin: before it, nothing is known. */
  LocalDate firstKnownDay(List<StationStatus> all, LocalDate end) {
    return all.stream()
        .filter(status -> station.map(one -> one.id().equals(status.id())).orElse(true))
        .filter(status -> PlaceChoice.holds(place, status))
        .flatMap(status -> status.recordsBegin().stream())
        .min(Instant::compareTo)
        .map(begin -> begin.atZone(zone).toLocalDate())
        .filter(begin -> begin.isAfter(from) && !begin.isAfter(end))
        .orElse(from);
  }

  /** The last of these days that has begun; of the future nothing is known either. */
  LocalDate lastKnownDay(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return to.isAfter(today) && !from.isAfter(today) ? today : to;
  }

  /** The hours of the days asked for. */
  List<HourlyVisits> read(Readings readings) {
    var begin = from.atStartOfDay(zone).toInstant();
    var end = to.plusDays(1).atStartOfDay(zone).toInstant();
    return station
        .map(status -> readings.visitsByHour(status.id(), begin, end))
        .orElseGet(() -> readings.visitsByHour(place, begin, end));
  }
}
