package org.yizhan.edge.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.entry.VisitorKey;
import org.yizhan.edge.hardware.Schedule;
import org.yizhan.edge.station.StationEvent;
import org.yizhan.edge.station.StationEvent.ClockSet;
import org.yizhan.edge.station.StationEvent.Tick;
import org.yizhan.edge.station.StationEvent.VisitorKeyDrawn;
import org.yizhan.edge.time.StationClock;
import org.yizhan.wire.Moment;

/**
 * Tells the loop of time, once a second: that it passed, that the clock was set or became trusted,
 * and that a new month has its own visitor key.
 */
public final class Timekeeper implements AutoCloseable {
  static final Duration EVERY = Duration.ofSeconds(1);

  /** A wall clock that moved this much against the one that never steps was set. */
  static final long STEP_MS = 1_000;

  private final StationClock clock;
  private final Schedule schedule;
  private final VisitorKeys keys;
  private final Consumer<StationEvent> events;
  private @Nullable Moment last;
  private boolean closed;

  public Timekeeper(
      StationClock clock, Schedule schedule, VisitorKeys keys, Consumer<StationEvent> events) {
    this.clock = clock;
    this.schedule = schedule;
    this.keys = keys;
    this.events = events;
  }

  /** Ticks now and then every second until closed. */
  public synchronized void start() {
    if (closed) {
      return;
    }
    Moment now = clock.now();
    Moment before = last;
    last = now;
    if (before != null) {
      tellIfSet(before, now);
    }
    Optional<VisitorKey> drawn = keys.drawnFor(now);
    drawn.ifPresent(key -> events.accept(new VisitorKeyDrawn(now, key)));
    events.accept(new Tick(now));
    schedule.after(EVERY, this::start);
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private void tellIfSet(Moment before, Moment now) {
    long stepped = now.wallMs() - before.wallMs() - now.msSince(before);
    if (Math.abs(stepped) >= STEP_MS || now.clockTrusted() != before.clockTrusted()) {
      events.accept(new ClockSet(now, stepped));
    }
  }
}
