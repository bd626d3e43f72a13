package org.yizhan.hub.forecast;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * How many units may be taken in a given number of days: negative binomial, or Poisson where the
 * variance is no larger than the mean. With size r = mean / (varianceToMean − 1) and success
 * probability p = 1 / varianceToMean, P(X ≤ k) is the regularised incomplete beta I_p(r, k + 1);
 * days that share p add up to one with the same p, whatever their means are.
 *
 * @param mean in units, finite and not negative
 * @param varianceToMean 1 for Poisson, more for lumpier demand
 */
public record TotalDemand(double mean, double varianceToMean) {
  /** Closer to Poisson than this, the difference is less than a thousandth of the variance. */
  private static final double POISSON_BELOW = 1.001;

  private static final long QUANTILE_MAX = 1L << 40;

  /** Refuses what is no distribution. */
  public TotalDemand {
    if (!Double.isFinite(mean)
        || mean < 0
        || !Double.isFinite(varianceToMean)
        || varianceToMean < 1) {
      throw new IllegalArgumentException(
          "demand with mean %s and variance %s times that; give a mean of 0 or more, a ratio of 1 or more"
              .formatted(mean, varianceToMean));
    }
  }

  /** The probability that this many units or fewer are taken. */
  public double atMost(long units) {
    if (units < 0) {
      return 0;
    }
    if (mean == 0) {
      return 1;
    }
    return varianceToMean < POISSON_BELOW
        ? RegularizedGamma.Q.value((double) units + 1, mean)
        : RegularizedBeta.value(1 / varianceToMean, size(), (double) units + 1);
  }

  /** The probability that this many units or more are taken. */
  public double atLeast(long units) {
    if (units <= 0) {
      return 1;
    }
    if (mean == 0) {
      return 0;
    }
    return varianceToMean < POISSON_BELOW
        ? RegularizedGamma.P.value((double) units, mean)
        : RegularizedBeta.complement(1 / varianceToMean, size(), (double) units);
  }

  /**
   * The fewest units that suffice with this probability.
   *
   * @param probability above 0 and below 1
   */
  public long quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("a quantile at " + probability + "; give 0 < p < 1");
    }
    long high = 1 + (long) mean;
    while (atMost(high) < probability && high < QUANTILE_MAX) {
      high *= 2;
    }
    long low = -1;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (atMost(middle) >= probability) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** How many of these units are left on average. */
  public double expectedLeft(long units) {
    if (units <= 0 || mean == 0) {
      return Math.max(0, units);
    }
    // x·P(X = x) is the mean times P(Y = x − 1), where Y has size r + 1
    double takenWhileAnyIsLeft =
        varianceToMean < POISSON_BELOW
            ? mean * atMost(units - 2)
            : units < 2
                ? 0
                : mean * RegularizedBeta.value(1 / varianceToMean, size() + 1, units - 1.0);
    return Math.max(0, units * atMost(units - 1) - takenWhileAnyIsLeft);
  }

  private double size() {
    return mean / (varianceToMean - 1);
  }
}
