package org.yizhan.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.yizhan.hub.plan.District;
import org.yizhan.hub.plan.LeftOut;
import org.yizhan.hub.plan.NearestNeighbour;
import org.yizhan.hub.plan.PlanRules;
import org.yizhan.hub.plan.RestockPlan;
import org.yizhan.hub.plan.RestockPlanner;
import org.yizhan.hub.plan.Stop;

/**
 * Planning the rounds of 500 seeded stations, in a program that has planned nothing before: once
 * with every station below its minimum, once with every third as on a usual day.
 */
final class PlanBench {
  private static final int STATIONS = 500;
  private static final long SEED = 20_261_127;

  List<Figure> run() {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(figures("plan-all-below", District.of(SEED, STATIONS, 1, 20, 2_000)));
    figures.addAll(figures("plan-third-below", District.of(SEED, STATIONS, 1 / 3.0, 8, 2_000)));
    return figures;
  }

  private static List<Figure> figures(String name, District district) {
    PlanRules rules = PlanRules.USUAL;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long workBegun = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    RestockPlan plan = RestockPlanner.plan(district.stops(), district.carriers(), rules);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double processorSeconds = (threads.getCurrentThreadCpuTime() - workBegun) / 1e9;
    NearestNeighbour.Result naive =
        NearestNeighbour.plan(district.stops(), district.carriers(), rules.detourFactor());
    int wanted = (int) district.stops().stream().filter(Stop::belowMinimum).count();
    int leftOut = (int) plan.leftOut().stream().filter(each -> !isAboveMinimum(each)).count();
    int takenAlong = STATIONS - plan.leftOut().size() - (wanted - leftOut);
    return List.of(
        Figure.of(name + "-seconds", seconds, "s"),
        Figure.of(name + "-processor-time", processorSeconds, "s"),
        Figure.of(name + "-distance", plan.km(), "km"),
        Figure.of(name + "-distance-by-nearest-neighbour", plan.km() / naive.km(), "ratio"),
        Figure.of(name + "-stations-below-minimum", wanted, "stations"),
        Figure.of(name + "-left-out-below-minimum", leftOut, "stations"),
        Figure.of(name + "-left-out-by-nearest-neighbour", wanted - naive.stations(), "stations"),
        Figure.of(name + "-taken-along-above-minimum", takenAlong, "stations"),
        Figure.of(name + "-rounds", plan.routes().size(), "rounds"));
  }

  private static boolean isAboveMinimum(LeftOut each) {
    return each.reason() == LeftOut.Reason.ABOVE_MINIMUM;
  }
}
