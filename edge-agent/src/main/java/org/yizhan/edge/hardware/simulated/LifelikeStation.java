package org.yizhan.edge.hardware.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Schedule;
import org.yizhan.edge.time.StationClock;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.StationProfile;

/**
 * Lets a plan's days happen to a simulated station, from now on, each act at its wall time. People
 * react: who is not let in, takes nothing and goes away. Thread-safe.
 */
public final class LifelikeStation {
  /** Time that was slept through (a clock set forward) is not made up for beyond this. */
  private static final Duration LATE_MAX = Duration.ofMinutes(5);

  /** People of some days; their acts are over long before they are forgotten. */
  private static final int TURNED_AWAY_MAX = 100_000;

  private final LifelikePlan plan;
  private StationProfile profile;
  private final SimulatedStation station;
  private final StationClock clock;
  private final Schedule schedule;
  private final Map<FixtureName, Integer> shelves;
  private final PriorityQueue<Act.Timed> ahead = new PriorityQueue<>();
  private final Set<Long> turnedAway = new HashSet<>();
  private LocalDate nextDay;
  private int inside;
  private boolean stopped;

  /**
   * Sets weights and air as they are now; nothing happens before {@link #start}.
   *
   * @param shelves units on each scale, as another lifelike station left them; those not named are
   *     as full as the plan says for today
   */
  public LifelikeStation(
      LifelikePlan plan,
      StationProfile profile,
      SimulatedStation station,
      StationClock clock,
      Schedule schedule,
      Map<FixtureName, Integer> shelves) {
    this.plan = plan;
    this.profile = profile;
    this.station = station;
    this.clock = clock;
    this.schedule = schedule;
    Instant now = clock.now().wall();
    LocalDate today = LocalDate.ofInstant(now, profile.zone());
    this.shelves = new HashMap<>(ShelfMemory.at(plan, profile, now));
    this.shelves.putAll(shelves);
    this.nextDay = today;
    station.fixtures(Fixture.ShelfScale.class).forEach(scale -> weigh(scale.name()));
    for (Act.Timed act : LifelikeDay.of(plan, profile, today)) {
      if (act.act() instanceof Act.ChangeAir && !act.at().isAfter(now)) {
        perform(act);
      }
    }
  }

  /** Begins with what happens next; what happened earlier today is past. */
  public synchronized void start() {
    fill();
    Instant now = clock.now().wall();
    ahead.removeIf(act -> act.at().isBefore(now));
    next();
  }

  /** The station has other fixtures or hours from now on; scales that are new are well filled. */
  public synchronized void become(StationProfile next) {
    profile = next;
    Instant now = clock.now().wall();
    ShelfMemory.at(plan, next, now).forEach(shelves::putIfAbsent);
    station.fixtures(Fixture.ShelfScale.class).forEach(scale -> weigh(scale.name()));
    nextDay = LocalDate.ofInstant(now, next.zone());
    ahead.clear();
    fill();
    ahead.removeIf(act -> act.at().isBefore(now));
  }

  /** Nothing happens any more. */
  public synchronized void stop() {
    stopped = true;
  }

  /** Units on each scale now. */
  public synchronized Map<FixtureName, Integer> shelves() {
    return Map.copyOf(shelves);
  }

  private void fill() {
    while (ahead.isEmpty()) {
      ahead.addAll(LifelikeDay.of(plan, profile, nextDay));
      nextDay = nextDay.plusDays(1);
      if (turnedAway.size() > TURNED_AWAY_MAX) {
        turnedAway.clear();
      }
    }
  }

  private void next() {
    fill();
    Act.Timed first = ahead.peek();
    if (first == null || stopped) {
      return;
    }
    // the next day's early guests must stand in the queue before this day's late ones leave
    while (!first.at().isBefore(nextDay.atStartOfDay(profile.zone()).toInstant())) {
      ahead.addAll(LifelikeDay.of(plan, profile, nextDay));
      nextDay = nextDay.plusDays(1);
      first = ahead.element();
    }
    Duration until = Duration.between(clock.now().wall(), first.at());
    schedule.after(until.isNegative() ? Duration.ZERO : until, this::happen);
  }

  private synchronized void happen() {
    if (stopped) {
      return;
    }
    Instant now = clock.now().wall();
    for (Act.Timed act = ahead.peek(); act != null && !act.at().isAfter(now); act = ahead.peek()) {
      ahead.remove();
      if (!act.at().isBefore(now.minus(LATE_MAX))) {
        perform(act);
        break;
      }
    }
    next();
  }

  private void perform(Act.Timed timed) {
    if (turnedAway.contains(timed.person())) {
      return;
    }
    switch (timed.act()) {
      case Act.ShowCode(var text) -> show(text);
      case Act.Push _ -> {
        if (!station.isDoorOpen() && !station.pushDoor()) {
          turnedAway.add(timed.person());
        }
      }
      case Act.Pull _ -> {
        if (!station.isDoorOpen()) {
          var _ = station.pullDoor();
        }
      }
      case Act.LetDoorShut _ -> station.moveDoor(false);
      case Act.PassBeam(var side, var interrupted) -> station.interruptBeam(side, interrupted);
      case Act.CountInside(var change) -> inside = Math.max(0, inside + change);
      case Act.Stir(var stirring) -> station.sense(stirring && inside > 0);
      case Act.Take(var scale) -> {
        shelves.merge(scale, -1, (have, less) -> Math.max(0, have + less));
        weigh(scale);
      }
      case Act.Restock(var scale, var units) -> {
        shelves.put(scale, units);
        weigh(scale);
      }
      case Act.ChangeAir(var temperature, var humidity) ->
          station.setClimate(temperature, humidity);
      case Act.StickRadar(var stuck) -> station.stickRadar(stuck);
      case Act.ChainDoor(var chained) -> station.chainDoor(chained);
    }
  }

  private void show(String text) {
    try {
      station.scan(text, 0);
    } catch (HardwareException _) {
      // a broken scanner lets nobody in; its keeper reports it
    }
  }

  private void weigh(FixtureName name) {
    @Nullable Integer units = shelves.get(name);
    for (Fixture.ShelfScale scale : station.fixtures(Fixture.ShelfScale.class)) {
      if (scale.name().equals(name) && units != null) {
        station.weigh(name, scale.trayGrams() + units * scale.unitGrams());
      }
    }
  }
}
