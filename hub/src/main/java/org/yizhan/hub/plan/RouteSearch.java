package org.yizhan.hub.plan;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Construction;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Strategy;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Delivery;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The short way round many stations, by jsprit: parts of the rounds are torn out and planned anew
 * (ruin and recreate; Schrimpf et al., Record Breaking Optimization Results, J. Comput. Phys. 159,
 * 2000), among them strings of neighbours (Christiaens and Vanden Berghe, Slack Induction by String
 * Removals, Transportation Science 54, 2020).
 */
final class RouteSearch {
  /** Held here because the logging system forgets loggers nobody holds. */
  private static final Logger JSPRIT_LOG = Logger.getLogger("com.graphhopper.jsprit");

  /** A week on, one station is as good as another; what runs out today weighs 128 times as much. */
  private static final double DAYS_COUNTED_MAX = 7;

  /** More of those that found no place are not tried again at each step. */
  private static final int TRIED_AGAIN_MAX = 40;

  private final List<Errand> errands;
  private final List<Round> empty;
  private final Roads roads;
  private final Map<Integer, Errand> errandAt = new HashMap<>();
  private final Map<String, Double> daysLeft = new HashMap<>();
  private double farthestKm;

  /**
   * @param errands each possible for at least one carrier alone; at least one
   * @param empty the carriers' rounds without errands
   */
  RouteSearch(List<Errand> errands, List<Round> empty, Roads roads) {
    this.errands = errands;
    this.empty = empty;
    this.roads = roads;
    for (Errand errand : errands) {
      errandAt.put(errand.place(), errand);
      daysLeft.put(errand.stop().station().value(), errand.stop().urgencyDays());
      for (Round round : empty) {
        farthestKm = Math.max(farthestKm, roads.km(round.start(), errand.place()));
      }
    }
  }

  /** One possible round for each carrier, in the same order; what is in none was left out. */
  List<Round> rounds(PlanRules rules) {
    JSPRIT_LOG.setLevel(Level.WARNING);
    VehicleRoutingProblem problem = problem();
    Random random = new Random(rules.seed());
    VehicleRoutingAlgorithm algorithm =
        settings(Jsprit.Builder.newInstance(problem), rules.searchSteps())
            .setRandom(random)
            .setObjectiveFunction(this::cost)
            .buildAlgorithm();
    VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
    List<Round> rounds = new ArrayList<>(empty);
    for (VehicleRoute route : best.getRoutes()) {
      int carrier = Integer.parseInt(route.getVehicle().getId());
      rounds.set(carrier, filled(empty.get(carrier), route));
    }
    return rounds;
  }

  private Round filled(Round round, VehicleRoute route) {
    List<Errand> order =
        route.getActivities().stream()
            .map(activity -> errandAt.get(activity.getLocation().getIndex()))
            .toList();
    Round filled = new Round(round.carrier(), round.start(), order);
    if (!filled.isPossible(roads)) {
      throw new IllegalStateException("the search came to an impossible round: " + filled);
    }
    return filled;
  }

  private VehicleRoutingProblem problem() {
    VehicleRoutingProblem.Builder problem =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(VehicleRoutingProblem.FleetSize.FINITE)
            .setRoutingCost(new RoadCosts(roads));
    Map<String, VehicleTypeImpl> types = new HashMap<>();
    for (int index = 0; index < empty.size(); index++) {
      Carrier carrier = empty.get(index).carrier();
      problem.addVehicle(
          VehicleImpl.Builder.newInstance(String.valueOf(index))
              .setStartLocation(place(empty.get(index).start()))
              .setEarliestStart(carrier.hours().from())
              .setLatestArrival(carrier.hours().to())
              .setType(types.computeIfAbsent(typeName(carrier), name -> type(name, carrier)))
              .build());
    }
    errands.forEach(errand -> problem.addJob(job(errand)));
    return problem.build();
  }

  /** Equal vehicles share a type, of which the search tries one only. */
  private static String typeName(Carrier carrier) {
    return carrier.millilitres() + " ml " + carrier.kmPerHour() + " km/h";
  }

  private static VehicleTypeImpl type(String name, Carrier carrier) {
    return VehicleTypeImpl.Builder.newInstance(name)
        .addCapacityDimension(0, carrier.millilitres())
        .setMaxVelocity(carrier.kmPerHour())
        .build();
  }

  private static Delivery job(Errand errand) {
    Stop stop = errand.stop();
    Service.Builder<Delivery> job =
        Delivery.Builder.newInstance(stop.station().value())
            .setLocation(place(errand.place()))
            .setServiceTime(stop.serviceMinutes())
            .setPriority(1 + (int) Math.min(9, stop.urgencyDays()))
            .addSizeDimension(0, Math.toIntExact(stop.millilitres()));
    int least = Math.max(1, stop.serviceMinutes());
    for (Window window : stop.open()) {
      if (window.minutes() >= least) {
        job.addTimeWindow(window.from(), window.to() - least);
      }
    }
    return job.build();
  }

  private static Location place(int index) {
    return Location.Builder.newInstance().setId(String.valueOf(index)).setIndex(index).build();
  }

  /**
   * Found by trying, with 500 stations and 20 carriers: a first plan by regret, with the switch of
   * vehicles, took 29 seconds and 600 steps five; ruins of 70 stations at random were no gain.
   */
  private Jsprit.Builder settings(Jsprit.Builder jsprit, int steps) {
    double nearest = errands.stream().mapToDouble(this::kmToNearest).filter(Double::isFinite).sum();
    return jsprit
        .setProperty(Parameter.ITERATIONS, String.valueOf(steps))
        .setProperty(Parameter.CONSTRUCTION, Construction.BEST_INSERTION.toString())
        .setProperty(Parameter.FAST_REGRET, "true")
        .setProperty(Parameter.VEHICLE_SWITCH, "false")
        .setProperty(Parameter.THRESHOLD_INI_ABS, String.valueOf(0.01 * nearest))
        .setProperty(Parameter.MIN_UNASSIGNED, String.valueOf(TRIED_AGAIN_MAX))
        .setProperty(Parameter.PROPORTION_UNASSIGNED, "0.1")
        .setProperty(Strategy.RANDOM_BEST, "0")
        .setProperty(Strategy.RANDOM_REGRET, "0")
        .setProperty(Strategy.STRING_BEST, "1")
        .setProperty(Parameter.STRING_K_MAX, "8")
        .setProperty(Parameter.STRING_L_MIN, "5")
        .setProperty(Parameter.STRING_L_MAX, "20");
  }

  private double kmToNearest(Errand errand) {
    return errands.stream()
        .filter(other -> other.place() != errand.place())
        .mapToDouble(other -> roads.km(errand.place(), other.place()))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Kilometres, and for each station left out more than any detour, the more the more urgent. */
  private double cost(VehicleRoutingProblemSolution solution) {
    double cost = 0;
    for (VehicleRoute route : solution.getRoutes()) {
      int before = route.getStart().getLocation().getIndex();
      for (var activity : route.getActivities()) {
        cost += roads.km(before, activity.getLocation().getIndex());
        before = activity.getLocation().getIndex();
      }
      cost += roads.km(before, route.getEnd().getLocation().getIndex());
    }
    for (Job job : solution.getUnassignedJobs()) {
      cost += missedKm(job);
    }
    return cost;
  }

  private double missedKm(Job job) {
    double days = Math.min(daysLeft.getOrDefault(job.getId(), 0.0), DAYS_COUNTED_MAX);
    return (1 + 4 * farthestKm) * Math.pow(2, DAYS_COUNTED_MAX - days);
  }
}
