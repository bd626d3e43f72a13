package org.yizhan.hub.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.WriteOffReason;

/** Movements drawn from a seed. */
public final class Samples {
  private Samples() {}

  /** So many of one item, several of them at one time. */
  public static List<Movement> movements(Random random, int count) {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long atMs = 1_000L + random.nextInt(8);
      movements.add(new Movement(1 + i, new ItemCode("water-550ml"), atMs, change(random)));
    }
    return movements;
  }

  static Movement.Change change(Random random) {
    int units = 1 + random.nextInt(30);
    return switch (random.nextInt(7)) {
      case 0 -> new Movement.Counted(units);
      case 1 -> new Movement.Measured(units);
      case 2 -> new Movement.Restocked(units, Optional.empty(), Optional.empty());
      case 3 -> new Movement.Taken(units);
      case 4 -> new Movement.Lent(1);
      case 5 -> new Movement.Returned(1);
      default -> new Movement.WrittenOff(units, WriteOffReason.DAMAGED, Optional.empty());
    };
  }
}
