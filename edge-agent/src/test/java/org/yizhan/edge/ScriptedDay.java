package org.yizhan.edge;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.yizhan.edge.hardware.simulated.SimulatedStation;
import org.yizhan.edge.hardware.simulated.SimulatedTime;
import org.yizhan.edge.station.StationEvent.BeamChanged.Side;
import org.yizhan.station.Celsius;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.RelativeHumidity;

/**
 * What happens at a typical station in 24 hours: 200 visits of five to forty minutes, spread over
 * the day, a bottle taken on every fourth, and air that changes slowly.
 */
final class ScriptedDay {
  static final int VISITS = 200;
  static final Duration LENGTH = Duration.ofDays(1);

  private static final int BOTTLE_GRAMS = 570;
  private static final int FULL_GRAMS = 800 + 96 * BOTTLE_GRAMS;
  private static final int LOW_GRAMS = 800 + 24 * BOTTLE_GRAMS;

  private final SimulatedTime time;
  private final SimulatedStation world;
  private final List<String> passes;
  private final Random random = new Random(1);
  private int inside;
  private int grams = FULL_GRAMS;

  ScriptedDay(SimulatedTime time, SimulatedStation world, List<String> passes) {
    this.time = time;
    this.world = world;
    this.passes = passes;
  }

  /** Puts the whole day on the clock. */
  void begin() {
    for (int minute = 0; minute < LENGTH.toMinutes(); minute += 5) {
      Celsius air = new Celsius(2_200 + (int) (250 * Math.sin(minute * 2 * Math.PI / 1_440)));
      in(Duration.ofMinutes(minute), () -> world.setClimate(air, new RelativeHumidity(45)));
    }
    for (int number = 0; number < VISITS; number++) {
      boolean takes = number % 4 == 0;
      long arrivesMs = random.nextLong(LENGTH.minusHours(1).toMillis());
      in(Duration.ofMillis(arrivesMs), () -> arrive(takes));
    }
  }

  private void arrive(boolean takes) {
    world.scan(passes.get(random.nextInt(passes.size())), 0);
    in(1_500, world::pushDoor);
    throughBeams(2_200, Side.OUTER, Side.INNER, 1);
    if (takes) {
      in(60_000, this::takeBottle);
    }
    in(300_000 + random.nextInt(2_100_000), this::leave);
  }

  private void leave() {
    var _ = world.pullDoor();
    throughBeams(700, Side.INNER, Side.OUTER, -1);
    in(8_000, () -> world.sense(inside > 0));
  }

  private void throughBeams(int afterMs, Side first, Side second, int change) {
    in(afterMs, () -> world.interruptBeam(first, true));
    in(afterMs + 180, () -> world.interruptBeam(second, true));
    in(afterMs + 400, () -> world.interruptBeam(first, false));
    in(afterMs + 580, () -> passed(second, change));
    in(afterMs + 2_500, () -> world.moveDoor(false));
  }

  private void passed(Side last, int change) {
    world.interruptBeam(last, false);
    inside += change;
    if (change > 0) {
      world.sense(true);
    }
  }

  private void takeBottle() {
    grams = grams <= LOW_GRAMS ? FULL_GRAMS : grams - BOTTLE_GRAMS;
    for (Fixture.ShelfScale scale : world.fixtures(Fixture.ShelfScale.class)) {
      FixtureName name = scale.name();
      world.weigh(name, grams);
    }
  }

  private void in(int ms, Runnable act) {
    in(Duration.ofMillis(ms), act);
  }

  private void in(Duration after, Runnable act) {
    var _ = time.after(after, act);
  }
}
