package org.yizhan.hub.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.catalogue.Recalls;
import org.yizhan.hub.forecast.DaysLeft;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/**
 * What is missing where, what will be soon, and who is on the way.
 *
 * @param stations those that need something, the most urgent first
 * @param more stations that need something and are not shown
 * @param all stations of this place
 * @param unknown items nobody has counted yet
 * @param toBring what all stations together need, up to their targets
 */
public record SuppliesView(
    Texts t,
    String place,
    List<PlaceChoice> places,
    List<Station> stations,
    int more,
    int all,
    int unknown,
    List<Goods> toBring) {
  private static final int STATIONS_SHOWN = 100;

  /** An item that will be gone within so many days (P10) is worth a look. */
  static final int SOON_DAYS = 7;

  /** One station that needs something. */
  public record Station(
      String id, String name, String place, List<Line> lines, Optional<String> onTheWay) {}

  /**
   * One item.
   *
   * @param missing below its minimum
   * @param lasts how long it lasts, as a sentence; empty while not reckoned
   * @param notes what else is to be said, each a sentence
   * @param sure how many there probably are now, where that is not simply the level
   */
  public record Line(
      Pictogram picture,
      String name,
      OptionalInt units,
      int target,
      boolean missing,
      int toBring,
      String lasts,
      List<String> notes,
      String how,
      Optional<Age> age,
      Optional<String> sure) {}

  /** So much of one thing, in units and whole boxes. */
  public record Goods(Pictogram picture, String name, int units, int boxes, int pack) {}

  /**
   * What it is made from.
   *
   * @param shelves of the stations at or below the place
   * @param places where there are stations, for the filter
   */
  public record Read(
      List<StationShelf> shelves,
      Set<UnionPlace> places,
      Map<StationId, Round> rounds,
      Map<StationId, List<Recalls.Wanted>> recalled,
      Map<ItemCode, CatalogueItem> goods) {
    List<Recalls.Wanted> recalledAt(StationId station) {
      return recalled.getOrDefault(station, List.of());
    }
  }

  public static SuppliesView of(Read read, String place, Instant now, Texts t) {
    List<StationShelf> here = read.shelves();
    List<StationShelf> needy =
        here.stream()
            .filter(
                shelf ->
                    shelf.levels().stream().anyMatch(SuppliesView::needsALook)
                        || !read.recalledAt(shelf.id()).isEmpty())
            .sorted(
                Comparator.comparing((StationShelf shelf) -> read.recalledAt(shelf.id()).isEmpty())
                    .thenComparingInt(SuppliesView::urgency))
            .toList();
    return new SuppliesView(
        t,
        place,
        PlaceChoice.ofPlaces(read.places(), place, t),
        needy.stream().limit(STATIONS_SHOWN).map(shelf -> station(shelf, read, now, t)).toList(),
        Math.max(0, needy.size() - STATIONS_SHOWN),
        here.size(),
        (int)
            here.stream()
                .flatMap(shelf -> shelf.levels().stream())
                .filter(level -> level.inSeason() && level.units().isEmpty())
                .count(),
        toBring(needy, read.goods(), t));
  }

  static boolean needsALook(StockLevel level) {
    return level.isBelowMinimum()
        || runsOutSoon(level)
        || level.contradiction().isPresent()
        || level.outlook().flatMap(Outlook::expiring).filter(Outlook.Expiring::isWaste).isPresent();
  }

  /** And something can be done about it: a shelf filled to its target has no room for more. */
  private static boolean runsOutSoon(StockLevel level) {
    return level.toBring() > 0
        && level.outlook().map(Outlook::daysLeft).orElse(null) instanceof DaysLeft.Known known
        && known.p10().isPresent()
        && known.p10().getAsInt() <= SOON_DAYS;
  }

  /** The fewer days a station has left of anything, the more urgent. */
  static int urgency(StationShelf shelf) {
    return shelf.levels().stream().mapToInt(SuppliesView::urgency).min().orElse(Integer.MAX_VALUE);
  }

  private static int urgency(StockLevel level) {
    if (level.isBelowMinimum()) {
      return level.units().orElse(0) == 0 ? 0 : 1 + p10(level).orElse(3);
    }
    return needsALook(level) ? 10 + p10(level).orElse(30) : Integer.MAX_VALUE;
  }

  private static OptionalInt p10(StockLevel level) {
    return level.outlook().map(Outlook::daysLeft).orElse(null) instanceof DaysLeft.Known known
        ? known.p10()
        : OptionalInt.empty();
  }

  static Station station(StationShelf shelf, Read read, Instant now, Texts t) {
    Optional<Round> round = Optional.ofNullable(read.rounds().get(shelf.id()));
    return new Station(
        shelf.id().value(),
        t.of(shelf.name()),
        t.of(shelf.place()),
        shelf.levels().stream()
            .filter(
                level ->
                    needsALook(level)
                        || read.recalledAt(shelf.id()).stream()
                            .anyMatch(wanted -> wanted.item().equals(level.item())))
            .sorted(Comparator.comparingInt(SuppliesView::urgency))
            .map(level -> line(level, shelf, read, now, t))
            .toList(),
        round.map(
            open ->
                t.say(
                    open.isOverdue(now) ? "supplies.overdue" : "supplies.on-the-way",
                    open.by(),
                    t.briefOf(open.due(), now, shelf.zone()))));
  }

  private static Line line(StockLevel level, StationShelf shelf, Read read, Instant now, Texts t) {
    @Nullable CatalogueItem goods = read.goods().get(level.item());
    List<String> notes = new ArrayList<>();
    read.recalledAt(shelf.id()).stream()
        .filter(wanted -> wanted.item().equals(level.item()))
        .forEach(
            wanted -> notes.add(t.say("supplies.recalled", wanted.lot().value(), wanted.units())));
    level
        .outlook()
        .flatMap(Outlook::expiring)
        .filter(Outlook.Expiring::isWaste)
        .ifPresent(
            waste ->
                notes.add(
                    t.say(
                        waste.day().isBefore(now.atZone(shelf.zone()).toLocalDate())
                            ? "supplies.expired"
                            : "supplies.waste",
                        waste.unused().orElse(0),
                        t.date(waste.day()))));
    level.contradiction().ifPresent(doubt -> notes.add(Sentences.doubt(doubt, t)));
    return new Line(
        Pictogram.of(goods),
        t.of(level.name()),
        level.units(),
        level.target(),
        level.isBelowMinimum(),
        level.toBring(),
        lasts(level, t),
        notes,
        level.how().map(how -> t.say("stock.how." + Sentences.key(how))).orElse(""),
        level.asOf().map(asOf -> t.age(asOf, now, shelf.zone())),
        Sentences.sure(level, goods == null ? "" : t.of(goods.unit()), t));
  }

  /** How long it lasts, or why nobody can tell. */
  static String lasts(StockLevel level, Texts t) {
    if (level.units().isEmpty() || level.outlook().isEmpty()) {
      return "";
    }
    if (level.units().getAsInt() == 0) {
      return t.say(level.lent() ? "supplies.lasts.all-lent" : "supplies.lasts.none");
    }
    if (level.lent()) {
      return ""; // it comes back
    }
    return switch (level.outlook().get().daysLeft()) {
      case DaysLeft.Known known when known.p90().isEmpty() && known.p10().isEmpty() ->
          t.say("supplies.lasts.long");
      case DaysLeft.Known known when known.p90().isEmpty() ->
          t.say("supplies.lasts.at-least", known.p10().orElse(0));
      case DaysLeft.Known known when known.p10().orElse(0) == known.p90().orElse(0) ->
          t.say("supplies.lasts.exactly", known.p50().orElse(0));
      case DaysLeft.Known known ->
          t.say(
              "supplies.lasts",
              known.p10().orElse(0),
              known.p90().orElse(0),
              known.p50().orElse(0));
      case DaysLeft.TooLittleKnown(int days) -> t.say("supplies.lasts.too-little", days);
      case DaysLeft.KnownTooLongAgo _ -> t.say("supplies.lasts.too-long-ago");
    };
  }

  private static List<Goods> toBring(
      List<StationShelf> needy, Map<ItemCode, CatalogueItem> goods, Texts t) {
    Map<ItemCode, Integer> units = new LinkedHashMap<>();
    Map<ItemCode, String> names = new LinkedHashMap<>();
    for (StationShelf shelf : needy) {
      for (StockLevel level : shelf.levels()) {
        if (level.isBelowMinimum() || runsOutSoon(level)) {
          units.merge(level.item(), level.toBring(), Integer::sum);
          names.putIfAbsent(level.item(), t.of(level.name()));
        }
      }
    }
    return units.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.<ItemCode, Integer>comparingByValue().reversed())
        .map(
            entry -> {
              CatalogueItem item = goods.get(entry.getKey());
              int pack = item == null ? 1 : item.pack();
              return new Goods(
                  Pictogram.of(item),
                  item == null ? names.getOrDefault(entry.getKey(), "") : t.of(item.name()),
                  entry.getValue(),
                  Math.ceilDiv(entry.getValue(), pack),
                  pack);
            })
        .toList();
  }
}
