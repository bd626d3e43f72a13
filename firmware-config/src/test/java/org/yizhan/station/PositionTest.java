package org.yizhan.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

  @ParameterizedTest
  @CsvSource({"90.01, 0", "-91, 0", "0, 180.01", "0, -181", "NaN, 0", "0, NaN", "0, Infinity"})
  void no_place_on_earth_is_refused(double latitude, double longitude) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Position(latitude, longitude));
  }

  @Test
  void the_equator_has_one_zero() {
    assertThat(new Position(-0.0, -0.0)).isEqualTo(new Position(0, 0));
  }

  @Test
  void a_quarter_of_the_equator_is_ten_thousand_kilometres_whichever_way_it_is_measured() {
    double quarter = 6371.0088 * Math.PI / 2;

    assertThat(new Position(0, 0).kilometresTo(new Position(0, 90))).isCloseTo(quarter, near());
    assertThat(new Position(0, 0).kilometresTo(new Position(90, 17))).isCloseTo(quarter, near());
    assertThat(new Position(0, 135).kilometresTo(new Position(0, -135))).isCloseTo(quarter, near());
  }

  @Test
  void opposite_points_are_half_the_earths_circumference_apart() {
    assertThat(new Position(36.45, 115.98).kilometresTo(new Position(-36.45, -64.02)))
        .isCloseTo(6371.0088 * Math.PI, near());
  }

  @Test
  void there_and_back_are_equally_far_and_nowhere_is_no_distance() {
    Position liaocheng = new Position(36.4455, 115.9851);
    Position nanning = new Position(22.8152, 108.3661);

    assertThat(liaocheng.kilometresTo(nanning)).isEqualTo(nanning.kilometresTo(liaocheng));
    assertThat(liaocheng.kilometresTo(liaocheng)).isZero();
  }

  private static org.assertj.core.data.Offset<Double> near() {
    return within(1e-6);
  }
}
