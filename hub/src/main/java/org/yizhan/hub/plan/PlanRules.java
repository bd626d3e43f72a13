package org.yizhan.hub.plan;

/**
 * What a plan goes by.
 *
 * @param detourFactor the road's length for one of the straight line, 1 to 3
 * @param soonDays a station above its minimum may be taken along if its first item may run out
 *     (P10) within so many days, 0 to 60
 * @param detourShareMax … and if the detour to it is shorter than this share of the way there and
 *     back from the round's start, which is what a trip of its own would cost; 0 to 1
 * @param searchSteps how often the search tears out a part of the rounds and plans it anew, 1 to
 *     100,000; a bound by count, so that a plan does not depend on the machine
 * @param seed of the search: the same input and seed give the same plan
 */
public record PlanRules(
    double detourFactor, double soonDays, double detourShareMax, int searchSteps, long seed) {
  /**
   * Road and straight line in 25 Chinese cities: 1.324 on average ("Quantifying the relationships
   * between network distance and straight-line distance", Annals of GIS 27(4), 2021,
   * doi:10.1080/19475683.2021.1966503); 300 European cities: 1.343 (doi:10.1177/23998083231168870).
   */
  public static final double DETOUR_FACTOR = 1.324;

  public static final PlanRules USUAL = new PlanRules(DETOUR_FACTOR, 7, 0.2, 600, 20_261_127);

  public PlanRules {
    if (!(detourFactor >= 1 && detourFactor <= 3)) {
      throw new IllegalArgumentException("a detour factor lies between 1 and 3");
    }
    if (!(soonDays >= 0 && soonDays <= 60)) {
      throw new IllegalArgumentException("soon means within 0 to 60 days");
    }
    if (!(detourShareMax >= 0 && detourShareMax <= 1)) {
      throw new IllegalArgumentException("the share of a detour lies between 0 and 1");
    }
    if (searchSteps < 1 || searchSteps > 100_000) {
      throw new IllegalArgumentException("a search has 1 to 100000 steps");
    }
  }
}
