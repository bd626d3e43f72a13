package org.yizhan.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.yizhan.hub.forecast.BackTest;
import org.yizhan.hub.forecast.DaysLeft;
import org.yizhan.hub.forecast.DemandModel;
import org.yizhan.hub.forecast.DemandSeries;
import org.yizhan.hub.forecast.GeneratedDemand;

/**
 * How long all supplies of a large union take to forecast, and how wrong the forecasts are: on
 * generated series of known kinds and on real ones, beside the naive forecast.
 */
final class ForecastBench {
  private static final int STATIONS = 1_000;
  private static final int ITEMS = 30;
  private static final int DAYS = 365;
  private static final int ROUNDS = 5;
  private static final int SERIES_OF_A_KIND = 100;
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  private final List<Figure> figures = new ArrayList<>();

  List<Figure> run(List<Path> files) {
    List<DemandFile> real = new ArrayList<>();
    real.add(DemandFile.trains());
    files.forEach(file -> real.add(DemandFile.read(file)));
    speed();
    for (GeneratedDemand kind : GeneratedDemand.values()) {
      int days = kind == GeneratedDemand.SEASONAL ? 900 : 400;
      List<int[]> series =
          IntStream.range(0, SERIES_OF_A_KIND).mapToObj(seed -> kind.days(seed, days)).toList();
      backTests(kind.name().toLowerCase(Locale.ROOT), MONDAY, series);
    }
    real.forEach(file -> backTests(file.name(), file.firstDay(), file.items()));
    return figures;
  }

  /**
   * The first round is what a hub that just started needs; the median of five what it needs later.
   */
  private void speed() {
    GeneratedDemand[] kinds = GeneratedDemand.values();
    DemandSeries[] all = new DemandSeries[STATIONS * ITEMS];
    Arrays.setAll(all, at -> DemandSeries.ofDays(MONDAY, kinds[at % kinds.length].days(at, DAYS)));
    LocalDate today = MONDAY.plusDays(DAYS);
    double[] seconds = new double[ROUNDS];
    double[] processor = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      double processorBegun = processorSeconds();
      long begun = System.nanoTime();
      long known =
          Arrays.stream(all)
              .parallel()
              .filter(
                  series ->
                      DaysLeft.of(DemandModel.fit(series), 20, today) instanceof DaysLeft.Known)
              .count();
      seconds[round] = (System.nanoTime() - begun) / 1e9;
      processor[round] = processorSeconds() - processorBegun;
      if (known != all.length) {
        throw new BenchException("only " + known + " forecasts were made");
      }
    }
    figures.add(Figure.of("forecast-30000-items-first", seconds[0], "s"));
    Arrays.sort(seconds);
    Arrays.sort(processor);
    figures.add(Figure.of("forecast-30000-items-median-of-5", seconds[ROUNDS / 2], "s"));
    figures.add(Figure.of("forecast-30000-items-processor-time", processor[ROUNDS / 2], "s"));
  }

  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private void backTests(String name, LocalDate firstDay, List<int[]> series) {
    BackTest everyDay = new BackTest();
    BackTest counted = new BackTest();
    for (int[] days : series) {
      everyDay.add(firstDay, days, BackTest::everyDay);
      counted.add(firstDay, days, BackTest::countedTwiceAWeek);
    }
    if (everyDay.forecasts() == 0) {
      throw new BenchException(name + ": give 144 days at least");
    }
    figure(name, "forecasts", everyDay.forecasts(), "forecasts");
    figure(name, "loss-28-days", everyDay.loss(), "units");
    figure(name, "loss-28-days-counted-twice-a-week", counted.loss(), "units");
    figure(name, "loss-28-days-naive", everyDay.naiveLoss(), "units");
    figure(name, "within-p10-p90", everyDay.coverage(), "share");
    figure(name, "within-p10-p90-naive", everyDay.naiveCoverage(), "share");
    figure(name, "days-left-error", everyDay.daysError(), "days");
    figure(name, "days-left-error-naive", everyDay.naiveDaysError(), "days");
    figure(name, "days-left-within-p10-p90", everyDay.daysCoverage(), "share");
  }

  private void figure(String name, String what, double value, String unit) {
    figures.add(Figure.of("forecast-" + name + "-" + what, value, unit));
  }
}
