package org.yizhan.edge.hardware.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Thermometer;
import org.yizhan.edge.hardware.ThermometerContract;

class Sht3xTest extends ThermometerContract {
  private static final int ADDRESS = 0x44;

  private final FakeSht3x sensor = new FakeSht3x(ADDRESS);
  private final Sht3x thermometer = new Sht3x(sensor, ADDRESS, this::waitFor);
  private Duration waited = Duration.ZERO;

  private void waitFor(Duration time) {
    waited = waited.plus(time);
    sensor.timePasses();
  }

  @Override
  protected Thermometer thermometer() {
    return thermometer;
  }

  @Override
  protected void air(double celsius, int percent) {
    sensor.air(celsius, percent);
  }

  @Override
  protected void takeAway() {
    sensor.present(false);
  }

  @Override
  protected void bringBack() {
    sensor.present(true);
  }

  @Test
  void waits_as_long_as_a_measurement_takes() {
    sensor.air(20, 50);

    thermometer.read();

    assertThat(waited).isGreaterThanOrEqualTo(Duration.ofNanos(15_500_000));
  }

  @Test
  void the_checksum_is_the_one_of_the_data_sheet() {
    assertThat(Sht3x.crc((byte) 0xBE, (byte) 0xEF)).isEqualTo(0x92);
  }

  @ParameterizedTest
  @CsvSource({"0,-4500", "65535,13000", "26214,2500", "32768,4250"})
  void converts_signals_as_the_data_sheet_says(int signal, int hundredths) {
    if (hundredths > 12_500) {
      assertThatThrownBy(() -> Sht3x.celsius(signal)).isInstanceOf(HardwareException.class);
    } else {
      assertThat(Sht3x.celsius(signal).hundredths()).isEqualTo(hundredths);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "65535,100", "32768,50"})
  void converts_humidity_as_the_data_sheet_says(int signal, int percent) {
    assertThat(Sht3x.percent(signal).percent()).isEqualTo(percent);
  }

  @Test
  void refuses_a_damaged_answer() {
    sensor.air(20, 50);
    sensor.damageAnswers(true);

    assertThatThrownBy(thermometer::read)
        .isInstanceOf(HardwareException.class)
        .hasMessageContaining("wrong checksum");
  }

  @Test
  void refuses_an_answer_that_is_too_short() {
    sensor.air(20, 50);
    sensor.cutAnswers(3);

    assertThatThrownBy(thermometer::read)
        .isInstanceOf(HardwareException.class)
        .hasMessageContaining("gave 3 bytes");
  }

  @Test
  void finds_nothing_at_another_address() {
    Thermometer elsewhere = new Sht3x(sensor, 0x45, this::waitFor);

    assertThatThrownBy(elsewhere::read).isInstanceOf(HardwareException.class);
  }
}
