package org.yizhan.edge.hardware.simulated;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.HardwareException;

/** A part that says what a script tells it to. Thread-safe. */
final class SimulatedInput<T> implements FixtureInput<T> {
  private final String name;
  private @Nullable T state;
  private @Nullable Consumer<T> heard;
  private @Nullable Consumer<HardwareException> lost;
  private boolean broken;

  /**
   * @param state what is said at opening; null for a part that has no state
   */
  SimulatedInput(String name, @Nullable T state) {
    this.name = name;
    this.state = state;
  }

  @Override
  public synchronized void open(Consumer<T> heard, Consumer<HardwareException> lost) {
    if (broken) {
      throw failure();
    }
    this.heard = heard;
    this.lost = lost;
    if (state != null) {
      heard.accept(state);
    }
  }

  @Override
  public synchronized void close() {
    heard = null;
    lost = null;
  }

  /** Says something that does not last, such as a scan; false when nobody listens. */
  synchronized boolean say(T value) {
    if (heard == null || broken) {
      return false;
    }
    heard.accept(value);
    return true;
  }

  /** Takes a state and says it, unless it was so already. */
  synchronized void become(T value) {
    if (value.equals(state)) {
      return;
    }
    state = value;
    say(value);
  }

  synchronized void breakDown(boolean now) {
    broken = now;
    if (now && lost != null) {
      Consumer<HardwareException> told = lost;
      close();
      told.accept(failure());
    }
  }

  private HardwareException failure() {
    return new HardwareException("The simulated part " + name + " was told to fail.");
  }
}
