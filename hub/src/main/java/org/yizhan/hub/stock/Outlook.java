package org.yizhan.hub.stock;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.yizhan.hub.forecast.DaysLeft;
import org.yizhan.hub.forecast.DemandModel;
import org.yizhan.hub.forecast.LeftOver;

/**
 * What will become of an item on a shelf.
 *
 * @param daysLeft until it is gone
 * @param expiring what expires first, and how much of it will not be used by then
 * @param sure how far the level can be trusted; empty when it moved since that was reckoned
 */
public record Outlook(DaysLeft daysLeft, Optional<Expiring> expiring, Optional<HowSure> sure) {

  /**
   * Units that expire first.
   *
   * @param day the last day they are handed out: the one printed on them, or so many days before it
   *     as the catalogue says
   * @param units of them on the shelf
   * @param unused of the units on the shelf that may be handed out until then, so many will
   *     probably not be used (P50); empty while nobody can tell
   */
  public record Expiring(LocalDate day, int units, Optional<Integer> unused) {
    /** Whether some will be thrown away if nothing is done. */
    public boolean isWaste() {
      return unused.filter(left -> left > 0).isPresent();
    }
  }

  /**
   * The outlook of one item.
   *
   * @param movements what is known of it, in any order
   * @param units there now
   * @param heard the last day the station was heard
   * @param withheldDays it is handed out until so many days before the last day printed on it
   */
  public static Outlook of(
      List<Movement> movements,
      int units,
      LocalDate heard,
      ZoneId zone,
      LocalDate today,
      int withheldDays) {
    DemandModel model = DemandModel.fit(Demand.of(movements, zone, today));
    List<Movement> inTime = movements.stream().sorted(Movement.IN_TIME).toList();
    Optional<Expiring> expiring =
        Lots.on(inTime, units).stream()
            .filter(lot -> lot.expires().isPresent())
            .findFirst()
            .map(lot -> expiring(lot, model, today, withheldDays));
    return new Outlook(
        DaysLeft.of(model, units, today),
        expiring,
        Optional.of(sure(inTime, units, model, heard, zone, today)));
  }

  /** A level that stands on more than these movements is not understood from them. */
  private static HowSure sure(
      List<Movement> inTime,
      int units,
      DemandModel model,
      LocalDate heard,
      ZoneId zone,
      LocalDate today) {
    Shelf shelf = Shelf.of(Shelf.Evidence.of(inTime));
    return shelf.units().isPresent() && shelf.units().getAsInt() == units
        ? HowSure.of(shelf, inTime, model, heard, zone, today)
        : new HowSure.Unsure();
  }

  /** What expires first is taken first, so what is taken until then is taken of it. */
  private static Expiring expiring(
      Lots.Lot lot, DemandModel model, LocalDate today, int withheldDays) {
    LocalDate day = lot.expires().orElseThrow().minusDays(withheldDays);
    if (day.isBefore(today)) {
      return new Expiring(day, lot.units(), Optional.of(lot.units()));
    }
    Optional<Integer> unused =
        LeftOver.at(model, lot.units(), today, day) instanceof LeftOver.Known known
            ? Optional.of(known.p50())
            : Optional.empty();
    return new Expiring(day, lot.units(), unused);
  }
}
