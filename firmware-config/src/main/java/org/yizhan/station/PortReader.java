package org.yizhan.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.FixtureKind.PortKind;
import org.yizhan.station.PlacedFixture.PlacedPort;

/** Where a fixture is connected, as its entry says. */
final class PortReader {
  private static final List<Integer> BAUD_RATES = List.of(9_600, 19_200, 38_400, 57_600, 115_200);
  private static final Pattern DEVICE = Pattern.compile("/dev/[A-Za-z0-9._:@+/-]{1,180}");

  private final Problems problems;
  private final Values values;

  PortReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /** The one port of a fixture; none when it is missing, which a simulated part may. */
  List<PlacedPort> single(ProfileSection section, FixtureKind kind, boolean simulated) {
    for (PortKind other : PortKind.values()) {
      if (other != kind.port && section.has(other.key)) {
        problems.add(
            section.at(other.key),
            "a " + kind.word + " is not connected by " + other.key,
            "write " + kind.port.example);
        section.optional(other.key, node -> node);
      }
    }
    if (!section.has(kind.port.key) && !simulated) {
      problems.add(
          section.at(),
          "the " + kind.word + " has no port",
          "add " + kind.port.example + ", or simulated: true where there is no real part");
    }
    Port port =
        switch (kind.port) {
          case SERIAL -> serial(section);
          case GPIO -> gpio(section);
          case I2C -> section.optional("i2c", this::i2c);
          case NODE -> node(section);
        };
    return port == null ? List.of() : List.of(new PlacedPort(section.at(kind.port.key), port));
  }

  /** Outer beam, then inner. */
  List<PlacedPort> beams(ProfileSection section, boolean simulated) {
    List<PlacedPort> ports = new ArrayList<>();
    for (String side : List.of("outer", "inner")) {
      if (!section.has(side) && !simulated) {
        problems.add(
            section.at(),
            "the beam-pair has no " + side + " beam",
            "add " + side + ": {gpio: 5}, or simulated: true where there is no real part");
      }
      Port port = section.optional(side, this::beam);
      if (port != null) {
        ports.add(new PlacedPort(section.at(side), port));
      }
    }
    return ports;
  }

  private @Nullable Port beam(YamlNode node) {
    ProfileSection section = ProfileSection.of(node, "write {gpio: 5}", problems);
    if (!section.has("gpio")) {
      section.required("gpio", "add gpio: 5", line -> line);
    }
    Port port = gpio(section);
    section.refuseOtherKeys();
    return port;
  }

  private @Nullable Port serial(ProfileSection section) {
    String device = section.optional("serial", this::device);
    Integer baud = section.optional("baud", this::baud);
    return device == null
        ? null
        : new Port.Serial(device, Objects.requireNonNullElse(baud, Port.Serial.BAUD_MIN));
  }

  private @Nullable String device(YamlNode node) {
    String path = values.text(node);
    if (path == null || (DEVICE.matcher(path).matches() && !path.contains(".."))) {
      return path;
    }
    problems.add(
        node.at(),
        Values.shown(path) + " is not a serial device",
        "write its path, such as /dev/ttyACM0 or one of /dev/serial/by-id/");
    return null;
  }

  private @Nullable Integer baud(YamlNode node) {
    Integer baud = values.whole(node, Port.Serial.BAUD_MIN, Port.Serial.BAUD_MAX);
    if (baud == null || BAUD_RATES.contains(baud)) {
      return baud;
    }
    problems.add(node.at(), baud + " is not a usual rate", "write one of " + BAUD_RATES);
    return null;
  }

  private @Nullable Port gpio(ProfileSection section) {
    Integer line = section.optional("gpio", node -> values.whole(node, 0, Port.Gpio.LINE_MAX));
    Boolean low = section.optional("active", this::activeLow);
    return line == null ? null : new Port.Gpio(line, low != null && low);
  }

  private @Nullable Boolean activeLow(YamlNode node) {
    String level = values.text(node);
    if (level == null || level.equals("low") || level.equals("high")) {
      return level == null ? null : level.equals("low");
    }
    problems.add(node.at(), Values.shown(level) + " is not a level", "write low or high");
    return null;
  }

  private @Nullable Port i2c(YamlNode node) {
    String remedy = "write {bus: 1, address: 0x44}";
    ProfileSection section = ProfileSection.of(node, remedy, problems);
    Integer bus = section.required("bus", remedy, number -> values.whole(number, 0, 31));
    Integer address =
        section.required("address", remedy, number -> values.whole(number, 0x08, 0x77));
    section.refuseOtherKeys();
    return bus == null || address == null ? null : new Port.I2c(bus, address);
  }

  private @Nullable Port node(ProfileSection section) {
    return section.optional(
        "node", name -> values.made(name, "write the name its key was issued for", Port.Node::new));
  }
}
