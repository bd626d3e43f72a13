package org.yizhan.edge.hardware.pi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.yizhan.edge.hardware.BinaryOutput;
import org.yizhan.edge.hardware.BinaryOutputContract;
import org.yizhan.station.Port;

class GpioOutputTest {
  private static final int LINE = 22;

  @Nested
  class ActiveHigh extends BinaryOutputContract {
    private final MockPins board = new MockPins();
    private final BinaryOutput output = board.pins().output("lock", new Port.Gpio(LINE, false));

    @Override
    protected BinaryOutput output() {
      return output;
    }

    @Override
    protected boolean isOn() {
      return board.isHigh(LINE);
    }
  }

  @Nested
  class ActiveLow extends BinaryOutputContract {
    private final MockPins board = new MockPins();
    private final BinaryOutput output = board.pins().output("lock", new Port.Gpio(LINE, true));

    @Override
    protected BinaryOutput output() {
      return output;
    }

    @Override
    protected boolean isOn() {
      return !board.isHigh(LINE);
    }
  }

  @Test
  void an_active_low_relay_is_held_off_by_a_high_line_also_after_it_was_closed() {
    MockPins board = new MockPins();
    BinaryOutput relay = board.pins().output("lock", new Port.Gpio(LINE, true));

    relay.open();
    boolean afterOpening = board.isHigh(LINE);
    relay.set(true);
    boolean released = !board.isHigh(LINE);
    relay.close();

    assertThat(afterOpening).isTrue();
    assertThat(released).isTrue();
    assertThat(board.isHigh(LINE)).isTrue();
  }
}
