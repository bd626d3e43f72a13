package org.yizhan.hub.stock;

import java.util.Optional;
import java.util.OptionalLong;
import org.yizhan.wire.Fact;

/** Which facts are movements of stock. */
public final class Movements {
  private Movements() {}

  /** The movement a fact is, or empty when it is none, or when nobody knows when it happened. */
  public static Optional<Movement> of(long factNumber, OptionalLong atMs, Fact fact) {
    if (atMs.isEmpty()) {
      return Optional.empty();
    }
    long at = atMs.getAsLong();
    return switch (fact) {
      case Fact.StockMeasured measured ->
          Optional.of(
              new Movement(
                  factNumber, measured.item(), at, new Movement.Measured(measured.units())));
      case Fact.StockCounted counted ->
          Optional.of(
              new Movement(factNumber, counted.item(), at, new Movement.Counted(counted.units())));
      case Fact.StockRestocked restocked ->
          Optional.of(
              new Movement(
                  factNumber,
                  restocked.item(),
                  at,
                  new Movement.Restocked(restocked.units(), restocked.lot(), restocked.expires())));
      case Fact.StockTaken taken ->
          Optional.of(
              new Movement(factNumber, taken.item(), at, new Movement.Taken(taken.units())));
      case Fact.StockWrittenOff off ->
          Optional.of(
              new Movement(
                  factNumber,
                  off.item(),
                  at,
                  new Movement.WrittenOff(off.units(), off.reason(), off.lot())));
      case Fact.ThingLent lent ->
          Optional.of(new Movement(factNumber, lent.item(), at, new Movement.Lent(1)));
      case Fact.ThingReturned back ->
          Optional.of(new Movement(factNumber, back.item(), at, new Movement.Returned(1)));
      default -> Optional.empty();
    };
  }
}
