package org.yizhan.edge.supply;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.yizhan.wire.ShelfLevel;

/**
 * What the station can say of an item on its shelf.
 *
 * @param units empty while nobody ever counted and nothing weighs it
 * @param asOfMs wall time of what it stands on last; empty when the station's own scale says so now
 */
public record KnownLevel(OptionalInt units, ShelfLevel.How how, OptionalLong asOfMs) {
  static KnownLevel weighedNow(int units) {
    return new KnownLevel(OptionalInt.of(units), ShelfLevel.How.SCALE, OptionalLong.empty());
  }

  static KnownLevel told(ShelfLevel level) {
    return new KnownLevel(level.units(), level.how(), OptionalLong.of(level.asOfMs()));
  }
}
