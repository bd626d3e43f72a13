package org.yizhan.edge.hardware.pi;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.BinaryOutput;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.station.Port;

/** One line that is driven. */
final class GpioOutput implements BinaryOutput {
  private final String name;
  private final Port.Gpio port;
  private final Pi4jContext context;
  private final String provider;
  private final Runnable checkAccess;
  private @Nullable DigitalOutput line;

  GpioOutput(
      String name, Port.Gpio port, Pi4jContext context, String provider, Runnable checkAccess) {
    this.name = name;
    this.port = port;
    this.context = context;
    this.provider = provider;
    this.checkAccess = checkAccess;
  }

  @Override
  public synchronized void open() {
    close();
    checkAccess.run();
    line = context.take("GPIO " + port.line() + " of " + name, pi -> pi.create(config(pi)));
  }

  private DigitalOutputConfig config(Context pi) {
    return DigitalOutput.newConfigBuilder(pi)
        .id(context.newId(name))
        .address(port.line())
        .initial(level(false))
        .shutdown(level(false))
        .provider(provider)
        .build();
  }

  @Override
  public synchronized void set(boolean on) {
    DigitalOutput taken = line;
    if (taken == null) {
      throw new HardwareException("GPIO " + port.line() + " of " + name + " is not open.");
    }
    try {
      taken.state(level(on));
    } catch (RuntimeException e) {
      throw new HardwareException(
          "GPIO "
              + port.line()
              + " of "
              + name
              + " does not obey: "
              + Pi4jContext.deepest(e)
              + ". Check the wiring and the relay board's power.",
          e);
    }
  }

  @Override
  public synchronized void close() {
    DigitalOutput taken = line;
    line = null;
    if (taken != null) {
      context.giveBack(taken);
    }
  }

  private DigitalState level(boolean on) {
    return DigitalState.getState(on != port.activeLow());
  }
}
