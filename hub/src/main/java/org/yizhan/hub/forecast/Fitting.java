package org.yizhan.hub.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Chooses the smoothing and the day pattern that erred least on this series. */
final class Fitting {
  private static final List<Smoothing> CANDIDATES = candidates();

  /** A level is judged by what a week takes: a day of an intermittent item is mostly noise. */
  private static final int WEEK = 7;

  private static final int MONTH = 28;

  /** Each weekday is then seen five times, and judged on the last third of the days. */
  private static final int WEEKDAY_DAYS_MIN = 56;

  /** Months repeat after a year only; half a year more judges them. */
  private static final int SEASON_DAYS_MIN = 540;

  private static final int SEASON_DAYS_HELD_OUT = 170;

  /** By so much an effect must lower the squared error, or chance would keep it too often. */
  private static final double WORTH = 0.99;

  /** By so much a smoothing that forgets faster must err less, or chance would choose it. */
  private static final double FASTER_WORTH = 0.95;

  /** Units for which the prior belief in Poisson demand counts. */
  private static final double POISSON_BELIEVED = 3;

  /** Periods of four weeks after which what they show is half believed. */
  private static final double PERIODS_BELIEVED = 3;

  /** Variance of next month's level as a share of its square, before anything is seen: 10 %. */
  private static final double DRIFT_USUAL = 0.01;

  private final DemandSeries series;
  private final double[] levels;

  Fitting(DemandSeries series) {
    this.series = series;
    levels = new double[series.count() + 1];
  }

  DemandModel.Fitted fit() {
    DayPattern pattern = DayPattern.NONE;
    Track track = new Track(series, pattern);
    Smoothing smoothing = choose(track);
    double ratio = varianceToMean(track, smoothing);
    int known = track.daysKnown();
    if (known >= WEEKDAY_DAYS_MIN) {
      int heldOut = track.indexAfterDays(known - known / 3);
      DayPattern tried = pattern.withWeekdays(series, heldOut, ratio);
      if (earns(tried, track, smoothing, heldOut, 1)) {
        pattern = pattern.withWeekdays(series, series.count(), ratio);
      }
    }
    if (known >= SEASON_DAYS_MIN) {
      int heldOut = track.indexAfterDays(known - SEASON_DAYS_HELD_OUT);
      DayPattern tried = pattern.withMonths(series, heldOut, ratio);
      if (earns(tried, new Track(series, pattern), smoothing, heldOut, MONTH)) {
        pattern = pattern.withMonths(series, series.count(), ratio);
      }
    }
    if (!pattern.equals(DayPattern.NONE)) {
      track = new Track(series, pattern);
      smoothing = choose(track);
    }
    return fitted(track, smoothing, pattern);
  }

  private DemandModel.Fitted fitted(Track track, Smoothing smoothing, DayPattern pattern) {
    int known = track.daysKnown();
    double ratio = varianceToMean(track, smoothing);
    double spread = ratio * (remembered(smoothing, 1.0 / known) + drift(track, smoothing, ratio));
    // that nobody took one in so many days does not say that nobody ever will
    double level = Math.max(levels[track.count()], 0.5 / known);
    return new DemandModel.Fitted(
        known,
        LocalDate.ofEpochDay(series.endEpochDay()),
        smoothing,
        level,
        ratio,
        spread,
        pattern);
  }

  /** The variance of the level, as a share of a day's, when it rests on so many days. */
  private static double remembered(Smoothing smoothing, double oneByDays) {
    return Math.max(oneByDays, smoothing.weight() / (2 - smoothing.weight()));
  }

  /**
   * What four weeks' errors show beyond that: demand that wanders. Few such periods prove little,
   * so what is usual for any demand counts as some periods more.
   */
  private double drift(Track track, Smoothing smoothing, double ratio) {
    int known = track.daysKnown();
    int days = Math.min(MONTH, known / 3);
    int from = warmUp(track);
    double usual = DRIFT_USUAL * levels[track.count()] / ratio;
    Track.Errors errors = track.errors(levels, from, days);
    double begin = Math.max(1, track.daysBefore(from));
    double end = known - days;
    if (errors.expected() <= 0 || end <= begin) {
      return usual;
    }
    double meanOneByDays = Math.log(end / begin) / (end - begin);
    double seen = errors.squares() / errors.expected() / ratio - 1;
    double excess = seen / days - remembered(smoothing, meanOneByDays);
    double periods = (end - begin) / days;
    return Math.max(
        0, (excess * periods + usual * PERIODS_BELIEVED) / (periods + PERIODS_BELIEVED));
  }

  /** Leaves the levels of the smoothing it chose in {@link #levels}. */
  private Smoothing choose(Track track) {
    Smoothing best = CANDIDATES.getFirst();
    double least = Double.POSITIVE_INFINITY;
    int from = warmUp(track);
    for (Smoothing candidate : CANDIDATES) {
      candidate.run(track, levels);
      double squares = track.errors(levels, from, WEEK).squares();
      if (squares < FASTER_WORTH * least) {
        least = squares;
        best = candidate;
      }
    }
    best.run(track, levels);
    return best;
  }

  private boolean earns(DayPattern tried, Track without, Smoothing smoothing, int from, int days) {
    ToDoubleFunction<Track> squares =
        track -> {
          smoothing.run(track, levels);
          return track.errors(levels, from, days).squares();
        };
    double before = squares.applyAsDouble(without);
    return squares.applyAsDouble(new Track(series, tried)) < WORTH * before;
  }

  private double varianceToMean(Track track, Smoothing smoothing) {
    smoothing.run(track, levels);
    Track.Errors errors = track.errors(levels, warmUp(track), 1);
    double ratio = (errors.squares() + POISSON_BELIEVED) / (errors.expected() + POISSON_BELIEVED);
    return Math.max(1, ratio);
  }

  /** The first quarter, four weeks at most, only warms up. */
  private static int warmUp(Track track) {
    return Math.max(1, track.indexAfterDays(Math.min(MONTH, track.daysKnown() / 4)));
  }

  private static List<Smoothing> candidates() {
    List<Smoothing> all = new ArrayList<>();
    for (double weight : new double[] {0, 0.01, 0.02, 0.05, 0.1, 0.2}) {
      all.add(new Smoothing.Ses(weight));
    }
    for (double weight : new double[] {0.01, 0.02, 0.05, 0.1}) {
      for (double sizeWeight : new double[] {0.02, 0.1}) {
        all.add(new Smoothing.Tsb(weight, sizeWeight));
      }
    }
    return List.copyOf(all);
  }
}
