package org.yizhan.hub.forecast;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Kinds of daily demand as supplies have them, made from a seed: the same seed, the same days. */
public enum GeneratedDemand {
  /** Tissues: some every day. */
  STEADY {
    @Override
    int units(RandomGenerator random, int day, double level) {
      return poisson(random, 4 * level);
    }
  },
  /** Plasters: on one day in eight, one or two. */
  INTERMITTENT {
    @Override
    int units(RandomGenerator random, int day, double level) {
      return random.nextDouble() < 0.12 * level ? 1 + poisson(random, 0.5) : 0;
    }
  },
  /** Rain capes: seldom, then many. */
  LUMPY {
    @Override
    int units(RandomGenerator random, int day, double level) {
      return random.nextDouble() < 0.1 ? geometric(random, 8 * level) : 0;
    }
  },
  /** Water at a station of couriers: few at weekends. */
  WEEKLY {
    @Override
    int units(RandomGenerator random, int day, double level) {
      double[] shares = {1.3, 1.3, 1.3, 1.3, 1.3, 0.4, 0.1};
      return poisson(random, 6 * level * shares[day % 7]);
    }
  },
  /** Salt soda: four times as much in July as in January. */
  SEASONAL {
    @Override
    int units(RandomGenerator random, int day, double level) {
      return poisson(random, 4 * level * Math.exp(-0.7 * Math.cos(2 * Math.PI * day / 365.25)));
    }
  },
  /** Masks: nobody asks for them any more from some day on. */
  DYING {
    @Override
    int units(RandomGenerator random, int day, double level) {
      return poisson(random, 3 * level / (1 + Math.exp((day - 250 * level) / 10)));
    }
  };

  abstract int units(RandomGenerator random, int day, double level);

  /** So many days, day 0 a Monday in January; each series of a kind has a level of its own. */
  public int[] days(long seed, int count) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double level = 0.5 + random.nextDouble();
    int[] days = new int[count];
    for (int day = 0; day < count; day++) {
      days[day] = units(random, day, level);
    }
    return days;
  }

  private static int poisson(RandomGenerator random, double mean) {
    double limit = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; count++) {
      product *= random.nextDouble();
    }
    return count;
  }

  private static int geometric(RandomGenerator random, double mean) {
    return 1 + (int) (Math.log1p(-random.nextDouble()) / Math.log1p(-1 / Math.max(mean, 1.01)));
  }
}
