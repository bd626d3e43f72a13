package org.yizhan.hub.forecast;

import java.time.LocalDate;
import java.util.OptionalInt;

/** The day a shelf is empty: the first by which its units are taken. */
final class RunOut {
  private final DemandModel.Fitted model;
  private final int units;
  private final double[] exposure = new double[DemandModel.HORIZON_DAYS + 1];

  RunOut(DemandModel.Fitted model, int units, LocalDate today) {
    this.model = model;
    this.units = units;
    long day = today.toEpochDay();
    for (int days = 1; days < exposure.length; days++) {
      exposure[days] = exposure[days - 1] + model.pattern().sum(day + days - 1, 1);
    }
  }

  DaysLeft daysLeft() {
    if (units == 0) {
      OptionalInt now = OptionalInt.of(0);
      return new DaysLeft.Known(now, now, now);
    }
    return new DaysLeft.Known(by(0.1), by(0.5), by(0.9));
  }

  private OptionalInt by(double probability) {
    int low = 0;
    int high = exposure.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (model.over(exposure[middle], middle).atLeast(units) >= probability) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high == exposure.length ? OptionalInt.empty() : OptionalInt.of(high);
  }
}
