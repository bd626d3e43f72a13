package org.yizhan.edge.hardware.pi;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.NativeLibraries;

/**
 * Looks at device files before Pi4J does, because Pi4J reports a missing permission as a missing
 * library. The kit's udev rule gives the GPIO chips to group {@code gpio}, I2C to group {@code
 * i2c}.
 */
final class DeviceAccess {
  private final Path devices;
  private final Predicate<Path> usable;

  /**
   * @param devices {@code /dev}
   * @param usable whether this user may read and write a device
   */
  DeviceAccess(Path devices, Predicate<Path> usable) {
    this.devices = devices;
    this.usable = usable;
  }

  /** The devices of this computer, as this user may use them. */
  static DeviceAccess ofThisComputer() {
    return new DeviceAccess(
        Path.of("/dev"), device -> Files.isReadable(device) && Files.isWritable(device));
  }

  /**
   * Some GPIO chip may be used.
   *
   * @throws HardwareException when none is there or none may be used, with the remedy
   */
  void requireGpio() {
    List<Path> chips = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "gpiochip*")) {
      found.forEach(chips::add);
    } catch (IOException unreadable) {
      throw new HardwareException("The folder " + devices + " cannot be read.", unreadable);
    }
    if (chips.isEmpty()) {
      throw new HardwareException(
          "There is no GPIO chip ("
              + devices
              + "/gpiochip*): is this a Raspberry Pi? Otherwise give the fixture another port in"
              + " profile.yaml.");
    }
    if (chips.stream().noneMatch(usable)) {
      throw new HardwareException(
          "The GPIO chips ("
              + devices
              + "/gpiochip*) may not be used by this user: install the kit's udev rule and add the"
              + " user to group gpio.");
    }
    requireNativeCode();
  }

  /**
   * This I2C bus may be used.
   *
   * @throws HardwareException when it is not there or may not be used, with the remedy
   */
  void requireI2c(int bus) {
    Path device = devices.resolve("i2c-" + bus);
    if (!Files.exists(device)) {
      throw new HardwareException(
          "There is no I2C bus "
              + bus
              + " ("
              + device
              + "): switch it on with dtparam=i2c_arm=on in config.txt, load the module i2c-dev, or"
              + " correct the port in profile.yaml.");
    }
    if (!usable.test(device)) {
      throw new HardwareException(
          "The I2C bus " + device + " may not be used by this user: add the user to group i2c.");
    }
    requireNativeCode();
  }

  private static void requireNativeCode() {
    NativeLibraries.obstacle()
        .ifPresent(
            why -> {
              throw new HardwareException("The pins cannot be used because " + why + ".");
            });
  }
}
