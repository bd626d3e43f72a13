package org.yizhan.edge.hardware;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.yizhan.edge.station.StationEffect.Signal.Pattern;

/**
 * Plays patterns on lights and buzzers: welcome is one long light and one short tone, refused three
 * short ones, a door held open six. A newer pattern ends the one that is playing. A part that does
 * not obey is the output's to report: the ones given here never throw from {@code set}.
 */
public final class PatternSignals implements DoorSignals {
  private static final List<Step> WELCOME =
      List.of(new Step(true, true, 150), new Step(true, false, 2_850));
  private static final List<Step> REFUSED = blink(3, 120, 120);
  private static final List<Step> DOOR_HELD_OPEN = blink(6, 400, 400);

  private final List<BinaryOutput> lights;
  private final List<BinaryOutput> buzzers;
  private final Schedule schedule;
  private long shows;

  public PatternSignals(List<BinaryOutput> lights, List<BinaryOutput> buzzers, Schedule schedule) {
    this.lights = List.copyOf(lights);
    this.buzzers = List.copyOf(buzzers);
    this.schedule = schedule;
  }

  /** One state of light and buzzer and how long it lasts. */
  private record Step(boolean light, boolean buzzer, int lastsMs) {}

  @Override
  public synchronized void show(Pattern pattern) {
    play(
        ++shows,
        switch (pattern) {
          case WELCOME -> WELCOME;
          case REFUSED -> REFUSED;
          case DOOR_HELD_OPEN -> DOOR_HELD_OPEN;
        });
  }

  private synchronized void play(long show, List<Step> steps) {
    if (show != shows) {
      return;
    }
    if (steps.isEmpty()) {
      set(false, false);
      return;
    }
    Step step = steps.getFirst();
    set(step.light, step.buzzer);
    schedule.after(
        Duration.ofMillis(step.lastsMs), () -> play(show, steps.subList(1, steps.size())));
  }

  private void set(boolean light, boolean buzzer) {
    lights.forEach(part -> part.set(light));
    buzzers.forEach(part -> part.set(buzzer));
  }

  private static List<Step> blink(int times, int onMs, int offMs) {
    Step on = new Step(true, true, onMs);
    Step off = new Step(false, false, offMs);
    return IntStream.range(0, 2 * times).mapToObj(i -> i % 2 == 0 ? on : off).toList();
  }
}
