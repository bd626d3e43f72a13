package org.yizhan.edge.hardware;

import java.util.function.Consumer;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.HardwareKind;

/** All fixtures of one station, opened as its profile says. */
public interface StationHardware extends AutoCloseable {
  /** SIMULATED as soon as one part is. */
  HardwareKind kind();

  /**
   * Begins to listen. Events may come from any thread; the consumer never blocks. A part that
   * cannot be opened is reported as {@code FixtureFailed} and tried again; the others work on.
   */
  void start(Consumer<StationEvent> events);

  /**
   * Exchanges the fixtures for those of another profile, soon, on another thread: only those that
   * differ are closed and opened, and a part that cannot be opened is reported as at the start.
   */
  void refit(StationProfile profile);

  DoorLock lock();

  DoorSignals signals();

  /** Gives power behind a relay, or cuts it off; what does not obey is reported and told again. */
  void switchPower(FixtureName relay, boolean on);

  /** Stops listening and lets the lock fall back to its rest. Never throws. */
  @Override
  void close();
}
