package org.yizhan.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.yizhan.edge.fixtures.FixtureHardware;
import org.yizhan.edge.hardware.DoorLock;
import org.yizhan.edge.hardware.DoorSignals;
import org.yizhan.edge.hardware.StationHardware;
import org.yizhan.edge.hardware.simulated.SimulatedStation;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;
import org.yizhan.wire.HardwareKind;

/** The hardware of a station, and when its simulated lock's output was seen to have changed. */
final class WatchedDoor implements StationHardware, DoorLock {
  private static final long ANSWER_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final FixtureHardware hardware;
  private final SimulatedStation world;
  private long releases;
  private long releasedNanos;

  WatchedDoor(FixtureHardware hardware) {
    this.hardware = hardware;
    this.world = hardware.simulated().orElseThrow();
  }

  @Override
  public void release(Duration hold) {
    hardware.lock().release(hold);
    boolean open = world.isUnlocked();
    long now = System.nanoTime();
    synchronized (this) {
      if (open) {
        releases++;
        releasedNanos = now;
        notifyAll();
      }
    }
  }

  synchronized long releases() {
    return releases;
  }

  /** The moment of the release after so many. */
  synchronized long awaitRelease(long before) throws InterruptedException {
    long deadline = System.nanoTime() + ANSWER_WITHIN_NANOS;
    while (releases == before) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("a valid pass has opened nothing");
      }
      wait(100);
    }
    return releasedNanos;
  }

  @Override
  public HardwareKind kind() {
    return hardware.kind();
  }

  @Override
  public void start(Consumer<StationEvent> events) {
    hardware.start(events);
  }

  @Override
  public DoorLock lock() {
    return this;
  }

  @Override
  public DoorSignals signals() {
    return hardware.signals();
  }

  @Override
  public void switchPower(FixtureName relay, boolean on) {
    hardware.switchPower(relay, on);
  }

  @Override
  public void refit(StationProfile profile) {
    hardware.refit(profile);
  }

  @Override
  public void close() {
    hardware.close();
  }
}
