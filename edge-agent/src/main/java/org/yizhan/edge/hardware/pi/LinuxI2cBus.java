package org.yizhan.edge.hardware.pi;

import com.pi4j.io.i2c.I2C;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import com.pi4j.provider.Provider;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.HardwareException;

/** A bus of the kernel, {@code /dev/i2c-N}, by Pi4J's linuxfs provider. Thread-safe. */
public final class LinuxI2cBus implements I2cBus {
  private final int bus;
  private final DeviceAccess access = DeviceAccess.ofThisComputer();
  private final Pi4jContext context =
      new Pi4jContext(() -> new Provider<?, ?, ?>[] {LinuxFsI2CProvider.newInstance()});
  private final Map<Integer, I2C> devices = new HashMap<>();

  /** Nothing is opened before the first transfer. */
  public LinuxI2cBus(int bus) {
    this.bus = bus;
  }

  @Override
  public synchronized void write(int address, byte[] bytes) {
    I2C device = device(address);
    try {
      int written = device.write(bytes, 0, bytes.length);
      if (written != bytes.length) {
        throw failure(address, "took " + written + " of " + bytes.length + " bytes", null);
      }
    } catch (RuntimeException e) {
      throw failure(address, Pi4jContext.deepest(e), e);
    }
  }

  @Override
  public synchronized byte[] read(int address, int count) {
    I2C device = device(address);
    byte[] bytes = new byte[count];
    int got;
    try {
      got = device.read(bytes, 0, count);
    } catch (RuntimeException e) {
      throw failure(address, Pi4jContext.deepest(e), e);
    }
    if (got != count) {
      throw failure(address, "gave " + got + " of " + count + " bytes", null);
    }
    return bytes;
  }

  @Override
  public synchronized void release(int address) {
    I2C device = devices.remove(address);
    if (device != null) {
      context.giveBack(device);
    }
  }

  private I2C device(int address) {
    I2C open = devices.get(address);
    if (open != null) {
      return open;
    }
    access.requireI2c(bus);
    I2C taken =
        context.take(
            String.format("I2C device 0x%02x on bus %d", address, bus),
            pi ->
                pi.create(
                    I2C.newConfigBuilder(pi)
                        .id(context.newId("i2c-" + bus + "-" + address))
                        .bus(bus)
                        .device(address)
                        .provider(LinuxFsI2CProvider.ID)
                        .build()));
    devices.put(address, taken);
    return taken;
  }

  private HardwareException failure(int address, String why, @Nullable Throwable cause) {
    String message =
        String.format(
            "The I2C device 0x%02x on bus %d does not answer: %s. Check its four wires.",
            address, bus, why);
    return cause == null ? new HardwareException(message) : new HardwareException(message, cause);
  }
}
