package org.yizhan.hub.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Forecasts made again and again with nothing but the days before them, held against what came.
 * Beside each stands the naive forecast: a period's demand will be as in past periods of that
 * length (quantiles), a shelf lasts as it would have at the last four weeks' mean (days left).
 */
public final class BackTest {
  private static final int FIRST_ORIGIN = 84;
  private static final int STEP = 14;
  private static final int PERIOD = 28;
  private static final int DAYS_LEFT_CAP = 60;
  private static final double[] LEVELS = {0.1, 0.5, 0.9};

  private final List<Double> pinball = new ArrayList<>();
  private final List<Double> naivePinball = new ArrayList<>();
  private final List<Double> daysError = new ArrayList<>();
  private final List<Double> naiveDaysError = new ArrayList<>();
  private int within;
  private int daysWithin;
  private int naiveWithin;

  /** What the forecast is told of the days before an origin. */
  public interface Knowledge {
    DemandSeries of(LocalDate firstDay, int[] days);
  }

  /** Every single day. */
  public static DemandSeries everyDay(LocalDate firstDay, int[] days) {
    return DemandSeries.ofDays(firstDay, days);
  }

  /** A shelf counted every third and every fourth day, in turn. */
  public static DemandSeries countedTwiceAWeek(LocalDate firstDay, int[] days) {
    List<Observed> spans = new ArrayList<>();
    int length = 3;
    for (int day = 0; day + length <= days.length; day += length, length = 7 - length) {
      int units = Arrays.stream(days, day, day + length).sum();
      LocalDate first = firstDay.plusDays(day);
      spans.add(new Observed.Span(first, first.plusDays(length - 1), units));
    }
    return DemandSeries.of(spans);
  }

  /** Forecasts this series from every second week on, after twelve weeks. */
  public void add(LocalDate firstDay, int[] days, Knowledge knowledge) {
    for (int origin = FIRST_ORIGIN; origin + DAYS_LEFT_CAP <= days.length; origin += STEP) {
      int[] past = Arrays.copyOf(days, origin);
      LocalDate today = firstDay.plusDays(origin);
      DemandModel model = DemandModel.fit(knowledge.of(firstDay, past));
      if (model instanceof DemandModel.Fitted fitted) {
        period(fitted, today, past, Arrays.copyOfRange(days, origin, origin + PERIOD));
        daysLeft(fitted, today, past, Arrays.copyOfRange(days, origin, origin + DAYS_LEFT_CAP));
      }
    }
  }

  private void period(DemandModel.Fitted model, LocalDate today, int[] past, int[] coming) {
    int came = Arrays.stream(coming).sum();
    TotalDemand demand = model.demand(today, PERIOD);
    int[] before = new int[past.length - PERIOD + 1];
    for (int start = 0; start < before.length; start++) {
      before[start] = Arrays.stream(past, start, start + PERIOD).sum();
    }
    Arrays.sort(before);
    double loss = 0;
    double naiveLoss = 0;
    for (double level : LEVELS) {
      loss += pinball(level, demand.quantile(level), came);
      naiveLoss += pinball(level, quantile(before, level), came);
    }
    pinball.add(loss / LEVELS.length);
    naivePinball.add(naiveLoss / LEVELS.length);
    within += came >= demand.quantile(0.1) && came <= demand.quantile(0.9) ? 1 : 0;
    naiveWithin += came >= quantile(before, 0.1) && came <= quantile(before, 0.9) ? 1 : 0;
  }

  /** A shelf that holds two weeks' mean of all days before. */
  private void daysLeft(DemandModel.Fitted model, LocalDate today, int[] past, int[] coming) {
    int shelf = (int) Math.ceil(14 * Arrays.stream(past).average().orElse(0) + 0.01);
    int lasted = 0;
    for (int left = shelf; lasted < coming.length && left > 0; lasted++) {
      left -= coming[lasted];
    }
    DaysLeft.Known known = (DaysLeft.Known) DaysLeft.of(model, shelf, today);
    double lately = Arrays.stream(past, past.length - PERIOD, past.length).average().orElse(0);
    double naive = Math.min(DAYS_LEFT_CAP, lately == 0 ? DAYS_LEFT_CAP : Math.ceil(shelf / lately));
    daysError.add((double) Math.abs(capped(known.p50()) - lasted));
    naiveDaysError.add(Math.abs(naive - lasted));
    daysWithin += lasted >= capped(known.p10()) && lasted <= capped(known.p90()) ? 1 : 0;
  }

  private static int capped(OptionalInt days) {
    return Math.min(DAYS_LEFT_CAP, days.orElse(DAYS_LEFT_CAP));
  }

  private static int quantile(int[] sorted, double level) {
    return sorted[Math.max(0, (int) Math.ceil(level * sorted.length) - 1)];
  }

  private static double pinball(double level, long forecast, int came) {
    return came >= forecast ? level * (came - forecast) : (1 - level) * (forecast - came);
  }

  public int forecasts() {
    return pinball.size();
  }

  /** Mean pinball loss of P10, P50 and P90 of 28 days' demand, in units. */
  public double loss() {
    return mean(pinball);
  }

  public double naiveLoss() {
    return mean(naivePinball);
  }

  /** Share of 28 days' demands from P10 to P90. */
  public double coverage() {
    return (double) within / forecasts();
  }

  public double naiveCoverage() {
    return (double) naiveWithin / forecasts();
  }

  /** Mean error of P50 of the days left, in days. */
  public double daysError() {
    return mean(daysError);
  }

  public double naiveDaysError() {
    return mean(naiveDaysError);
  }

  /** Share of days left from P10 to P90. */
  public double daysCoverage() {
    return (double) daysWithin / forecasts();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
