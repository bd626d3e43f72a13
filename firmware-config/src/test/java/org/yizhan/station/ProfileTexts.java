package org.yizhan.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Profiles for tests: one that uses nearly every key, and changes to it. */
final class ProfileTexts {
  static final String FULL =
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
          daily-per-pass: 1
        umbrella: {name: {zh: 雨伞, en: Umbrella}, minimum: 1, target: 9, lent-for: 48h}
      """;

  private ProfileTexts() {}

  /** The full profile with the first {@code find} replaced, which must be there. */
  static String changed(String find, String replacement) {
    int at = FULL.indexOf(find);
    assertThat(at).as("%s is part of the full profile", find).isNotNegative();
    return FULL.substring(0, at) + replacement + FULL.substring(at + find.length());
  }

  static List<ProfileProblem> problemsOf(String yaml) {
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
      case YamlNode.Scalar(var at, var text, var kind) ->
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
