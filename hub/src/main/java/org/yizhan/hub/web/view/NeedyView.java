package org.yizhan.hub.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.station.StationId;

/**
 * The stations that need something.
 *
 * @param rows at most {@link #ROWS_MAX}
 * @param more how many need something beyond those
 * @param enough how many stations need nothing
 * @param nickname who looks; empty for somebody unknown
 */
public record NeedyView(List<Row> rows, int more, int enough, String nickname) {
  public static final int ROWS_MAX = 100;

  /**
   * One station.
   *
   * @param missing items below their minimum
   * @param names the first of them, as a list in the page's language
   * @param uncounted items nobody counted yet
   * @param onTheWay a sentence on who is; empty when nobody is
   * @param own one of the stations the person was invited for
   */
  public record Row(
      String address,
      String name,
      String place,
      int missing,
      String names,
      int uncounted,
      String onTheWay,
      boolean own) {}

  /** Who looks, and the stations they were invited for. */
  public record Asker(String nickname, List<StationId> own) {}

  public static NeedyView of(
      List<StationStatus> stations,
      Map<StationId, List<StockLevel>> stock,
      List<Round> rounds,
      Asker asker,
      Instant now,
      Texts t) {
    Map<StationId, Round> open =
        rounds.stream()
            .collect(Collectors.toMap(Round::station, Function.identity(), (one, _) -> one));
    List<Row> rows = new ArrayList<>();
    for (StationStatus station : stations) {
      List<StockLevel> levels = stock.getOrDefault(station.id(), List.of());
      List<String> missing =
          levels.stream().filter(StockLevel::isBelowMinimum).map(l -> t.of(l.name())).toList();
      int uncounted =
          (int) levels.stream().filter(l -> l.inSeason() && l.units().isEmpty()).count();
      if (!missing.isEmpty() || uncounted > 0) {
        Round round = open.get(station.id());
        rows.add(
            new Row(
                "/s/" + station.id().value(),
                t.of(station.name()),
                t.of(station.place()),
                missing.size(),
                names(missing, t),
                uncounted,
                round == null || round.isOverdue(now)
                    ? ""
                    : t.say("phone.needy.on-the-way", round.by()),
                asker.own().contains(station.id())));
      }
    }
    rows.sort(
        Comparator.comparing(Row::own)
            .reversed()
            .thenComparing(Comparator.comparingInt(Row::missing).reversed())
            .thenComparing(Comparator.comparingInt(Row::uncounted).reversed()));
    int shown = Math.min(ROWS_MAX, rows.size());
    return new NeedyView(
        List.copyOf(rows.subList(0, shown)),
        rows.size() - shown,
        stations.size() - rows.size(),
        asker.nickname());
  }

  private static String names(List<String> missing, Texts t) {
    String first =
        String.join(t.say("phone.needy.comma"), missing.subList(0, Math.min(3, missing.size())));
    return missing.size() > 3 ? t.say("phone.needy.and-more", first, missing.size() - 3) : first;
  }
}
