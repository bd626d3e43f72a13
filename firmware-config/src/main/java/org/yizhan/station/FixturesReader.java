package org.yizhan.station;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yizhan.station.PlacedFixture.PlacedPort;
import org.yizhan.station.YamlNode.Field;

/** The fixtures of a profile: a mapping from each one's name to its kind and port. */
final class FixturesReader {
  private static final int GRAMS_MAX = 50_000;

  /** What an entry may hold, whatever its kind. */
  private static final List<String> KEYS =
      List.of(
          "kind",
          "simulated",
          "serial",
          "baud",
          "gpio",
          "active",
          "i2c",
          "node",
          "outer",
          "inner",
          "item",
          "unit-grams",
          "tray-grams",
          "power");

  private final Problems problems;
  private final Values values;
  private final PortReader ports;
  private final boolean allSimulated;

  private FixturesReader(boolean allSimulated, Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.ports = new PortReader(problems);
    this.allSimulated = allSimulated;
  }

  static List<PlacedFixture> read(YamlNode node, boolean allSimulated, Problems problems) {
    return ProfileSection.of(
            node, "write one name for each, such as \"front-lock:\" with its kind below", problems)
        .each(
            StationProfile.FIXTURES_MAX,
            "fixtures",
            new FixturesReader(allSimulated, problems)::fixture);
  }

  private @Nullable PlacedFixture fixture(String key, Field field) {
    if (!FixtureName.isValid(key)) {
      problems.add(
          field.key(),
          Values.shown(key) + " is not a fixture's name",
          "use 1 to 32 of a-z, 0-9 and -, such as front-lock");
    }
    ProfileSection section =
        ProfileSection.of(field.value(), "write its kind and port below the name", problems);
    FixtureKind kind =
        section.required(
            "kind", "add kind: one of " + String.join(", ", FixtureKind.words()), this::kind);
    if (kind == null) {
      KEYS.forEach(known -> section.optional(known, node -> node));
      section.refuseOtherKeys();
      return null;
    }
    Boolean marked = section.optional("simulated", values::truth);
    boolean simulated = allSimulated || (marked != null && marked);
    List<PlacedPort> wiring =
        kind == FixtureKind.BEAM_PAIR
            ? ports.beams(section, simulated)
            : ports.single(section, kind, simulated);
    Fixture fixture =
        FixtureName.isValid(key)
            ? made(new FixtureName(key), kind, section, simulated ? SIMULATED : wiring)
            : null;
    section.refuseOtherKeys();
    return new PlacedFixture(field.key(), kind, wiring, fixture);
  }

  private static final List<PlacedPort> SIMULATED =
      List.of(
          new PlacedPort(Spot.TOP, new Port.Simulated()),
          new PlacedPort(Spot.TOP, new Port.Simulated()));

  private @Nullable FixtureKind kind(YamlNode node) {
    String word = values.text(node);
    FixtureKind kind = word == null ? null : FixtureKind.ofWord(word);
    if (word != null && kind == null) {
      problems.add(
          node.at(),
          Values.shown(word) + " is not a kind of fixture",
          KeyAdvice.of(word, FixtureKind.words()));
    }
    return kind;
  }

  private @Nullable Fixture made(
      FixtureName name, FixtureKind kind, ProfileSection section, List<PlacedPort> wiring) {
    Scale scale = kind == FixtureKind.SHELF_SCALE ? scale(section) : null;
    PowerUse power = kind == FixtureKind.POWER_RELAY ? power(section) : PowerUse.ALWAYS;
    if (wiring.size() < (kind == FixtureKind.BEAM_PAIR ? 2 : 1)) {
      return null;
    }
    Port port = wiring.getFirst().port();
    return switch (kind) {
      case SCANNER -> new Fixture.Scanner(name, port);
      case LOCK -> new Fixture.Lock(name, port);
      case DOOR_CONTACT -> new Fixture.DoorContact(name, port);
      case EXIT_BUTTON -> new Fixture.ExitButton(name, port);
      case CLIMATE_SENSOR -> new Fixture.ClimateSensor(name, port);
      case PRESENCE_SENSOR -> new Fixture.PresenceSensor(name, port);
      case BEAM_PAIR -> new Fixture.BeamPair(name, port, wiring.get(1).port());
      case LIGHT -> new Fixture.Light(name, port);
      case BUZZER -> new Fixture.Buzzer(name, port);
      case POWER_RELAY -> new Fixture.PowerRelay(name, port, power);
      case SHELF_SCALE ->
          scale == null
              ? null
              : new Fixture.ShelfScale(name, port, scale.item, scale.unitGrams, scale.trayGrams);
    };
  }

  private PowerUse power(ProfileSection section) {
    PowerUse power = section.optional("power", this::power);
    return power == null ? PowerUse.ALWAYS : power;
  }

  private @Nullable PowerUse power(YamlNode node) {
    String word = values.text(node);
    Optional<PowerUse> use = word == null ? Optional.empty() : PowerUse.ofWord(word);
    if (word != null && use.isEmpty()) {
      problems.add(
          node.at(),
          Values.shown(word) + " does not say when there is power",
          KeyAdvice.of(word, PowerUse.words()));
    }
    return use.orElse(null);
  }

  private record Scale(ItemCode item, int unitGrams, int trayGrams) {}

  private @Nullable Scale scale(ProfileSection section) {
    ItemCode item =
        section.required(
            "item",
            "add item: the supply that lies on it",
            node -> values.made(node, "write the item as under supplies", ItemCode::new));
    Integer unit =
        section.required(
            "unit-grams",
            "add unit-grams: the weight of one piece",
            node -> values.whole(node, 1, GRAMS_MAX));
    Integer tray =
        Objects.requireNonNullElse(
            section.optional("tray-grams", node -> values.whole(node, 0, GRAMS_MAX)), 0);
    return item == null || unit == null ? null : new Scale(item, unit, tray);
  }
}
