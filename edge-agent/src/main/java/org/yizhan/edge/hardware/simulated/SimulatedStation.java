package org.yizhan.edge.hardware.simulated;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.BinaryOutput;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Scan;
import org.yizhan.edge.hardware.Thermometer;
import org.yizhan.edge.station.StationEvent.BeamChanged.Side;
import org.yizhan.station.Celsius;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.Port;
import org.yizhan.station.RelativeHumidity;
import org.yizhan.station.StationProfile;

/**
 * The simulated parts of one station and the strings to pull them by. What a script does to a kind
 * of part the station does not have is ignored, except a scan, whose sender waits for an answer.
 * The door is one: it moves by {@link #pushDoor} only when the lock lets it. Thread-safe.
 */
public final class SimulatedStation {
  private static final double MILD = 22;
  private static final RelativeHumidity DRY = new RelativeHumidity(45);

  private final Map<FixtureName, SimulatedInput<Scan>> scanners = new ConcurrentHashMap<>();
  private final Map<FixtureName, SimulatedInput<Boolean>> contacts = new ConcurrentHashMap<>();
  private final Map<FixtureName, SimulatedInput<Boolean>> buttons = new ConcurrentHashMap<>();
  private final Map<FixtureName, SimulatedInput<Boolean>> presences = new ConcurrentHashMap<>();
  private final Map<FixtureName, SimulatedInput<Boolean>> outerBeams = new ConcurrentHashMap<>();
  private final Map<FixtureName, SimulatedInput<Boolean>> innerBeams = new ConcurrentHashMap<>();
  private final Map<FixtureName, SimulatedInput<Integer>> scales = new ConcurrentHashMap<>();
  private final Map<FixtureName, SimulatedThermometer> thermometers = new ConcurrentHashMap<>();
  private final Map<FixtureName, SimulatedOutput> locks = new ConcurrentHashMap<>();
  private final Map<FixtureName, SimulatedOutput> otherOutputs = new ConcurrentHashMap<>();
  private final Map<FixtureName, Fixture> fixtures = new ConcurrentHashMap<>();
  private Thermometer.Reading air;
  private boolean chained;
  private boolean radarStuck;
  private boolean doorOpen;

  /** Takes those fixtures of the profile whose port is simulated. */
  public SimulatedStation(StationProfile profile) {
    air = airOf(profile);
    profile.fixtures().stream().filter(SimulatedStation::isSimulated).forEach(this::add);
  }

  /** Takes those of another profile: parts that are the same in both go on as they are. */
  public synchronized void refit(StationProfile profile) {
    air = airOf(profile);
    for (Fixture fixture : List.copyOf(fixtures.values())) {
      if (!profile.fixtures().contains(fixture)) {
        fixtures.remove(fixture.name());
        parts().forEach(parts -> parts.remove(fixture.name()));
      }
    }
    profile.fixtures().stream()
        .filter(SimulatedStation::isSimulated)
        .filter(fixture -> !fixtures.containsKey(fixture.name()))
        .forEach(this::add);
  }

  /** Mild, or in the middle of the limits where mild lies outside: in a fridge. */
  private static Thermometer.Reading airOf(StationProfile profile) {
    double coldest = profile.climate().coldest().degrees();
    double warmest = profile.climate().warmest().degrees();
    double degrees = MILD > coldest && MILD < warmest ? MILD : (coldest + warmest) / 2;
    return new Thermometer.Reading(Celsius.of(degrees), DRY);
  }

  private List<Map<FixtureName, ?>> parts() {
    return List.of(
        scanners,
        contacts,
        buttons,
        presences,
        outerBeams,
        innerBeams,
        scales,
        thermometers,
        locks,
        otherOutputs);
  }

  /** Whether any port of the fixture is simulated. */
  public static boolean isSimulated(Fixture fixture) {
    return fixture.port() instanceof Port.Simulated
        || (fixture instanceof Fixture.BeamPair beams && beams.inner() instanceof Port.Simulated);
  }

  private void add(Fixture fixture) {
    FixtureName name = fixture.name();
    fixtures.put(name, fixture);
    switch (fixture) {
      case Fixture.Scanner _ -> scanners.put(name, stateless(name));
      case Fixture.Lock _ -> locks.put(name, new SimulatedOutput(name.value()));
      // a contact is closed, so active, while the door is shut
      case Fixture.DoorContact _ -> contacts.put(name, with(name, !doorOpen));
      case Fixture.ExitButton _ -> buttons.put(name, with(name, false));
      case Fixture.ClimateSensor _ ->
          thermometers.put(name, new SimulatedThermometer(name.value(), air));
      case Fixture.PresenceSensor _ -> presences.put(name, with(name, false));
      case Fixture.BeamPair _ -> {
        outerBeams.put(name, with(name, false));
        innerBeams.put(name, with(name, false));
      }
      case Fixture.ShelfScale scale -> scales.put(name, with(name, scale.trayGrams()));
      case Fixture.Light _, Fixture.Buzzer _, Fixture.PowerRelay _ ->
          otherOutputs.put(name, new SimulatedOutput(name.value()));
    }
  }

  private static <T> SimulatedInput<T> stateless(FixtureName name) {
    return new SimulatedInput<>(name.value(), null);
  }

  private static <T> SimulatedInput<T> with(FixtureName name, T state) {
    return new SimulatedInput<>(name.value(), state);
  }

  // --- the parts, as the station sees them

  public FixtureInput<Scan> scanner(FixtureName name) {
    return part(scanners, name);
  }

  /** A door contact (true: shut), an exit button (true: pressed) or a presence sensor. */
  public FixtureInput<Boolean> input(FixtureName name) {
    SimulatedInput<Boolean> contact = contacts.get(name);
    SimulatedInput<Boolean> button = buttons.get(name);
    return contact != null ? contact : button != null ? button : part(presences, name);
  }

  /** One beam of a pair; true while interrupted. */
  public FixtureInput<Boolean> beam(FixtureName name, Side side) {
    return part(beams(side), name);
  }

  public FixtureInput<Integer> scale(FixtureName name) {
    return part(scales, name);
  }

  public Thermometer thermometer(FixtureName name) {
    return part(thermometers, name);
  }

  public BinaryOutput output(FixtureName name) {
    SimulatedOutput lock = locks.get(name);
    return lock != null ? lock : part(otherOutputs, name);
  }

  // --- the world, as a script moves it

  /**
   * Shows a code to the first simulated scanner.
   *
   * @param reply where the decision is answered; 0 when nobody asked
   * @throws HardwareException when there is no simulated scanner, or it does not listen now
   * @throws IllegalArgumentException when the text is empty or too long for a scan
   */
  public void scan(String text, long reply) {
    Scan scan = new Scan(text, reply);
    if (scanners.isEmpty()) {
      throw new HardwareException(
          "This station has no simulated scanner: show the code to the real one, or give the"
              + " scanner the port 'simulated' in profile.yaml.");
    }
    if (scanners.values().stream().noneMatch(scanner -> scanner.say(scan))) {
      throw new HardwareException("The simulated scanner is broken or not open; repair it first.");
    }
  }

  /** Somebody pushes the door from the street: it opens unless locked or chained. */
  public synchronized boolean pushDoor() {
    if (chained || !isUnlocked()) {
      return false;
    }
    moveDoor(true);
    return true;
  }

  /** Somebody leaves: presses the button, which frees the lock by its own wire, and opens. */
  public synchronized boolean pullDoor() {
    pressExit();
    if (chained) {
      return false;
    }
    moveDoor(true);
    return true;
  }

  /** Moves the door whatever the lock says. */
  public synchronized void moveDoor(boolean open) {
    doorOpen = open;
    contacts.values().forEach(contact -> contact.become(!open));
  }

  public synchronized boolean isDoorOpen() {
    return doorOpen;
  }

  /** Presses the exit button and lets it go. */
  public void pressExit() {
    buttons
        .values()
        .forEach(
            button -> {
              button.become(true);
              button.become(false);
            });
  }

  public void interruptBeam(Side side, boolean interrupted) {
    beams(side).values().forEach(beam -> beam.become(interrupted));
  }

  /** What radar or infrared see; ignored while the radar is stuck. */
  public synchronized void sense(boolean somebody) {
    if (!radarStuck) {
      presences.values().forEach(presence -> presence.become(somebody));
    }
  }

  /** A stuck radar goes on saying that somebody is there. */
  public synchronized void stickRadar(boolean stuck) {
    if (stuck) {
      sense(true);
    }
    radarStuck = stuck;
  }

  /** A chained door does not open, whatever the lock does. */
  public synchronized void chainDoor(boolean chained) {
    this.chained = chained;
  }

  public void setClimate(Celsius temperature, RelativeHumidity humidity) {
    Thermometer.Reading reading = new Thermometer.Reading(temperature, humidity);
    thermometers.values().forEach(thermometer -> thermometer.set(reading));
  }

  /** The gross weight on one scale, tray included. */
  public void weigh(FixtureName scale, int grams) {
    part(scales, scale).become(grams);
  }

  /** Makes the part fail, or work again; it is noticed as a real failure would be. */
  public void fail(FixtureName name, boolean broken) {
    if (!fixtures.containsKey(name)) {
      throw new HardwareException("This station has no simulated part " + name + ".");
    }
    for (var inputs :
        List.of(scanners, contacts, buttons, presences, outerBeams, innerBeams, scales)) {
      @Nullable SimulatedInput<?> input = inputs.get(name);
      if (input != null) {
        input.breakDown(broken);
      }
    }
    for (var outputs : List.of(locks, otherOutputs)) {
      @Nullable SimulatedOutput output = outputs.get(name);
      if (output != null) {
        output.breakDown(broken);
      }
    }
    @Nullable SimulatedThermometer thermometer = thermometers.get(name);
    if (thermometer != null) {
      thermometer.breakDown(broken);
    }
  }

  /** Whether a pushed door would open, chain aside; a station without a lock is always unlocked. */
  public boolean isUnlocked() {
    return locks.isEmpty() || locks.values().stream().allMatch(SimulatedOutput::isOn);
  }

  /** Whether a light, a buzzer, a relay or the lock's relay is on. */
  public boolean isOn(FixtureName output) {
    SimulatedOutput lock = locks.get(output);
    return (lock != null ? lock : part(otherOutputs, output)).isOn();
  }

  /** The simulated fixtures of one kind. */
  public <F extends Fixture> List<F> fixtures(Class<F> kind) {
    return fixtures.values().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .sorted(java.util.Comparator.comparing(Fixture::name))
        .toList();
  }

  private Map<FixtureName, SimulatedInput<Boolean>> beams(Side side) {
    return switch (side) {
      case OUTER -> outerBeams;
      case INNER -> innerBeams;
    };
  }

  private static <P> P part(Map<FixtureName, P> parts, FixtureName name) {
    P part = parts.get(name);
    if (part == null) {
      throw new HardwareException("This station has no simulated part " + name + " of that kind.");
    }
    return part;
  }
}
