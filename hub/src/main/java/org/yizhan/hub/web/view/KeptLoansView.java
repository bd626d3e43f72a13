package org.yizhan.hub.web.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yizhan.hub.catalogue.CatalogueItem;
import org.yizhan.hub.fleet.StationStatus;
import org.yizhan.hub.loans.Loan;
import org.yizhan.hub.loans.Loanable;
import org.yizhan.hub.loans.Thing;
import org.yizhan.station.ItemCode;
import org.yizhan.station.UnionPlace;

/**
 * What stations lend, as who answers for them sees it: where something is out far too long first.
 *
 * @param all things in use at the stations of this place
 * @param out of them, taken along
 * @param tooLong of these, so long over their time that somebody should ask
 * @param more stations that are not shown
 */
public record KeptLoansView(
    String place,
    List<PlaceChoice> places,
    List<Station> stations,
    int all,
    int out,
    int tooLong,
    int more) {
  private static final int STATIONS_SHOWN = 50;
  private static final int OUT_SHOWN = 100;

  /** A station with what it lends. */
  public record Lends(StationStatus station, List<Loanable> loanables, List<Thing> things) {}

  /** What it is made from. */
  public record Read(
      List<Lends> lending, Set<UnionPlace> places, Map<ItemCode, CatalogueItem> goods) {}

  /**
   * One station.
   *
   * @param out what is out, the longest first
   * @param turnedUp retired things somebody scanned
   * @param retired things lent no more
   */
  public record Station(
      String id,
      String name,
      String place,
      List<Item> items,
      List<Line> out,
      List<Line> turnedUp,
      List<Line> here,
      List<Line> retired) {}

  /** One item: how many stand there of how many. */
  public record Item(
      String code,
      Pictogram picture,
      String name,
      int here,
      int registered,
      int percent,
      String note,
      boolean late,
      Optional<Age> moved) {}

  /** One thing. */
  public record Line(String tag, String title, String sentence, boolean late) {}

  public static KeptLoansView of(Read read, String place, Instant now, Texts t) {
    List<Lends> sorted =
        read.lending().stream()
            .sorted(
                Comparator.comparingInt((Lends lends) -> -tooLong(lends, now))
                    .thenComparing(lends -> lends.station().id().value()))
            .toList();
    return new KeptLoansView(
        place,
        PlaceChoice.ofPlaces(read.places(), place, t),
        sorted.stream().limit(STATIONS_SHOWN).map(each -> station(each, read, now, t)).toList(),
        sorted.stream().flatMap(e -> e.loanables().stream()).mapToInt(Loanable::registered).sum(),
        sorted.stream().flatMap(e -> e.loanables().stream()).mapToInt(e -> e.out().size()).sum(),
        sorted.stream().mapToInt(each -> tooLong(each, now)).sum(),
        Math.max(0, sorted.size() - STATIONS_SHOWN));
  }

  private static int tooLong(Lends lends, Instant now) {
    return lends.loanables().stream()
        .mapToInt(each -> each.late(Loan.Lateness.FAR_TOO_LATE, now))
        .sum();
  }

  private static Station station(Lends lends, Read read, Instant now, Texts t) {
    Words words = new Words(lends, now, t);
    return new Station(
        lends.station().id().value(),
        t.of(lends.station().name()),
        t.of(lends.station().place()),
        lends.loanables().stream().map(each -> item(each, read, lends.station(), now, t)).toList(),
        lends.things().stream()
            .filter(thing -> thing.retired().isEmpty() && thing.out().isPresent())
            .sorted(Comparator.comparingLong(Thing::changedMs))
            .limit(OUT_SHOWN)
            .map(words::out)
            .toList(),
        lends.things().stream()
            .filter(thing -> thing.turnedUp().isPresent())
            .map(words::turnedUp)
            .toList(),
        lends.things().stream().filter(Thing::isHere).map(words::here).toList(),
        lends.things().stream()
            .filter(thing -> thing.retired().isPresent() && thing.turnedUp().isEmpty())
            .map(words::retired)
            .toList());
  }

  private static Item item(
      Loanable loanable, Read read, StationStatus station, Instant now, Texts t) {
    int out = loanable.out().size();
    int late = loanable.late(Loan.Lateness.LATE, now);
    return new Item(
        loanable.item().value(),
        Pictogram.of(Optional.ofNullable(read.goods().get(loanable.item()))),
        t.of(loanable.name()),
        loanable.here(),
        loanable.registered(),
        loanable.registered() == 0 ? 0 : 100 * loanable.here() / loanable.registered(),
        loanable.registered() == 0
            ? t.say("loans.no-things")
            : t.say(
                "loans.item",
                out,
                late,
                loanable.late(Loan.Lateness.FAR_TOO_LATE, now),
                loanable.lost()),
        loanable.late(Loan.Lateness.FAR_TOO_LATE, now) > 0,
        loanable.lastMoved().map(at -> t.age(at, now, station.zone())));
  }

  /** The sentences of one station's things. */
  private record Words(Lends lends, Instant now, Texts t) {
    private String title(Thing thing) {
      return lends.loanables().stream()
          .filter(each -> each.item().equals(thing.item()))
          .findFirst()
          .map(each -> LoanView.title(each.name(), thing, t))
          .orElse(thing.item().value());
    }

    private Line line(Thing thing, String sentence, boolean late) {
      return new Line(thing.tag().value(), title(thing), sentence, late);
    }

    private Line out(Thing thing) {
      Loan loan = thing.out().orElseThrow();
      String since = t.age(loan.lent(), now, lends.station().zone()).text();
      String by = t.brief(loan.backBy(), lends.station().zone());
      return switch (loan.lateness(now)) {
        case IN_TIME -> line(thing, t.say("loans.out", since, by), false);
        case LATE -> line(thing, t.say("loans.out.late", since, by), false);
        case FAR_TOO_LATE -> line(thing, t.say("loans.out.late", since, by), true);
      };
    }

    private Line here(Thing thing) {
      String since =
          thing.last().isEmpty()
              ? t.say("loans.never")
              : t.say(
                  "loans.here.since",
                  t.age(Instant.ofEpochMilli(thing.changedMs()), now, lends.station().zone())
                      .text());
      return line(thing, since, false);
    }

    private Line turnedUp(Thing thing) {
      return line(
          thing,
          t.say(
              "loans.turned-up",
              t.age(thing.turnedUp().orElseThrow(), now, lends.station().zone()).text()),
          false);
    }

    private Line retired(Thing thing) {
      Thing.Retired retired = thing.retired().orElseThrow();
      return line(
          thing,
          t.say(
              retired.lost() ? "loans.lost" : "loans.worn",
              t.age(retired.at(), now, lends.station().zone()).text()),
          false);
    }
  }
}
