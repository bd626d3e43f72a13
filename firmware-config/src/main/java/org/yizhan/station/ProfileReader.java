package org.yizhan.station;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a station's profile from YAML 1.2, the same text whether it lies in a file, comes in a
 * provisioning bundle or in the order {@code ApplyProfile}. All that is wrong is told at once; a
 * text with one problem gives no profile. The keys are explained in {@code
 * station-profile.schema.json} beside this class, and a test holds the two together.
 *
 * <p>Never throws, whatever the text: size (64 KiB), depth (8) and the number of problems told
 * (100) are bounded; anchors, aliases and tags are refused.
 */
public final class ProfileReader {
  public static final int BYTES_MAX = 64 * 1024;

  /** The JSON Schema for editors, a resource beside this class. */
  public static final String SCHEMA = "station-profile.schema.json";

  private static final List<String> AMENITIES =
      Arrays.stream(Amenity.values()).map(Amenity::word).toList();

  private final Problems problems = new Problems();
  private final Values values = new Values(problems);

  private ProfileReader() {}

  public static ProfileReading read(String yaml) {
    return new ProfileReader().reading(yaml);
  }

  private ProfileReading reading(String yaml) {
    StationProfile profile = null;
    if (yaml.length() > BYTES_MAX || yaml.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
      problems.add(
          Spot.TOP, "the profile is larger than " + BYTES_MAX + " bytes", "shorten its comments");
    } else {
      YamlNode root = YamlTree.read(yaml, problems);
      if (root != null) {
        profile = profile(root);
      }
    }
    return profile != null && problems.none()
        ? new ProfileReading.Read(profile)
        : new ProfileReading.Refused(problems.inReadingOrder());
  }

  private @Nullable StationProfile profile(YamlNode root) {
    ProfileSection top = ProfileSection.of(root, "begin with a sample profile", problems);
    StationId id = top.required("id", "add id: lc-dongchang-01", this::id);
    BilingualText name = top.required("name", "add name: {zh: …, en: …}", values::bilingual);
    UnionPlace place = top.required("place", "add place: province/city/district", this::place);
    StationKind kind = top.required("kind", "add kind: kiosk, hosted or fridge", this::kind);
    BilingualText host = top.optional("host", values::bilingual);
    ZoneId zone = top.required("zone", "add zone: Asia/Shanghai", this::zone);
    OpeningHours hours =
        top.required("hours", "add hours: 24h", node -> HoursReader.read(node, problems));
    Integer capacity =
        top.required(
            "capacity",
            "add capacity: how many people fit inside",
            node -> values.whole(node, 1, StationProfile.CAPACITY_MAX));
    DoorPolicy door = top.optional("door", this::door);
    ClimateLimits climate = top.optional("climate", this::climate);
    Boolean simulated = top.optional("simulated", values::truth);
    List<PlacedFixture> placed =
        top.required(
            "fixtures",
            "add fixtures: with each part's kind and port",
            node -> FixturesReader.read(node, Boolean.TRUE.equals(simulated), problems));
    List<SupplyItem> supplies =
        top.optional("supplies", node -> SuppliesReader.read(node, problems));
    Set<Amenity> offers = top.optional("offers", this::offers);
    Position position = top.optional("at", this::position);
    check(top, kind, placed == null ? List.of() : placed);
    top.refuseOtherKeys();
    if (id == null
        || name == null
        || place == null
        || kind == null
        || zone == null
        || hours == null
        || capacity == null
        || placed == null
        || !problems.none()) {
      return null;
    }
    return new StationProfile(
        id,
        name,
        place,
        kind,
        Optional.ofNullable(host),
        zone,
        hours,
        Objects.requireNonNullElse(door, DoorPolicy.USUAL),
        placed.stream().map(PlacedFixture::fixture).filter(Objects::nonNull).toList(),
        Objects.requireNonNullElse(climate, ClimateLimits.USUAL),
        Objects.requireNonNullElse(supplies, List.of()),
        capacity,
        Objects.requireNonNullElse(offers, Set.of()),
        Optional.ofNullable(position));
  }

  private void check(ProfileSection top, @Nullable StationKind kind, List<PlacedFixture> fixtures) {
    ProfileChecks.fixtures(fixtures, problems);
    if (kind != null && top.has("fixtures")) {
      ProfileChecks.kind(kind, top.at("fixtures"), fixtures, problems);
    }
    if (kind != null && kind != StationKind.KIOSK && !top.has("host")) {
      problems.add(
          top.at("kind"),
          "a " + kind.name().toLowerCase(Locale.ROOT) + " station is in somebody's premises",
          "add host: {zh: …, en: …}");
    }
    Set<String> codes = top.keysOf("supplies");
    ProfileChecks.scales(fixtures, codes, problems);
  }

  private @Nullable StationId id(YamlNode node) {
    return values.made(node, "write an id such as lc-dongchang-01", StationId::new);
  }

  private @Nullable UnionPlace place(YamlNode node) {
    return values.made(node, "write province/city/district in a-z, 0-9 and -", UnionPlace::of);
  }

  private @Nullable StationKind kind(YamlNode node) {
    String word = values.text(node);
    if (word == null) {
      return null;
    }
    return switch (word) {
      case "kiosk" -> StationKind.KIOSK;
      case "hosted" -> StationKind.HOSTED;
      case "fridge" -> StationKind.FRIDGE;
      default -> {
        problems.add(
            node.at(),
            Values.shown(word) + " is not a kind of station",
            KeyAdvice.of(word, List.of("kiosk", "hosted", "fridge")));
        yield null;
      }
    };
  }

  private @Nullable Set<Amenity> offers(YamlNode node) {
    List<String> words =
        values.words(node, AMENITIES, "write a list such as [phone-charging, wifi]");
    return words == null
        ? null
        : Arrays.stream(Amenity.values())
            .filter(amenity -> words.contains(amenity.word()))
            .collect(Collectors.toSet());
  }

  private @Nullable Position position(YamlNode node) {
    ProfileSection at =
        ProfileSection.of(node, "write {lat: 36.45, lon: 115.98}: degrees north, east", problems);
    Double north =
        at.required(
            "lat",
            "add lat: degrees north, such as 36.45",
            degrees -> values.degrees(degrees, Position.LATITUDE_MAX));
    Double east =
        at.required(
            "lon",
            "add lon: degrees east, such as 115.98",
            degrees -> values.degrees(degrees, Position.LONGITUDE_MAX));
    at.refuseOtherKeys();
    return north == null || east == null ? null : new Position(north, east);
  }

  private @Nullable ZoneId zone(YamlNode node) {
    return values.made(
        node,
        "write a region of the tz database, such as Asia/Shanghai",
        text -> {
          if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException(Values.shown(text) + " is not a time zone");
          }
          return ZoneId.of(text);
        });
  }

  private @Nullable DoorPolicy door(YamlNode node) {
    ProfileSection door = ProfileSection.of(node, "write unlock-for: 5s below it", problems);
    DoorPolicy usual = DoorPolicy.USUAL;
    Duration unlock = duration(door, "unlock-for", usual.unlockFor(), 1, 30);
    Duration movement = duration(door, "movement-within", usual.movementWithin(), 5, 60);
    Duration held = duration(door, "held-open-after", usual.heldOpenAfter(), 10, 3600);
    Duration same = duration(door, "same-visit-within", usual.sameVisitWithin(), 0, 7200);
    door.refuseOtherKeys();
    return new DoorPolicy(unlock, movement, held, same);
  }

  private Duration duration(
      ProfileSection section, String key, Duration usual, int leastSeconds, int mostSeconds) {
    Duration least = Duration.ofSeconds(leastSeconds);
    Duration most = Duration.ofSeconds(mostSeconds);
    Duration read = section.optional(key, node -> values.duration(node, least, most));
    return Objects.requireNonNullElse(read, usual);
  }

  private @Nullable ClimateLimits climate(YamlNode node) {
    ProfileSection climate =
        ProfileSection.of(node, "write coldest: 10 and warmest: 32 below it", problems);
    ClimateLimits usual = ClimateLimits.USUAL;
    int coldest =
        hundredths(
            climate,
            "coldest",
            usual.coldest().hundredths(),
            Celsius.HUNDREDTHS_MIN,
            Celsius.HUNDREDTHS_MAX);
    int warmest =
        hundredths(
            climate,
            "warmest",
            usual.warmest().hundredths(),
            Celsius.HUNDREDTHS_MIN,
            Celsius.HUNDREDTHS_MAX);
    int hysteresis = hundredths(climate, "hysteresis", usual.hysteresisHundredths(), 10, 500);
    climate.refuseOtherKeys();
    if (warmest - coldest <= 2 * hysteresis) {
      problems.add(
          climate.at(),
          "between coldest and warmest there is no room for twice the hysteresis",
          "set the limits further apart: an alarm could never end");
      return null;
    }
    return new ClimateLimits(new Celsius(coldest), new Celsius(warmest), hysteresis);
  }

  private int hundredths(ProfileSection section, String key, int usual, int least, int most) {
    Integer read = section.optional(key, node -> values.hundredths(node, least, most));
    return Objects.requireNonNullElse(read, usual);
  }
}
