package org.yizhan.edge.hardware.pi;

import java.time.Duration;
import java.util.function.Consumer;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Thermometer;
import org.yizhan.station.Celsius;
import org.yizhan.station.RelativeHumidity;

/**
 * A Sensirion SHT30, SHT31 or SHT35 (data sheet SHT3x-DIS, version 7): one single-shot measurement
 * of high repeatability without clock stretching, which the Pi's I2C does badly (command 0x2400,
 * table 9), then six bytes: temperature, CRC, humidity, CRC (section 4.4). Address 0x44 or 0x45.
 */
public final class Sht3x implements Thermometer {
  /** Table 4 gives at most 15.5 ms for high repeatability. */
  static final Duration MEASURING = Duration.ofMillis(16);

  private static final byte[] SINGLE_SHOT_HIGH = {0x24, 0x00};
  private static final int ANSWER_BYTES = 6;
  private static final double FULL_SCALE = 65_535;
  private static final double HOTTEST = 125;

  private final I2cBus bus;
  private final int address;
  private final Consumer<Duration> waiting;

  /**
   * @param waiting waits at least so long on the calling thread
   */
  public Sht3x(I2cBus bus, int address, Consumer<Duration> waiting) {
    this.bus = bus;
    this.address = address;
    this.waiting = waiting;
  }

  @Override
  public Reading read() {
    bus.write(address, SINGLE_SHOT_HIGH.clone());
    waiting.accept(MEASURING);
    byte[] answer = bus.read(address, ANSWER_BYTES);
    int temperature = word(answer, 0, "temperature");
    int humidity = word(answer, 3, "humidity");
    return new Reading(celsius(temperature), percent(humidity));
  }

  @Override
  public void close() {
    bus.release(address);
  }

  /** T = −45 + 175 · S / (2¹⁶ − 1), section 4.13. */
  static Celsius celsius(int signal) {
    double degrees = -45 + 175 * signal / FULL_SCALE;
    if (degrees > HOTTEST) {
      throw new HardwareException(
          String.format(
              "The SHT3x says %.0f °C, more than it can measure: check its wires.", degrees));
    }
    return Celsius.of(degrees);
  }

  /** RH = 100 · S / (2¹⁶ − 1), section 4.13. */
  static RelativeHumidity percent(int signal) {
    return new RelativeHumidity(Math.toIntExact(Math.round(100 * signal / FULL_SCALE)));
  }

  private int word(byte[] answer, int at, String what) {
    if (crc(answer[at], answer[at + 1]) != (answer[at + 2] & 0xFF)) {
      throw new HardwareException(
          String.format(
              "The SHT3x at 0x%02x gave a damaged %s (wrong checksum): shorten or shield its"
                  + " wires.",
              address, what));
    }
    return (answer[at] & 0xFF) << 8 | (answer[at + 1] & 0xFF);
  }

  /** CRC-8 of polynomial 0x31, begun with 0xFF, not reflected (section 4.12, table 20). */
  static int crc(byte... bytes) {
    int crc = 0xFF;
    for (byte next : bytes) {
      crc ^= next & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x80) != 0 ? (crc << 1 ^ 0x31) & 0xFF : crc << 1;
      }
    }
    return crc;
  }
}
