package org.yizhan.station;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The word a profile uses for each kind of fixture, and how that kind is connected. */
enum FixtureKind {
  SCANNER("scanner", PortKind.SERIAL, true),
  LOCK("lock", PortKind.GPIO, true),
  DOOR_CONTACT("door-contact", PortKind.GPIO, true),
  EXIT_BUTTON("exit-button", PortKind.GPIO, true),
  CLIMATE_SENSOR("climate-sensor", PortKind.I2C, true),
  PRESENCE_SENSOR("presence-sensor", PortKind.GPIO, false),
  BEAM_PAIR("beam-pair", PortKind.GPIO, true),
  SHELF_SCALE("shelf-scale", PortKind.NODE, false),
  LIGHT("light", PortKind.GPIO, false),
  BUZZER("buzzer", PortKind.GPIO, false),
  POWER_RELAY("power-relay", PortKind.GPIO, false);

  /** How a part is connected; the word is the key in the profile. */
  enum PortKind {
    SERIAL("serial", "serial: /dev/ttyACM0"),
    GPIO("gpio", "gpio: 17"),
    I2C("i2c", "i2c: {bus: 1, address: 0x44}"),
    NODE("node", "node: shelf-1");

    final String key;
    final String example;

    PortKind(String key, String example) {
      this.key = key;
      this.example = example;
    }
  }

  final String word;
  final PortKind port;

  /** A station has one door and one room: a second of these would contradict the first. */
  final boolean single;

  FixtureKind(String word, PortKind port, boolean single) {
    this.word = word;
    this.port = port;
    this.single = single;
  }

  static @Nullable FixtureKind ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findAny().orElse(null);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(kind -> kind.word).collect(Collectors.toList());
  }
}
