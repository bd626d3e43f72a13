package org.yizhan.station;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yizhan.station.PlacedFixture.PlacedPort;

/**
 * What no single field can tell: parts that contradict each other, and parts a door cannot lack.
 */
final class ProfileChecks {
  /** Sensirion SHT3x data sheet, table 8: the ADDR pin chooses between the two. */
  private static final Set<Integer> SHT3X_ADDRESSES = Set.of(0x44, 0x45);

  /** GPIO 0 and 1 read the identity of an add-on board at boot (Raspberry Pi HAT design guide). */
  private static final int ID_LINE_MAX = 1;

  private final Problems problems;
  private final Map<FixtureKind, PlacedFixture> first = new EnumMap<>(FixtureKind.class);
  private final Map<Object, Spot> used = new HashMap<>();

  private ProfileChecks(Problems problems) {
    this.problems = problems;
  }

  static void fixtures(List<PlacedFixture> fixtures, Problems problems) {
    ProfileChecks checks = new ProfileChecks(problems);
    for (PlacedFixture fixture : fixtures) {
      checks.single(fixture);
      fixture.wiring().forEach(port -> checks.wiring(fixture, port));
    }
    checks.header();
    checks.lock();
    fixtures.forEach(checks::power);
  }

  private void single(PlacedFixture fixture) {
    PlacedFixture before = first.putIfAbsent(fixture.kind(), fixture);
    if (before != null && fixture.kind().single) {
      problems.add(
          fixture.at(),
          "a second " + fixture.kind().word + "; the first is at line " + before.at().line(),
          "keep one: a station has one door and one room");
    }
  }

  private void wiring(PlacedFixture fixture, PlacedPort placed) {
    Object wire =
        switch (placed.port()) {
          case Port.Serial(var device, var baud) -> device;
          case Port.Gpio(var line, var low) -> line;
          case Port.I2c i2c -> i2c;
          case Port.Node node -> node;
          case Port.Simulated simulated -> placed;
        };
    Spot before = used.putIfAbsent(wire, placed.at());
    if (before != null) {
      problems.add(
          placed.at(),
          "this port is taken already at line " + before.line() + " (" + before.path() + ")",
          "give each part its own port");
    }
    if (placed.port() instanceof Port.Gpio(var line, var low) && line <= ID_LINE_MAX) {
      problems.add(
          placed.at(),
          "GPIO " + line + " is kept for the identity of add-on boards",
          "use another line, such as 17");
    }
    if (fixture.kind() == FixtureKind.CLIMATE_SENSOR
        && placed.port() instanceof Port.I2c(var bus, var address)
        && !SHT3X_ADDRESSES.contains(address)) {
      problems.add(
          placed.at(), "an SHT3x sensor does not answer there", "write address: 0x44 or 0x45");
    }
  }

  /** Lines of the 40-pin header that a bus in use has taken. */
  private void header() {
    Map<Object, Spot> wires = Map.copyOf(used);
    wires.forEach(
        (wire, at) -> {
          if (wire instanceof Port.I2c(var bus, var address) && bus == 1) {
            refuseLines(wires, Set.of(2, 3), "I2C bus 1", at);
          } else if (wire instanceof String device && isHeaderSerial(device)) {
            refuseLines(wires, Set.of(14, 15), "the header's serial line", at);
          }
        });
  }

  private static boolean isHeaderSerial(String device) {
    return Set.of("/dev/serial0", "/dev/ttyAMA0", "/dev/ttyS0").contains(device);
  }

  private void refuseLines(Map<Object, Spot> wires, Set<Integer> lines, String bus, Spot user) {
    for (Integer line : lines) {
      Spot at = wires.get(line);
      if (at != null) {
        problems.add(
            at,
            "GPIO " + line + " belongs to " + bus + ", used at line " + user.line(),
            "use another line, such as 17");
      }
    }
  }

  /** Out is always free, and nobody is locked in or out by a lock that nothing answers for. */
  private void lock() {
    PlacedFixture lock = first.get(FixtureKind.LOCK);
    if (lock == null) {
      return;
    }
    require(FixtureKind.SCANNER, lock.at(), "a lock needs a scanner to open it");
    require(FixtureKind.EXIT_BUTTON, lock.at(), "a lock needs an exit button: out is always free");
    require(FixtureKind.DOOR_CONTACT, lock.at(), "a lock needs a door contact, to tell a visit by");
  }

  private void power(PlacedFixture placed) {
    if (placed.fixture() instanceof Fixture.PowerRelay relay
        && relay.power() == PowerUse.WHILE_OCCUPIED
        && !first.containsKey(FixtureKind.PRESENCE_SENSOR)) {
      problems.add(
          placed.at().below("power"),
          "no presence sensor tells whether the room is empty",
          "add a fixture with kind: presence-sensor, or write power: while-open");
    }
  }

  private void require(FixtureKind kind, Spot at, String message) {
    if (!first.containsKey(kind)) {
      problems.add(at, message, "add a fixture with kind: " + kind.word);
    }
  }

  static void kind(StationKind kind, Spot at, List<PlacedFixture> fixtures, Problems problems) {
    boolean lock = fixtures.stream().anyMatch(f -> f.kind() == FixtureKind.LOCK);
    if (kind == StationKind.KIOSK && !lock) {
      problems.add(
          at,
          "a kiosk has nobody inside and needs a lock of its own",
          "add a fixture with kind: lock, with scanner, door-contact and exit-button");
    }
  }

  static void scales(List<PlacedFixture> fixtures, Set<String> supplies, Problems problems) {
    Set<ItemCode> weighed = new HashSet<>();
    for (PlacedFixture placed : fixtures) {
      if (!(placed.fixture() instanceof Fixture.ShelfScale scale)) {
        continue;
      }
      Spot at = placed.at().below("item");
      if (!supplies.contains(scale.item().value())) {
        problems.add(
            at,
            "the scale weighs " + scale.item() + ", which is not among the supplies",
            "add it under supplies, or name one of them");
      }
      if (!weighed.add(scale.item())) {
        problems.add(
            at,
            "a second scale weighs " + scale.item(),
            "let each item have one scale: its reading is the item's whole stock");
      }
    }
  }
}
