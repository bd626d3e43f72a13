package org.yizhan.hub.web.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.fleet.UsableNow.Reason;
import org.yizhan.hub.usage.HourlyVisits;
import org.yizhan.station.StationId;
import org.yizhan.wire.Presence;

/**
 * The network, or the part of it below one place, at a glance. Stations that need somebody come
 * first.
 *
 * @param peopleKnownAt how many stations say how many people are inside
 * @param silent stations of this part that fell silent or were never heard of
 */
public record OverviewView(
    Texts t,
    String place,
    List<PlaceChoice> places,
    List<StationRow> stations,
    int usable,
    int notUsable,
    int unknown,
    int people,
    int peopleKnownAt,
    int today,
    OptionalInt usually,
    long silent,
    Instant at) {

  /** Visits of today beside what is usual by this hour. */
  public record Today(int visits, OptionalInt usually) {}

  public static OverviewView of(
      List<StationStatus> all,
      String place,
      Today today,
      Map<StationId, List<HourlyVisits>> lastDay,
      Instant now,
      Texts t) {
    List<StationStatus> here =
        all.stream().filter(station -> PlaceChoice.holds(place, station)).toList();
    List<StationRow> rows =
        here.stream()
            .map(s -> StationRow.of(s, lastDay.getOrDefault(s.id(), List.of()), now, t))
            .sorted(Comparator.comparing(StationRow::standing).thenComparing(StationRow::id))
            .toList();
    List<Presence.Occupancy> inside =
        here.stream()
            .map(station -> StationRow.currentOccupancy(station, now))
            .flatMap(Optional::stream)
            .toList();
    return new OverviewView(
        t,
        place,
        PlaceChoice.of(all, place, t),
        rows,
        count(rows, Standing.YES),
        count(rows, Standing.NO),
        count(rows, Standing.UNKNOWN),
        inside.stream().mapToInt(Presence.Occupancy::people).sum(),
        inside.size(),
        today.visits(),
        today.usually(),
        here.stream().filter(OverviewView::isSilent).count(),
        now);
  }

  /** Whether nothing has been heard from it for too long, or ever. */
  public static boolean isSilent(StationStatus station) {
    List<Reason> why = Sentences.reasons(station.usable());
    return why.contains(Reason.SILENT) || why.contains(Reason.NEVER_SEEN);
  }

  private static int count(List<StationRow> rows, Standing standing) {
    return (int) rows.stream().filter(row -> row.standing() == standing).count();
  }

  public int total() {
    return stations.size();
  }

  /** The busiest hour of the last day at any of them: all small pictures share this scale. */
  public int busiestHour() {
    return stations.stream().mapToInt(row -> row.pulse().most()).max().orElse(0);
  }

  /** The share of stations with this standing, for the bar: per cent. */
  public int percent(int count) {
    return total() == 0 ? 0 : Math.round(100f * count / total());
  }

  /** "12 today so far; usually 14 by now". */
  public String comparison() {
    return usually.isPresent()
        ? t.say("today.usually", usually.getAsInt())
        : t.say("today.usually.unknown");
  }
}
