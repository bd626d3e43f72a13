package org.yizhan.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yizhan.station.Fixture;
import org.yizhan.station.FixtureName;
import org.yizhan.station.Port;
import org.yizhan.station.StationProfile;

/** A profile's fixtures as a technician wires them: port, pin of the header, what goes there. */
final class WiringTable {
  private static final int SDA = 2;
  private static final int SCL = 3;
  private static final int TXD = 14;
  private static final int RXD = 15;

  private final Words words;

  WiringTable(Words words) {
    this.words = words;
  }

  List<String> lines(StationProfile profile) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words.of("wiring.fixture"),
            words.of("wiring.kind"),
            words.of("wiring.port"),
            words.of("wiring.pin"),
            words.of("wiring.connect")));
    for (Fixture fixture : profile.fixtures()) {
      rows.addAll(rowsOf(fixture));
    }
    List<String> lines = new ArrayList<>();
    lines.add(words.of("wiring.title", words.of(profile.name()), profile.id()));
    lines.add("");
    lines.addAll(TextColumns.aligned(rows));
    lines.add("");
    lines.add(words.of("wiring.note.pins"));
    lines.add(words.of("wiring.note.levels"));
    if (!profile.fixtures(Fixture.Lock.class).isEmpty()) {
      lines.add(words.of("wiring.note.lock"));
    }
    return lines;
  }

  private List<List<String>> rowsOf(Fixture fixture) {
    return switch (fixture) {
      case Fixture.BeamPair(var name, Port outer, Port inner) ->
          List.of(row(name, "beam-outer", outer), row(name, "beam-inner", inner));
      case Fixture.Scanner it -> List.of(row(it.name(), "scanner", it.port()));
      case Fixture.Lock it -> List.of(row(it.name(), "lock", it.port()));
      case Fixture.DoorContact it -> List.of(row(it.name(), "door-contact", it.port()));
      case Fixture.ExitButton it -> List.of(row(it.name(), "exit-button", it.port()));
      case Fixture.ClimateSensor it -> List.of(row(it.name(), "climate-sensor", it.port()));
      case Fixture.PresenceSensor it -> List.of(row(it.name(), "presence-sensor", it.port()));
      case Fixture.ShelfScale it -> List.of(row(it.name(), "shelf-scale", it.port()));
      case Fixture.Light it -> List.of(row(it.name(), "light", it.port()));
      case Fixture.Buzzer it -> List.of(row(it.name(), "buzzer", it.port()));
      case Fixture.PowerRelay it ->
          List.of(row(it.name(), "power-relay." + it.power().word(), "power-relay", it.port()));
    };
  }

  private List<String> row(FixtureName name, String kind, Port port) {
    return row(name, kind, kind, port);
  }

  private List<String> row(FixtureName name, String kind, String connection, Port port) {
    String connect =
        port instanceof Port.Simulated
            ? words.of("wiring.simulated.connect")
            : words.of(connectKey(connection, port));
    return List.of(name.value(), words.of("fixture." + kind), port(port), pin(port), connect);
  }

  /** A bare contact goes to ground or to 3.3 V, by the level that means "active". */
  private String connectKey(String kind, Port port) {
    String key = "connect." + kind;
    boolean high = port instanceof Port.Gpio(int line, boolean low) && !low;
    return high && words.bundle.containsKey(key + ".high") ? key + ".high" : key;
  }

  private String port(Port port) {
    return switch (port) {
      case Port.Gpio(int line, boolean low) ->
          "GPIO " + line + " " + words.of(low ? "wiring.active-low" : "wiring.active-high");
      case Port.Serial(String device, int baud) -> device + " " + baud;
      case Port.I2c(int bus, int address) ->
          String.format(Locale.ROOT, "I2C %d, 0x%02X", bus, address);
      case Port.Node(String node) -> words.of("wiring.node", node);
      case Port.Simulated simulated -> words.of("wiring.simulated");
    };
  }

  private String pin(Port port) {
    return switch (port) {
      case Port.Gpio(int line, boolean low) -> {
        HeaderPin pin = HeaderPin.ofLine(line);
        yield words.of("wiring.pin.gpio", pin.number(), pin.nearestGround().number());
      }
      case Port.I2c(int bus, int address) when bus == 1 ->
          words.of(
              "wiring.pin.i2c",
              HeaderPin.ofLine(SDA).number(),
              HeaderPin.ofLine(SCL).number(),
              HeaderPin.POWER_3V3.number(),
              HeaderPin.ofLine(SCL).nearestGround().number());
      case Port.Serial(String device, int baud) when isHeaderSerial(device) ->
          words.of(
              "wiring.pin.serial",
              HeaderPin.ofLine(TXD).number(),
              HeaderPin.ofLine(RXD).number(),
              HeaderPin.ofLine(TXD).nearestGround().number());
      case Port.Serial serial -> "USB";
      case Port.I2c i2c -> "–";
      case Port.Node node -> "–";
      case Port.Simulated simulated -> "–";
    };
  }

  private static boolean isHeaderSerial(String device) {
    return List.of("/dev/serial0", "/dev/ttyAMA0", "/dev/ttyS0").contains(device);
  }
}
