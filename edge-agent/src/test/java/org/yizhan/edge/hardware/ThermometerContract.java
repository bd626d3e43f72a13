package org.yizhan.edge.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yizhan.station.Celsius;
import org.yizhan.station.RelativeHumidity;

/** What every sensor of temperature and humidity does, whatever it is made of. */
public abstract class ThermometerContract {
  /** The thermometer under test, always the same one. */
  protected abstract Thermometer thermometer();

  /** Makes the air so. */
  protected abstract void air(double celsius, int percent);

  protected abstract void takeAway();

  protected abstract void bringBack();

  @Test
  void measures_the_air() {
    for (double celsius : new double[] {-30, -0.4, 0, 21.37, 36.6, 60}) {
      air(celsius, 47);

      Thermometer.Reading reading = thermometer().read();

      assertThat(reading.temperature().hundredths())
          .isCloseTo(Celsius.of(celsius).hundredths(), within(1));
      assertThat(reading.humidity()).isEqualTo(new RelativeHumidity(47));
    }
  }

  @Test
  void says_why_it_does_not_answer_and_answers_when_it_is_back() {
    air(21, 40);
    takeAway();

    assertThatThrownBy(() -> thermometer().read())
        .isInstanceOf(HardwareException.class)
        .hasMessageMatching(".{20,}");
    bringBack();

    assertThat(thermometer().read().temperature().hundredths()).isCloseTo(2_100, within(1));
  }

  @Test
  void measures_again_after_it_was_closed() {
    air(21, 40);
    thermometer().close();
    thermometer().close();

    assertThat(thermometer().read().humidity().percent()).isEqualTo(40);
  }

  private static org.assertj.core.data.Offset<Integer> within(int hundredths) {
    return org.assertj.core.data.Offset.offset(hundredths);
  }
}
