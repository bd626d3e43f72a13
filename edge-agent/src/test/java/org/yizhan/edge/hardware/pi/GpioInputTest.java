package org.yizhan.edge.hardware.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.hardware.BinaryInputContract;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Heard;
import org.yizhan.station.Port;

class GpioInputTest {
  private static final int LINE = 17;

  @Nested
  class ActiveHigh extends BinaryInputContract {
    private final MockPins board = new MockPins();
    private final FixtureInput<Boolean> input =
        board.pins().input("radar", new Port.Gpio(LINE, false));

    @Override
    protected FixtureInput<Boolean> input() {
      return input;
    }

    @Override
    protected void become(boolean active) {
      board.drive(LINE, active);
    }
  }

  @Nested
  class ActiveLow extends BinaryInputContract {
    private final MockPins board = new MockPins();
    private final FixtureInput<Boolean> input =
        board.pins().input("contact", new Port.Gpio(LINE, true));

    @Override
    protected FixtureInput<Boolean> input() {
      return input;
    }

    @Override
    protected void become(boolean active) {
      board.drive(LINE, !active);
    }
  }

  @Test
  void tells_the_real_cause_when_the_pins_may_not_be_used_and_works_once_they_may()
      throws Exception {
    MockPins board = new MockPins();
    FixtureInput<Boolean> input = board.pins().input("radar", new Port.Gpio(LINE, false));
    Heard<Boolean> heard = new Heard<>();
    board.allow(false);

    assertThatThrownBy(() -> input.open(heard, new Heard<>()))
        .isInstanceOf(HardwareException.class)
        .hasMessageContaining("may not be used by this user");
    board.allow(true);
    input.open(heard, new Heard<>());

    assertThat(heard.next()).isFalse();
    input.close();
  }

  @Test
  void one_line_cannot_be_taken_twice() {
    MockPins board = new MockPins();
    GpioPins pins = board.pins();
    FixtureInput<Boolean> first = pins.input("radar", new Port.Gpio(LINE, false));
    FixtureInput<Boolean> second = pins.input("button", new Port.Gpio(LINE, false));
    first.open(new Heard<>(), new Heard<>());

    assertThatThrownBy(() -> second.open(new Heard<>(), new Heard<>()))
        .isInstanceOf(HardwareException.class)
        .hasMessageContaining("GPIO 17 of button");
    first.close();
    second.open(new Heard<>(), new Heard<>());
    second.close();
  }
}
