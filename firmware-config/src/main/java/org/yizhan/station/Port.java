package org.yizhan.station;

/** Where a fixture is connected. */
public sealed interface Port {
  /** A serial line, such as {@code /dev/ttyACM0} at 9600 baud. */
  record Serial(String device, int baud) implements Port {
    public static final int BAUD_MIN = 9_600;
    public static final int BAUD_MAX = 115_200;

    public Serial {
      if (!device.startsWith("/") || device.length() > 200) {
        throw new IllegalArgumentException(
            "a serial device is an absolute path, such as /dev/ttyACM0");
      }
      if (baud < BAUD_MIN || baud > BAUD_MAX) {
        throw new IllegalArgumentException("baud lies between 9600 and 115200");
      }
    }
  }

  /** One GPIO line by its BCM number; {@code activeLow} when the part pulls the line to ground. */
  record Gpio(int line, boolean activeLow) implements Port {
    public static final int LINE_MAX = 27;

    public Gpio {
      if (line < 0 || line > LINE_MAX) {
        throw new IllegalArgumentException("a GPIO line of the 40-pin header is 0 to 27 (BCM)");
      }
    }
  }

  /**
   * An I2C device: bus number and 7-bit address (0x08 to 0x77; the rest is reserved, UM10204
   * 3.1.12).
   */
  record I2c(int bus, int address) implements Port {
    public I2c {
      if (bus < 0 || bus > 31) {
        throw new IllegalArgumentException("an I2C bus number is 0 to 31");
      }
      if (address < 0x08 || address > 0x77) {
        throw new IllegalArgumentException("an I2C address is 0x08 to 0x77");
      }
    }
  }

  /** A battery node that reports by CoAP; the name is its DTLS pre-shared-key identity. */
  record Node(String name) implements Port {
    public Node {
      if (!FixtureName.isValid(name)) {
        throw new IllegalArgumentException(
            "a node name has 1 to 32 characters of a-z, 0-9 and '-'");
      }
    }
  }

  /** No real part: driven by a script or by the lifelike generator, and labelled so everywhere. */
  record Simulated() implements Port {}
}
