package org.yizhan.hub.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.station.Position;
import org.yizhan.station.StationId;

/**
 * The stations that need something, or those of a planned trip.
 *
 * @param groups the stations, at most {@link #ROWS_MAX} together; when there are many, by place
 * @param more how many need something beyond those
 * @param enough how many stations need nothing
 * @param nickname who looks; empty for somebody unknown
 * @param places where there are stations, to choose one
 * @param trip whether these are the stations of a planned trip, in its order
 */
public record NeedyView(
    String place,
    List<PlaceChoice> places,
    List<Group> groups,
    int more,
    int enough,
    String nickname,
    boolean trip) {
  public static final int ROWS_MAX = 500;

  /** Up to so many stand below each other; more stand by place. */
  static final int UNGROUPED_MAX = 20;

  /**
   * Stations of one place.
   *
   * @param title empty for stations that are not grouped
   * @param open whether its stations are shown without a tap
   */
  public record Group(String title, boolean open, List<Row> rows) {}

  /**
   * One station.
   *
   * @param missing items below their minimum
   * @param names the first of them, as a list in the page's language
   * @param uncounted items nobody counted yet
   * @param onTheWay a sentence on who is; empty when nobody is
   * @param own one of the stations the person was invited for
   * @param at where it stands, for the phone to reckon how far that is
   */
  public record Row(
      String address,
      String name,
      String place,
      int missing,
      String names,
      int uncounted,
      String onTheWay,
      boolean own,
      Optional<Position> at) {

    /** Whether something is missing, or nobody knows whether it is. */
    public boolean needs() {
      return missing > 0 || uncounted > 0;
    }

    private Row at(String other) {
      return new Row(other, name, place, missing, names, uncounted, onTheWay, own, at);
    }
  }

  /**
   * Who looks, and the stations they were invited for.
   *
   * @param seesNames of which stations they may know who is on the way
   */
  public record Asker(String nickname, List<StationId> own, Predicate<StationId> seesNames) {}

  /** What it is made from: the shelves at or below the place. */
  public record Read(
      List<StationShelf> shelves, List<PlaceChoice> places, List<Round> rounds, Asker asker) {}

  public static NeedyView of(Read read, String place, Instant now, Texts t) {
    Map<StationId, Round> going = Round.onTheWay(read.rounds(), now);
    List<Row> rows = new ArrayList<>();
    for (StationShelf shelf : read.shelves()) {
      Row row = row(shelf, Optional.ofNullable(going.get(shelf.id())), read.asker(), now, t);
      if (row.needs()) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.comparing(Row::own)
            .reversed()
            .thenComparing(Comparator.comparingInt(Row::missing).reversed())
            .thenComparing(Comparator.comparingInt(Row::uncounted).reversed()));
    int shown = Math.min(ROWS_MAX, rows.size());
    return new NeedyView(
        place,
        read.places(),
        groups(rows.subList(0, shown), t),
        rows.size() - shown,
        read.shelves().size() - rows.size(),
        read.asker().nickname(),
        false);
  }

  /** The shelves read, all of them and in their order; each leads back to this trip. */
  public static NeedyView ofTrip(Read read, Instant now, Texts t) {
    Map<StationId, Round> going = Round.onTheWay(read.rounds(), now);
    String back =
        read.shelves().stream()
            .map(shelf -> shelf.id().value())
            .collect(Collectors.joining(".", "?trip=", ""));
    List<Row> rows =
        read.shelves().stream()
            .map(
                shelf ->
                    row(shelf, Optional.ofNullable(going.get(shelf.id())), read.asker(), now, t))
            .map(row -> row.at(row.address() + back))
            .toList();
    List<Group> groups = List.of(new Group("", true, rows));
    return new NeedyView("", read.places(), groups, 0, 0, read.asker().nickname(), true);
  }

  /** How many stations are shown. */
  public int shown() {
    return groups.stream().mapToInt(group -> group.rows().size()).sum();
  }

  /** Whether of any station it is known where it stands. */
  public boolean hasPositions() {
    return groups.stream()
        .flatMap(group -> group.rows().stream())
        .anyMatch(r -> r.at().isPresent());
  }

  private static Row row(
      StationShelf shelf, Optional<Round> round, Asker asker, Instant now, Texts t) {
    List<String> missing =
        shelf.levels().stream()
            .filter(StockLevel::isBelowMinimum)
            .map(level -> t.of(level.name()))
            .toList();
    int uncounted =
        (int) shelf.levels().stream().filter(l -> l.inSeason() && l.units().isEmpty()).count();
    return new Row(
        "/s/" + shelf.id().value(),
        t.of(shelf.name()),
        t.of(shelf.place()),
        missing.size(),
        names(missing, t),
        uncounted,
        round
            .map(
                open ->
                    asker.seesNames().test(shelf.id())
                        ? t.say("phone.needy.on-the-way", open.by())
                        : t.say(
                            "phone.needy.somebody", t.briefOf(open.claimed(), now, shelf.zone())))
            .orElse(""),
        asker.own().contains(shelf.id()),
        shelf.at());
  }

  /** Own stations first; the others by place once there are many. */
  private static List<Group> groups(List<Row> rows, Texts t) {
    Map<String, List<Row>> byPlace = new LinkedHashMap<>();
    rows.forEach(
        row ->
            byPlace
                .computeIfAbsent(
                    row.own() ? t.say("phone.needy.own-group") : row.place(),
                    _ -> new ArrayList<>())
                .add(row));
    if (rows.size() <= UNGROUPED_MAX || byPlace.size() < 2) {
      return rows.isEmpty() ? List.of() : List.of(new Group("", true, List.copyOf(rows)));
    }
    boolean first = true;
    List<Group> groups = new ArrayList<>();
    for (var place : byPlace.entrySet()) {
      groups.add(new Group(place.getKey(), first, place.getValue()));
      first = false;
    }
    return groups;
  }

  private static String names(List<String> missing, Texts t) {
    String first =
        String.join(t.say("phone.needy.comma"), missing.subList(0, Math.min(3, missing.size())));
    return missing.size() > 3 ? t.say("phone.needy.and-more", first, missing.size() - 3) : first;
  }
}
