package org.yizhan.hub.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalDemandTest {
  /** {@code scipy.stats.nbinom} of SciPy 1.17.1: ppf at 0.1, 0.5, 0.9, 0.99 and cdf at 0, 3, 10. */
  @ParameterizedTest
  @CsvSource({
    "2.5, 0.3, 1, 5, 12, 20, 0.049295030175464945, 0.3521975859067672, 0.8621611156029032",
    "0.4, 0.05, 0, 3, 22, 58, 0.30170881682725814, 0.5505437669231731, 0.7673144162450998",
    "12.75, 0.8, 1, 3, 6, 9, 0.05812959995145504, 0.6105969509900808, 0.9977590128555692",
    "250.5, 0.5, 222, 250, 279, 305, 3.9082837432174785e-76, 1.3265166003783597e-70, 1.3231034651105267e-61",
  })
  void agrees_with_scipys_negative_binomial(
      double r, double p, int p10, int p50, int p90, int p99, double at0, double at3, double at10) {
    TotalDemand demand = new TotalDemand(r * (1 - p) / p, 1 / p);

    assertThat(new long[] {demand.quantile(0.1), demand.quantile(0.5)}).containsExactly(p10, p50);
    assertThat(new long[] {demand.quantile(0.9), demand.quantile(0.99)}).containsExactly(p90, p99);
    assertThat(demand.atMost(0)).isCloseTo(at0, withinPercentage(1e-7));
    assertThat(demand.atMost(3)).isCloseTo(at3, withinPercentage(1e-7));
    assertThat(demand.atMost(10)).isCloseTo(at10, withinPercentage(1e-7));
    assertThat(demand.atLeast(11)).isCloseTo(1 - at10, within(1e-12));
  }

  /** {@code scipy.stats.poisson} of SciPy 1.17.1, the same columns. */
  @ParameterizedTest
  @CsvSource({
    "0.3, 0, 0, 1, 2, 0.740818220681718, 0.9997341888099782, 0.9999999999999662",
    "4.2, 2, 4, 7, 10, 0.014995576820477707, 0.39540336960235617, 0.9959311969598293",
    "150, 134, 150, 166, 179, 7.175095973164448e-66, 4.117794754094997e-60, 1.2210186130573193e-50",
  })
  void agrees_with_scipys_poisson(
      double mean, int p10, int p50, int p90, int p99, double at0, double at3, double at10) {
    TotalDemand demand = new TotalDemand(mean, 1);

    assertThat(new long[] {demand.quantile(0.1), demand.quantile(0.5)}).containsExactly(p10, p50);
    assertThat(new long[] {demand.quantile(0.9), demand.quantile(0.99)}).containsExactly(p90, p99);
    assertThat(demand.atMost(0)).isCloseTo(at0, withinPercentage(1e-7));
    assertThat(demand.atMost(3)).isCloseTo(at3, withinPercentage(1e-7));
    assertThat(demand.atMost(10)).isCloseTo(at10, withinPercentage(1e-7));
  }

  @ParameterizedTest
  @CsvSource({"7.5, 1", "7.5, 1.4", "0.2, 6", "120, 30"})
  void what_is_left_on_average_is_the_sum_over_all_outcomes(double mean, double ratio) {
    TotalDemand demand = new TotalDemand(mean, ratio);

    double summed = LongStream.range(0, 50).mapToDouble(demand::atMost).sum();

    assertThat(demand.expectedLeft(50)).isCloseTo(summed, within(1e-9));
  }

  @Test
  void nearly_poisson_is_no_cliff() {
    TotalDemand poisson = new TotalDemand(30, 1.000999);
    TotalDemand binomial = new TotalDemand(30, 1.001001);

    assertThat(poisson.atMost(25)).isCloseTo(binomial.atMost(25), within(2e-4));
  }

  @Test
  void no_demand_takes_nothing() {
    TotalDemand none = new TotalDemand(0, 3);

    assertThat(none.quantile(0.9)).isZero();
    assertThat(none.atLeast(1)).isZero();
    assertThat(none.expectedLeft(12)).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "NaN, 2", "Infinity, 2", "1, 0.5", "1, NaN"})
  void refuses_what_is_no_distribution(double mean, double ratio) {
    assertThatThrownBy(() -> new TotalDemand(mean, ratio))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give a mean of 0 or more");
  }
}
