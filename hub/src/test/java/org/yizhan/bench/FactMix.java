package org.yizhan.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import org.yizhan.pass.PassKind;
import org.yizhan.station.Celsius;
import org.yizhan.station.ItemCode;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.wire.Entry;
import org.yizhan.wire.Fact;
import org.yizhan.wire.HardwareKind;
import org.yizhan.wire.Moment;
import org.yizhan.wire.Visitor;

/**
 * What a busy station writes, from a seed, in the order it happens: 200 visits a day, each of eight
 * facts (pass admitted, door opened, person entered, door closed; after some minutes exit pressed,
 * door opened, person left, door closed), two to four people inside at a time, climate every five
 * minutes, a scale's new reading with every fourth visit. Of a thousand facts 826 are of visits,
 * 149 climate, 25 stock.
 */
final class FactMix {
  private static final long BETWEEN_VISITS_MS = 86_400_000L / 200;
  private static final long BETWEEN_CLIMATE_MS = 300_000;
  private static final int VISITORS = 120;

  private final SplittableRandom random;
  private final long beganMs;
  private final Queue<Entry> ready = new ArrayDeque<>();
  private final Queue<Long> leaving = new ArrayDeque<>();
  private long nowMs;
  private long climateAtMs = BETWEEN_CLIMATE_MS;
  private int visits;
  private int units = 400;

  /**
   * @param beganMs wall time of the journal's beginning
   */
  FactMix(long seed, long beganMs) {
    this.random = new SplittableRandom(seed);
    this.beganMs = beganMs;
    ready.add(new Entry(at(0), new Fact.JournalOpened("bench", HardwareKind.SIMULATED, 1)));
  }

  /** The next facts of this station. */
  List<Entry> next(int count) {
    List<Entry> entries = new ArrayList<>(count);
    while (entries.size() < count) {
      if (ready.isEmpty()) {
        live();
      }
      entries.add(ready.remove());
    }
    return entries;
  }

  /** One more visit begins; whoever has stayed long enough leaves before it. */
  private void live() {
    nowMs += BETWEEN_VISITS_MS / 2 + random.nextLong(BETWEEN_VISITS_MS);
    while (climateAtMs < nowMs) {
      long at = climateAtMs;
      climateAtMs += BETWEEN_CLIMATE_MS;
      say(
          at,
          new Fact.ClimateMeasured(
              new Celsius(2_150 + random.nextInt(300)),
              new RelativeHumidity(40 + random.nextInt(20))));
    }
    while (!leaving.isEmpty() && leaving.peek() <= nowMs) {
      leaving.remove();
      through(new Fact.PersonLeft(1), true);
    }
    Visitor visitor = new Visitor("%016x".formatted(random.nextInt(VISITORS) + 1L));
    say(nowMs, new Fact.PassAdmitted(visitor, PassKind.CARD, true, 400 + random.nextInt(400)));
    through(new Fact.PersonEntered(1), false);
    leaving.add(nowMs + BETWEEN_VISITS_MS + random.nextLong(3 * BETWEEN_VISITS_MS));
    if (++visits % 4 == 0) {
      units = units <= 10 ? 400 : units - random.nextInt(1, 4);
      say(nowMs, new Fact.StockMeasured(new ItemCode("water"), units));
    }
  }

  private void through(Fact passage, boolean out) {
    if (out) {
      say(nowMs, new Fact.ExitPressed());
    }
    say(nowMs += 1_200, new Fact.DoorOpened());
    say(nowMs += 900, passage);
    say(nowMs += 2_500, new Fact.DoorClosed());
  }

  private void say(long sinceMs, Fact fact) {
    ready.add(new Entry(at(sinceMs), fact));
  }

  private Moment at(long sinceMs) {
    return new Moment(sinceMs, beganMs + sinceMs, true);
  }
}
