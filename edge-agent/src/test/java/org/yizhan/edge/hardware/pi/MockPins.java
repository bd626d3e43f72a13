package org.yizhan.edge.hardware.pi;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProviderImpl;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProviderImpl;
import com.pi4j.provider.Provider;
import java.util.HashMap;
import java.util.Map;
import org.yizhan.edge.hardware.HardwareException;

/**
 * Pins by Pi4J's mock provider. What is soldered to an input holds its level, whoever listens; a
 * line nothing drives follows its pull resistor.
 */
final class MockPins {
  private final Map<Integer, MockDigitalInput> inputs = new HashMap<>();
  private final Map<Integer, DigitalOutput> outputs = new HashMap<>();
  private final Map<Integer, DigitalState> soldered = new HashMap<>();
  private boolean allowed = true;

  GpioPins pins() {
    return new GpioPins(
        () -> new Provider<?, ?, ?>[] {new Inputs(), new Outputs()},
        MockDigitalInputProvider.ID,
        MockDigitalOutputProvider.ID,
        this::checkAccess);
  }

  void drive(int line, boolean high) {
    DigitalState level = DigitalState.getState(high);
    soldered.put(line, level);
    MockDigitalInput input = inputs.get(line);
    if (input != null) {
      input.mockState(level);
    }
  }

  boolean isHigh(int line) {
    DigitalOutput output = outputs.get(line);
    return output != null && output.isHigh();
  }

  void allow(boolean allowed) {
    this.allowed = allowed;
  }

  private void checkAccess() {
    if (!allowed) {
      throw new HardwareException("The GPIO chips may not be used by this user: add the rule.");
    }
  }

  private final class Inputs extends MockDigitalInputProviderImpl {
    @Override
    public DigitalInput create(DigitalInputConfig config) {
      MockDigitalInput input = (MockDigitalInput) super.create(config);
      DigitalState pulled = DigitalState.getState(config.getPull() == PullResistance.PULL_UP);
      input.mockState(soldered.getOrDefault(config.address(), pulled));
      inputs.put(config.address(), input);
      return input;
    }
  }

  private final class Outputs extends MockDigitalOutputProviderImpl {
    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
      DigitalOutput output = super.create(config);
      outputs.put(config.address(), output);
      return output;
    }
  }
}
