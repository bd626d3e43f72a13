package org.yizhan.hub.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.forecast.DaysLeft;
import org.yizhan.hub.plan.Carrier;
import org.yizhan.hub.plan.Need;
import org.yizhan.hub.plan.Stop;
import org.yizhan.hub.plan.Window;
import org.yizhan.hub.stock.Outlook;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.station.ItemCode;
import org.yizhan.station.Position;

/**
 * Who goes out to restock, with what and when.
 *
 * @param start id of the station where they load; empty is the middle of all
 */
record PlanWish(List<PlanCrew> crews, String start) {
  private static final int MINUTES_AT_THE_DOOR = 5;

  /** What goods take when the catalogue does not know them. */
  private static final double USUAL_LITRES = 1;

  /** Everybody who goes, and the vehicle's word; nobody where no station has a position. */
  Map<Carrier, String> carriers(List<StationShelf> shelves) {
    Map<Carrier, String> carriers = new LinkedHashMap<>();
    startOf(shelves)
        .ifPresent(
            at -> {
              for (PlanCrew crew : crews) {
                for (int person = 0; person < crew.people(); person++) {
                  String name = "%02d".formatted(carriers.size() + 1); // the planner sorts by it
                  carriers.put(crew.carrier(name, at), crew.vehicle().word());
                }
              }
            });
    return carriers;
  }

  private Optional<Position> startOf(List<StationShelf> shelves) {
    Optional<Position> chosen =
        shelves.stream()
            .filter(shelf -> shelf.id().value().equals(start))
            .flatMap(shelf -> shelf.at().stream())
            .findFirst();
    return chosen.or(() -> middle(shelves));
  }

  private static Optional<Position> middle(List<StationShelf> shelves) {
    List<Position> known = shelves.stream().flatMap(shelf -> shelf.at().stream()).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Position(
                known.stream().mapToDouble(Position::latitude).average().orElse(0),
                known.stream().mapToDouble(Position::longitude).average().orElse(0)));
  }

  /**
   * What every station needs, as the planner asks for it: what is below its minimum first, and of
   * that what takes the least room, so that a small vehicle brings as many things as it can.
   */
  List<Stop> stops(
      List<StationShelf> shelves, Map<ItemCode, CatalogueItem> goods, LocalDate today) {
    return shelves.stream()
        .filter(shelf -> shelf.levels().stream().anyMatch(level -> level.toBring() > 0))
        .map(shelf -> stop(shelf, goods, today))
        .toList();
  }

  private static Stop stop(
      StationShelf shelf, Map<ItemCode, CatalogueItem> goods, LocalDate today) {
    List<Need> needs =
        shelf.levels().stream()
            .filter(level -> level.toBring() > 0)
            .sorted(
                Comparator.comparing(StockLevel::isBelowMinimum)
                    .reversed()
                    .thenComparingDouble(level -> level.toBring() * litres(level, goods)))
            .map(level -> new Need(level.item(), level.toBring(), litres(level, goods)))
            .toList();
    return new Stop(
        shelf.id(),
        shelf.at(),
        shelf.hours().map(hours -> Window.whenOpen(hours, today)).orElse(List.of()),
        needs,
        daysLeft(shelf),
        shelf.levels().stream().anyMatch(StockLevel::isBelowMinimum),
        MINUTES_AT_THE_DOOR + needs.size());
  }

  private static double litres(StockLevel level, Map<ItemCode, CatalogueItem> goods) {
    CatalogueItem item = goods.get(level.item());
    return item == null ? USUAL_LITRES : item.millilitres() / 1_000.0;
  }

  private static OptionalDouble daysLeft(StationShelf shelf) {
    return shelf.levels().stream()
        .filter(StockLevel::inSeason)
        .flatMap(level -> level.outlook().stream())
        .map(Outlook::daysLeft)
        .filter(DaysLeft.Known.class::isInstance)
        .map(DaysLeft.Known.class::cast)
        .filter(known -> known.p10().isPresent())
        .mapToDouble(known -> known.p10().getAsInt())
        .min();
  }
}
