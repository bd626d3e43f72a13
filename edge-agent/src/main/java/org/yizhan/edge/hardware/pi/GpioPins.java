package org.yizhan.edge.hardware.pi;

import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.provider.Provider;
import java.util.function.Supplier;
import org.yizhan.edge.hardware.BinaryOutput;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.station.Port;

/**
 * The pins of the 40-pin header, through the kernel's GPIO character device (Pi4J's gpiod
 * provider). The chip is the one whose label contains "pinctrl".
 */
public final class GpioPins {
  private final Pi4jContext context;
  private final Runnable checkAccess;
  private final String inputProvider;
  private final String outputProvider;

  /**
   * @param checkAccess throws what keeps us from the pins, before Pi4J is asked
   */
  GpioPins(
      Supplier<Provider<?, ?, ?>[]> providers,
      String inputProvider,
      String outputProvider,
      Runnable checkAccess) {
    this.context = new Pi4jContext(providers);
    this.inputProvider = inputProvider;
    this.outputProvider = outputProvider;
    this.checkAccess = checkAccess;
  }

  /** The pins of this computer; nothing is taken yet. */
  public static GpioPins ofThisComputer() {
    return new GpioPins(
        () ->
            new Provider<?, ?, ?>[] {
              GpioDDigitalInputProvider.newInstance(), GpioDDigitalOutputProvider.newInstance()
            },
        GpioDDigitalInputProvider.ID,
        GpioDDigitalOutputProvider.ID,
        () -> DeviceAccess.ofThisComputer().requireGpio());
  }

  /**
   * An input that is active while the line is high, or low when the part pulls it to ground; the
   * pull resistor holds it inactive.
   */
  public FixtureInput<Boolean> input(String name, Port.Gpio port) {
    return new GpioInput(name, port, context, inputProvider, checkAccess);
  }

  /** An output that is off at taking and at giving back. */
  public BinaryOutput output(String name, Port.Gpio port) {
    return new GpioOutput(name, port, context, outputProvider, checkAccess);
  }
}
