package org.yizhan.edge.hardware.pi;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.station.Port;

/** One line that is listened to; bounces of a contact are merged by the driver. */
final class GpioInput implements FixtureInput<Boolean> {
  /** A reed contact bounces for 1 to 2 ms; a person takes 50 ms through a beam. */
  private static final long DEBOUNCE_MS = 5;

  private final String name;
  private final Port.Gpio port;
  private final Pi4jContext context;
  private final String provider;
  private final Runnable checkAccess;
  private @Nullable DigitalInput line;
  private @Nullable Consumer<Boolean> heard;
  private @Nullable Boolean said;
  private long openings;

  GpioInput(
      String name, Port.Gpio port, Pi4jContext context, String provider, Runnable checkAccess) {
    this.name = name;
    this.port = port;
    this.context = context;
    this.provider = provider;
    this.checkAccess = checkAccess;
  }

  /** A GPIO line cannot be unplugged, so it is never lost. */
  @Override
  public void open(Consumer<Boolean> heard, Consumer<HardwareException> lost) {
    close();
    checkAccess.run();
    DigitalInput taken =
        context.take("GPIO " + port.line() + " of " + name, pi -> pi.create(config(pi)));
    long mine;
    synchronized (this) {
      this.line = taken;
      this.heard = heard;
      mine = openings;
    }
    taken.addListener(event -> say(mine, event.state()));
    say(mine, taken.state());
  }

  private DigitalInputConfig config(Context pi) {
    return DigitalInput.newConfigBuilder(pi)
        .id(context.newId(name))
        .address(port.line())
        .pull(port.activeLow() ? PullResistance.PULL_UP : PullResistance.PULL_DOWN)
        .debounce(DEBOUNCE_MS, TimeUnit.MILLISECONDS)
        .provider(provider)
        .build();
  }

  private synchronized void say(long opening, DigitalState state) {
    Consumer<Boolean> listener = heard;
    if (opening != openings || listener == null || state == DigitalState.UNKNOWN) {
      return;
    }
    boolean active = state.isHigh() != port.activeLow();
    if (said == null || said != active) {
      said = active;
      listener.accept(active);
    }
  }

  @Override
  public void close() {
    DigitalInput taken;
    synchronized (this) {
      taken = line;
      line = null;
      heard = null;
      said = null;
      openings++;
    }
    // outside the lock: giving back waits for the driver's listener, which may be in say()
    if (taken != null) {
      context.giveBack(taken);
    }
  }
}
