package org.yizhan.hub.web.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.labels.QrSquares;
import org.yizhan.hub.plan.Carrier;
import org.yizhan.hub.plan.LeftOut;
import org.yizhan.hub.plan.Leg;
import org.yizhan.hub.plan.Load;
import org.yizhan.hub.plan.RestockPlan;
import org.yizhan.hub.plan.Route;
import org.yizhan.hub.rounds.Round;
import org.yizhan.hub.stock.StationShelf;
import org.yizhan.hub.stock.StockLevel;
import org.yizhan.station.ItemCode;
import org.yizhan.station.StationId;
import org.yizhan.station.UnionPlace;

/**
 * A day's restocking rounds in words.
 *
 * @param leftOut stations nobody goes to, each with its reason, those that have enough aside
 * @param enough how many have what they need
 * @param distance of all rounds together, in words
 * @param problem why there is no plan for what was asked; empty when there is one
 */
public record PlanView(
    Texts t,
    Wish wish,
    List<PlaceChoice> places,
    List<Choice> starts,
    List<Trip> trips,
    List<Left> leftOut,
    int enough,
    String distance,
    String problem) {
  /** So many kinds of crews at most. */
  public static final int ROWS_MAX = 4;

  private static final int TYPED_LENGTH_MAX = 20;

  /** Why there is no round: nothing is missing, somebody goes already, or nobody can. */
  public String noRound() {
    if (leftOut.isEmpty()) {
      return "none";
    }
    return leftOut.stream().allMatch(Left::going) ? "going" : "nobody";
  }

  /** What was asked for, as the form shows it. */
  public record Wish(String place, List<Row> rows, String start) {
    public Wish {
      rows = List.copyOf(rows.subList(0, Math.min(ROWS_MAX, rows.size())));
    }

    /** A further row, empty as to people; none once the form is full. */
    public Optional<Row> further() {
      Row last = rows.getLast();
      return rows.size() < ROWS_MAX
          ? Optional.of(new Row("", last.vehicle(), last.from(), last.to()))
          : Optional.empty();
    }
  }

  /** A crew as typed, right or wrong: how many people, with what, from when to when. */
  public record Row(String people, String vehicle, String from, String to) {
    public Row {
      people = shown(people);
      vehicle = shown(vehicle);
      from = shown(from);
      to = shown(to);
    }

    /** What is far too long is wrong whatever it says. */
    private static String shown(String typed) {
      return typed.length() > TYPED_LENGTH_MAX ? typed.substring(0, TYPED_LENGTH_MAX) : typed;
    }
  }

  /** A station to start from. */
  public record Choice(String id, String name, boolean chosen) {}

  /**
   * The way to a trip's stations on a phone.
   *
   * @param part which of several, where one address does not hold all stations; else empty
   */
  public record Link(String part, String address, QrSquares squares) {}

  /**
   * One person's round.
   *
   * @param details with what, where crews differ, from when to when, and how far
   */
  public record Trip(
      String name, String details, List<Goods> load, List<Stop> stops, List<Link> links) {}

  /** So much of one thing. */
  public record Goods(Pictogram picture, String name, int units) {}

  /**
   * One station of a round.
   *
   * @param rest how many units it needs that the vehicle does not hold
   */
  public record Stop(
      String id, String name, String time, List<Goods> load, int rest, boolean onTheWay) {}

  /**
   * Nobody goes there.
   *
   * @param going because somebody is on the way already
   */
  public record Left(String id, String name, String why, boolean going) {}

  /**
   * What it is made from.
   *
   * @param shelves of the stations at or below the place
   * @param places where there are stations, for the filter
   * @param vehicles what every carrier goes with
   * @param links the addresses of some stations in an order, see {@link Trip}
   * @param needed how many units every planned station needs, whether they fit or not
   * @param onTheWay open rounds to stations that need something and were therefore not planned
   * @param problem why nothing was planned; empty when it was
   */
  public record Read(
      List<StationShelf> shelves,
      Set<UnionPlace> places,
      Map<ItemCode, CatalogueItem> goods,
      RestockPlan plan,
      Map<Carrier, String> vehicles,
      Function<List<StationId>, List<String>> links,
      Map<StationId, Integer> needed,
      List<Round> onTheWay,
      String problem) {

    /** For a wish that cannot be planned. */
    public static Read refused(
        List<StationShelf> shelves,
        Set<UnionPlace> places,
        Map<ItemCode, CatalogueItem> goods,
        String problem) {
      RestockPlan none = new RestockPlan(List.of(), List.of());
      return new Read(
          shelves, places, goods, none, Map.of(), _ -> List.of(), Map.of(), List.of(), problem);
    }
  }

  public static PlanView of(Read read, Wish wish, Instant now, Texts t) {
    Map<StationId, StationShelf> byId =
        read.shelves().stream().collect(Collectors.toMap(StationShelf::id, Function.identity()));
    Words words = new Words(byId, read, t);
    List<LeftOut> left = read.plan().leftOut();
    return new PlanView(
        t,
        wish,
        PlaceChoice.ofPlaces(read.places(), wish.place(), t),
        read.shelves().stream()
            .filter(shelf -> shelf.at().isPresent())
            .map(
                shelf ->
                    new Choice(
                        shelf.id().value(),
                        t.of(shelf.name()),
                        shelf.id().value().equals(wish.start())))
            .toList(),
        IntStream.range(0, read.plan().routes().size())
            .mapToObj(index -> words.trip(index + 1, read.plan().routes().get(index)))
            .toList(),
        Stream.concat(
                left.stream()
                    .filter(each -> each.reason() != LeftOut.Reason.ABOVE_MINIMUM)
                    .map(words::left),
                read.onTheWay().stream().map(round -> words.left(round, now)))
            .toList(),
        (int) left.stream().filter(each -> each.reason() == LeftOut.Reason.ABOVE_MINIMUM).count(),
        words(read.plan().km(), t),
        read.problem());
  }

  /** A distance: there is always some way to go, however short. */
  private static String words(double km, Texts t) {
    return km < 0.1 ? t.say("plan.km.less", t.decimal(0.1)) : t.say("plan.km", t.decimal(km));
  }

  /** Puts parts of a plan into words. */
  private record Words(Map<StationId, StationShelf> shelves, Read read, Texts t) {

    Trip trip(int number, Route route) {
      List<String> details = new ArrayList<>();
      if (new HashSet<>(read.vehicles().values()).size() > 1) {
        details.add(t.say("plan.vehicle." + read.vehicles().get(route.carrier())));
      }
      details.add(t.say("plan.when", clock(route.depart()), clock(route.back())));
      details.add(words(route.km(), t));
      return new Trip(
          t.say("plan.trip", number),
          String.join(" · ", details),
          route.load().stream().map(this::goodsOf).toList(),
          route.legs().stream().map(this::stop).toList(),
          links(route));
    }

    private List<Link> links(Route route) {
      List<String> addresses = read.links().apply(route.legs().stream().map(Leg::station).toList());
      return IntStream.range(0, addresses.size())
          .mapToObj(
              index ->
                  new Link(
                      addresses.size() == 1 ? "" : t.say("plan.phone.part", index + 1),
                      addresses.get(index),
                      QrSquares.of(addresses.get(index))))
          .toList();
    }

    private Stop stop(Leg leg) {
      int brought = leg.load().stream().mapToInt(Load::units).sum();
      return new Stop(
          leg.station().value(),
          name(leg.station()),
          clock(leg.begin()),
          leg.load().stream().map(this::goodsOf).toList(),
          read.needed().getOrDefault(leg.station(), brought) - brought,
          leg.onTheWay());
    }

    Left left(LeftOut out) {
      return new Left(
          out.station().value(),
          name(out.station()),
          t.say("plan.left." + out.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')),
          false);
    }

    Left left(Round round, Instant now) {
      ZoneId zone =
          Optional.ofNullable(shelves.get(round.station()))
              .map(StationShelf::zone)
              .orElse(ZoneOffset.UTC);
      return new Left(
          round.station().value(),
          name(round.station()),
          t.say("plan.left.going", round.by(), t.briefOf(round.due(), now, zone)),
          true);
    }

    private String name(StationId id) {
      StationShelf shelf = shelves.get(id);
      return shelf == null ? id.value() : t.of(shelf.name());
    }

    private Goods goodsOf(Load load) {
      CatalogueItem item = read.goods().get(load.item());
      return new Goods(Pictogram.of(item), nameOf(load.item()), load.units());
    }

    private String nameOf(ItemCode code) {
      CatalogueItem item = read.goods().get(code);
      return item != null
          ? t.of(item.name())
          : shelves.values().stream()
              .flatMap(shelf -> shelf.levels().stream())
              .filter(level -> level.item().equals(code))
              .map(StockLevel::name)
              .map(t::of)
              .findFirst()
              .orElse(code.value());
    }

    private static String clock(int minutes) {
      int ofDay = minutes % (24 * 60);
      return "%02d:%02d".formatted(ofDay / 60, ofDay % 60);
    }
  }
}
