package org.yizhan.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Profiles for tests: one that uses nearly every key, and changes to it. */
public final class ProfileTexts {
  public static final String FULL =
      """
      id: lc-dongchang-01
      name: {zh: 东昌路驿站, en: Dongchang Road}
      place: shandong/liaocheng/dongchangfu
      kind: kiosk
      host: {zh: 城管大队, en: City patrol}
      zone: Asia/Shanghai
      hours:
        mon-fri: "06:30-22:00"
        sat: "08:00-12:00, 14:00-02:00"
        holidays:
          2027-10-01..2027-10-03: closed
      capacity: 8
      offers: [wifi, microwave]
      door:
        unlock-for: 5s
        same-visit-within: 10m
      climate:
        coldest: 12
        warmest: 30.5
        hysteresis: 1
      fixtures:
        door-scanner: {kind: scanner, serial: /dev/ttyACM0, baud: 9600}
        front-lock: {kind: lock, gpio: 17}
        front-contact: {kind: door-contact, gpio: 27, active: low}
        exit-button: {kind: exit-button, gpio: 22}
        door-beams: {kind: beam-pair, outer: {gpio: 5}, inner: {gpio: 6, active: high}}
        room-climate: {kind: climate-sensor, i2c: {bus: 1, address: 0x44}}
        water-shelf: {kind: shelf-scale, node: shelf-1, item: water, unit-grams: 570, tray-grams: 0}
        spare-light: {kind: light, simulated: true}
      supplies:
        water:
          name: {zh: 水, en: Water}
          minimum: 24
          target: 96
          season: [summer]
          shelf: A2
          daily-per-pass: 1
        umbrella: {name: {zh: 雨伞, en: Umbrella}, minimum: 1, target: 9, lent-for: 48h}
      at: {lat: 36.4455, lon: 115.98512345678901}
      """;

  /** Changes to the full profile that one field alone shows to be wrong: find, replacement. */
  public static final String WRONG_FIELDS =
      """
      lc-dongchang-01 | LC-Dongchang
      lc-dongchang-01 | 7
      lc-dongchang-01 | a
      zh: 东昌路驿站 | zh: ' '
      zh: 东昌路驿站 | zh: 24
      zh: 东昌路驿站 | zh: "a\\u200Bb"
      zh: 东昌路驿站, | zh: 驿站, fr: Relais,
      zh: 东昌路驿站, | ''
      shandong/liaocheng/dongchangfu | a/b/c/d/e/f
      shandong/liaocheng/dongchangfu | shandong//x
      shandong/liaocheng/dongchangfu | 山东
      kind: kiosk | kind: shop
      kind: kiosk | kind: [kiosk]
      zone: Asia/Shanghai | zone: 8
      mon-fri | monday
      mon-fri | Mon
      "06:30-22:00" | "6:30-22:00"
      "06:30-22:00" | "06:30"
      "06:30-22:00" | "06:30-25:00"
      "06:30-22:00" | 22
      closed | 'no'
      2027-10-01..2027-10-03 | 1 October
      capacity: 8 | capacity: 0
      capacity: 8 | capacity: 501
      capacity: 8 | capacity: "8"
      capacity: 8 | capacity: 8.5
      capacity: 8 | capacity: 99999999999999999999
      [wifi, microwave] | [wifi, wifi]
      [wifi, microwave] | []
      [wifi, microwave] | [sauna]
      [wifi, microwave] | wifi
      unlock-for: 5s | unlock-for: 5
      unlock-for: 5s | unlock-for: 5 seconds
      unlock-for: 5s | unlock-for:
      unlock-for: 5s | unlocks-for: 5s
      coldest: 12 | coldest: cold
      coldest: 12 | coldest: -91
      coldest: 12 | coldest: 12.345
      hysteresis: 1 | hysteresis: 0.05
      hysteresis: 1 | hysteresis: .nan
      kind: scanner | kind: camera
      door-scanner | Door_Scanner
      serial: /dev/ttyACM0 | serial: ttyACM0
      serial: /dev/ttyACM0 | serial: /dev/../etc/passwd
      baud: 9600 | baud: 9601
      gpio: 17 | gpio: 28
      gpio: 17 | gpio: -1
      gpio: 17 | gpio: "17"
      gpio: 17 | serial: /dev/ttyACM1
      gpio: 17 | gpio: 17, i2c: {bus: 1, address: 0x44}
      gpio: 17 | gpio: 17, node: shelf-2
      gpio: 17 | gpio: 17, item: water
      gpio: 17 | gpio: 17, outer: {gpio: 4}
      gpio: 17 | gpio: 17, colour: red
      active: low | active: 0
      active: low | active: LOW
      outer: {gpio: 5} | outer: {}
      outer: {gpio: 5} | outer: 5
      address: 0x44 | address: 0x76
      address: 0x44 | address: "0x44"
      bus: 1, | ''
      node: shelf-1 | node: Shelf 1
      unit-grams: 570 | unit-grams: 0
      unit-grams: 570, | ''
      item: water, | ''
      simulated: true | simulated: yes
      minimum: 24 | minimum: -1
      minimum: 24 | minimum:
      target: 96 | target: 10001
      [summer] | [monsoon]
      [summer] | summer
      shelf: A2 | shelf: the third from left
      shelf: A2 | shelf: ' '
      daily-per-pass: 1 | daily-per-pass: 11
      lent-for: 48h | lent-for: 2 days
      lent-for: 48h | lent-for: 48h, daily-per-pass: 1
      umbrella: | Umbrella No 1:
      lat: 36.4455 | lat: 90.1
      lat: 36.4455 | lat: -91
      lat: 36.4455 | lat: .nan
      lat: 36.4455 | lat: -.inf
      lat: 36.4455 | lat: "36.4455"
      lat: 36.4455 | lat: 36.4455N
      lat: 36.4455 | lat:
      lat: 36.4455, | ''
      lat: 36.4455 | latitude: 36.4455
      lon: 115 | lon: 1115
      at: {lat: 36.4455, lon: 115.98512345678901} | at: [36.4455, 115.9851]
      at: {lat: 36.4455, lon: 115.98512345678901} | at:
      spare-light: {kind: light | spare-light: {kind: power-relay, power: whenever
      spare-light: {kind: light | spare-light: {kind: light, power: always
      """;

  /** Changes that only the fields together show to be wrong: find, replacement, message. */
  public static final String WRONG_TOGETHER =
      """
      front-lock: {kind: lock, gpio: 17} | front-lock: {kind: lock} | the lock has no port
      front-lock: {kind: lock, gpio: 17} | front-lock: {kind: lock, gpio: 27} | this port is taken already at line 23 (fixtures.front-lock.gpio)
      gpio: 17} | gpio: 1} | GPIO 1 is kept for the identity of add-on boards
      gpio: 17} | gpio: 3} | GPIO 3 belongs to I2C bus 1, used at line 27
      spare-light: {kind: light | spare-light: {kind: lock | a second lock; the first is at line 23
      exit-button: {kind: exit-button | exit-button: {kind: buzzer | a lock needs an exit button: out is always free
      front-contact: {kind: door-contact | front-contact: {kind: light | a lock needs a door contact, to tell a visit by
      kind: scanner, serial: /dev/ttyACM0, baud: 9600 | kind: light, gpio: 12 | a lock needs a scanner to open it
      front-lock: {kind: lock | front-lock: {kind: light | a kiosk has nobody inside and needs a lock of its own
      spare-light: {kind: light | spare-light: {kind: power-relay, power: while-occupied | no presence sensor tells whether the room is empty
      item: water | item: tea | the scale weighs tea, which is not among the supplies
      spare-light: {kind: light, simulated: true | spare-light: {kind: shelf-scale, node: b, item: water, unit-grams: 1 | a second scale weighs water
      spare-light: {kind: light, simulated: true | spare-light: {kind: shelf-scale, node: shelf-1, item: umbrella, unit-grams: 1 | this port is taken already at line 28 (fixtures.water-shelf.node)
      mon-fri: "06:30-22:00" | mon-sat: "06:30-22:00" | sat has hours already
      mon-fri: "06:30-22:00" | sun: "01:00-03:00" | the hours of sat overlap others
      "08:00-12:00, 14:00-02:00" | "08:00-12:00, 11:00-14:00" | the hours of sat overlap others
      2027-10-01..2027-10-03 | 2027-02-30 | "2027-02-30" is not a date or a range of at most 62 days
      2027-10-01..2027-10-03 | 2027-10-03..2027-10-01 | "2027-10-03..2027-10-01" is not a date or a range of at most 62 days
      minimum: 24 | minimum: 97 | the minimum 97 is above the target 96
      coldest: 12 | coldest: 29 | between coldest and warmest there is no room for twice the hysteresis
      zone: Asia/Shanghai | zone: Asia/Liaocheng | "Asia/Liaocheng" is not a time zone
      unlock-for: 5s | unlock-for: 31s | "31s" is not such a duration
      id: lc | "id": x\\nid: lc | "id" stands twice
      """;

  private ProfileTexts() {}

  /** The full profile with the first {@code find} replaced, which must be there. */
  public static String changed(String find, String replacement) {
    int at = FULL.indexOf(find);
    assertThat(at).as("%s is part of the full profile", find).isNotNegative();
    return FULL.substring(0, at) + replacement + FULL.substring(at + find.length());
  }

  public static List<ProfileProblem> problemsOf(String yaml) {
    return ProfileReader.read(yaml) instanceof ProfileReading.Refused(var problems)
        ? problems
        : List.of();
  }

  /**
   * The same data as JSON, by the core schema of YAML 1.2 that editors go by (where {@code 0x44} is
   * a number). What the tree reader refused becomes null.
   */
  static String asJson(String yaml) {
    YamlNode root = YamlTree.read(yaml, new Problems());
    return root == null ? "null" : asJson(root);
  }

  private static String asJson(YamlNode node) {
    return switch (node) {
      case YamlNode.Fields(var at, var fields) ->
          fields.entrySet().stream()
              .map(field -> quoted(field.getKey()) + ":" + asJson(field.getValue().value()))
              .collect(Collectors.joining(",", "{", "}"));
      case YamlNode.Items(var at, var items) ->
          items.stream().map(ProfileTexts::asJson).collect(Collectors.joining(",", "[", "]"));
      case YamlNode.Refused refused -> "null";
      case YamlNode.Scalar(var at, var length, var text, var kind) ->
          switch (kind) {
            case TEXT -> quoted(text);
            case NOTHING -> "null";
            case TRUTH -> text.toLowerCase(Locale.ROOT);
            case WHOLE ->
                text.startsWith("0x")
                    ? new BigInteger(text.substring(2), 16).toString()
                    : new BigInteger(text).toString();
            case DECIMAL ->
                text.matches("[-+.0-9eE]+") ? new BigDecimal(text).toString() : quoted(text);
          };
    };
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
