package org.yizhan.hub.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
 * @param people 1 to 20, each a round of their own
 * @param start id of the station where they load; empty is the middle of all
 */
record PlanWish(
    String place, int people, Vehicle vehicle, LocalTime from, LocalTime to, String start) {
  private static final int PEOPLE_MAX = 20;
  private static final int MINUTES_AT_THE_DOOR = 5;

  /** What goods take when the catalogue does not know them. */
  private static final double USUAL_LITRES = 1;

  /** What people go with: room in litres, and kilometres an hour in a town, stops included. */
  enum Vehicle {
    BICYCLE(60, 12),
    CAR(400, 25),
    VAN(2_000, 25);

    private final double litres;
    private final double kmPerHour;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Vehicle(double litres, double kmPerHour) {
      this.litres = litres;
      this.kmPerHour = kmPerHour;
    }
  }

  static PlanWish of(Visit visit, String place) {
    LocalTime from = time(visit, "from", LocalTime.of(9, 0));
    LocalTime to = time(visit, "to", LocalTime.of(17, 0));
    if (!from.isBefore(to)) {
      throw new BadRequest("to", visit.texts().say("plan.wrong.hours"));
    }
    return new PlanWish(place, people(visit), vehicle(visit), from, to, visit.query("start"));
  }

  private static int people(Visit visit) {
    String text = visit.query("people");
    if (text.isEmpty()) {
      return 2;
    }
    try {
      int people = Integer.parseInt(text);
      if (people >= 1 && people <= PEOPLE_MAX) {
        return people;
      }
    } catch (NumberFormatException noNumber) {
      throw new BadRequest("people", visit.texts().say("plan.wrong.people", PEOPLE_MAX));
    }
    throw new BadRequest("people", visit.texts().say("plan.wrong.people", PEOPLE_MAX));
  }

  private static Vehicle vehicle(Visit visit) {
    String text = visit.query("vehicle");
    for (Vehicle vehicle : Vehicle.values()) {
      if (vehicle.word().equals(text)) {
        return vehicle;
      }
    }
    return Vehicle.CAR;
  }

  private static LocalTime time(Visit visit, String name, LocalTime usual) {
    String text = visit.query(name);
    try {
      return text.isEmpty() ? usual : LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadRequest(name, visit.texts().say("plan.wrong.hours"));
    }
  }

  String vehicleWord() {
    return vehicle.word();
  }

  List<Carrier> carriers(List<StationShelf> shelves) {
    Optional<Position> at = startOf(shelves);
    if (at.isEmpty()) {
      return List.of();
    }
    Window hours = new Window(minutes(from), minutes(to));
    List<Carrier> carriers = new ArrayList<>();
    for (int person = 1; person <= people; person++) {
      carriers.add(
          new Carrier(String.valueOf(person), at.get(), vehicle.litres, hours, vehicle.kmPerHour));
    }
    return carriers;
  }

  private static int minutes(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
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
