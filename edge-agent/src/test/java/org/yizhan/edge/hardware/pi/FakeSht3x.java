package org.yizhan.edge.hardware.pi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.HardwareException;

/**
 * An SHT3x on a bus, as its data sheet describes it: one command, the time to measure, one answer.
 * Made without the code under test, from a table-driven checksum.
 */
final class FakeSht3x implements I2cBus {
  private final int address;
  private int temperatureSignal;
  private int humiditySignal;
  private boolean present = true;
  private boolean damaged;
  private boolean measured;
  private byte @Nullable [] answer;
  private int shortBy;

  FakeSht3x(int address) {
    this.address = address;
  }

  void air(double celsius, double percent) {
    temperatureSignal = (int) Math.round((celsius + 45) / 175 * 65_535);
    humiditySignal = (int) Math.round(percent / 100 * 65_535);
  }

  void present(boolean present) {
    this.present = present;
    answer = null;
  }

  void damageAnswers(boolean damaged) {
    this.damaged = damaged;
  }

  void cutAnswers(int bytes) {
    shortBy = bytes;
  }

  /** The time to measure has passed. */
  void timePasses() {
    measured = true;
  }

  @Override
  public void write(int to, byte[] bytes) {
    requirePresent(to);
    if (!Arrays.equals(bytes, new byte[] {0x24, 0x00})) {
      throw new HardwareException("an SHT3x does not acknowledge this command");
    }
    measured = false;
    byte[] words = {
      (byte) (temperatureSignal >> 8), (byte) temperatureSignal, 0,
      (byte) (humiditySignal >> 8), (byte) humiditySignal, 0
    };
    words[2] = (byte) TableCrc.of(words[0], words[1]);
    words[5] = (byte) TableCrc.of(words[3], words[4]);
    if (damaged) {
      words[1] ^= 0x10;
    }
    answer = words;
  }

  @Override
  public byte[] read(int from, int count) {
    requirePresent(from);
    byte[] ready = answer;
    if (ready == null || !measured) {
      throw new HardwareException("an SHT3x does not acknowledge a read while it measures");
    }
    answer = null;
    if (shortBy > 0) {
      throw new HardwareException("The I2C device gave " + (count - shortBy) + " bytes");
    }
    return Arrays.copyOf(ready, count);
  }

  @Override
  public void release(int of) {
    // nothing is held
  }

  private void requirePresent(int called) {
    if (!present || called != address) {
      throw new HardwareException("The I2C device does not answer: No such device or address");
    }
  }

  /** The checksum by a table of single-byte remainders, polynomial 0x131. */
  private static final class TableCrc {
    private static final int[] TABLE = table();

    private static int[] table() {
      int[] table = new int[256];
      for (int value = 0; value < 256; value++) {
        int remainder = value << 8;
        for (int bit = 15; bit >= 8; bit--) {
          if (((remainder >> bit) & 1) == 1) {
            remainder ^= 0x131 << (bit - 8);
          }
        }
        table[value] = remainder & 0xFF;
      }
      return table;
    }

    static int of(byte high, byte low) {
      return TABLE[TABLE[0xFF ^ (high & 0xFF)] ^ (low & 0xFF)];
    }
  }
}
