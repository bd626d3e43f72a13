package org.yizhan.hub.forecast;

/**
 * A way to follow the level of demand, in units a day, through what was observed. Both take a
 * running mean until that has seen as many days as the weight remembers, so nothing depends on a
 * guessed beginning.
 */
public sealed interface Smoothing {
  /** The share of the newest day in the level, 0 for the plain mean. */
  double weight();

  /**
   * Runs over all observations.
   *
   * @param levels receives the level before each observation, and behind the last one the final
   *     level: {@code track.count() + 1} numbers
   */
  void run(Track track, double[] levels);

  /** Simple exponential smoothing of the demand itself. */
  record Ses(double weight) implements Smoothing {
    @Override
    public void run(Track track, double[] levels) {
      run(track, levels, 0, 0);
    }

    /** The same from a level believed as if seen for so many days already. */
    void run(Track track, double[] levels, double begin, double daysBelieved) {
      double level = begin;
      double seen = daysBelieved;
      for (int index = 0; index < track.count(); index++) {
        levels[index] = level;
        if (track.isNoNews(index, level)) {
          continue;
        }
        seen += track.exposure(index);
        level += gain(weight, track, index, seen) * (track.rate(index) - level);
      }
      levels[track.count()] = level;
    }
  }

  /**
   * Teunter, Syntetos and Babai: the chance of a day with demand is smoothed every day, the size of
   * a demand only when there is one. A product nobody asks for any more fades out, which is its
   * point. In a span the number of days with demand is not known; none for no units, else the units
   * divided by the size so far.
   *
   * @param weight of the chance
   * @param sizeWeight of the size
   */
  record Tsb(double weight, double sizeWeight) implements Smoothing {
    @Override
    public void run(Track track, double[] levels) {
      run(track, levels, 0, 0, 0, 0);
    }

    void run(
        Track track,
        double[] levels,
        double beginChance,
        double daysBelieved,
        double beginSize,
        double demandsBelieved) {
      double chance = beginChance;
      double size = beginSize;
      double seen = daysBelieved;
      double demands = demandsBelieved;
      for (int index = 0; index < track.count(); index++) {
        levels[index] = chance * size;
        if (track.isNoNews(index, levels[index])) {
          continue;
        }
        seen += track.exposure(index);
        double times = demandDays(track, index, size);
        double often = Math.min(1, times / track.exposure(index));
        chance += gain(weight, track, index, seen) * (often - chance);
        if (times > 0) {
          demands += times;
          double share = times == 1 ? sizeWeight : 1 - Math.pow(1 - sizeWeight, times);
          size += Math.max(share, times / demands) * (track.units(index) / times - size);
        }
      }
      levels[track.count()] = chance * size;
    }

    private static double demandDays(Track track, int index, double size) {
      int units = track.units(index);
      int days = track.days(index);
      if (units == 0 || days == 1) {
        return Math.min(units, 1);
      }
      double guess = size > 0 ? units / size : days;
      return Math.clamp(guess, 1, Math.min(days, units));
    }
  }

  /** A day on which little is expected says little about the level. */
  private static double gain(double weight, Track track, int index, double seen) {
    double exposure = track.exposure(index);
    int days = track.days(index);
    double share = days == 1 ? weight : 1 - Math.pow(1 - weight, days);
    return Math.max(share * Math.min(1, exposure / days), exposure / seen);
  }
}
