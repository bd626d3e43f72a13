package org.yizhan.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yizhan.station.ProfileTexts.FULL;
import static org.yizhan.station.ProfileTexts.changed;
import static org.yizhan.station.ProfileTexts.problemsOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {

  @Test
  void reads_every_key() {
    StationProfile profile = ((ProfileReading.Read) ProfileReader.read(FULL)).profile();

    assertThat(profile.id()).isEqualTo(new StationId("lc-dongchang-01"));
    assertThat(profile.place()).isEqualTo(UnionPlace.of("shandong/liaocheng/dongchangfu"));
    assertThat(profile.capacity()).isEqualTo(8);
    assertThat(profile.offers()).containsExactlyInAnyOrder(Amenity.WIFI, Amenity.MICROWAVE);
    assertThat(profile.position()).contains(new Position(36.4455, 115.98512345678901));
    assertThat(profile.door())
        .isEqualTo(
            new DoorPolicy(
                Duration.ofSeconds(5),
                DoorPolicy.USUAL.movementWithin(),
                DoorPolicy.USUAL.heldOpenAfter(),
                Duration.ofMinutes(10)));
    assertThat(profile.climate().warmest()).isEqualTo(Celsius.of(30.5));
    assertThat(profile.fixtures()).hasSize(8);
    assertThat(profile.fixtures(Fixture.ShelfScale.class))
        .containsExactly(
            new Fixture.ShelfScale(
                new FixtureName("water-shelf"),
                new Port.Node("shelf-1"),
                new ItemCode("water"),
                570,
                0));
    assertThat(profile.supplies())
        .containsExactly(
            new SupplyItem(
                new ItemCode("water"),
                new BilingualText("水", "Water"),
                24,
                96,
                Set.of(SupplyItem.Season.SUMMER),
                new SupplyItem.DailyPerPass(1),
                Optional.of("A2")),
            new SupplyItem(
                new ItemCode("umbrella"),
                new BilingualText("雨伞", "Umbrella"),
                1,
                9,
                SupplyItem.ALL_YEAR,
                new SupplyItem.Lent(Duration.ofDays(2)),
                Optional.empty()));
  }

  @Test
  void knows_an_epidemic_as_a_season_of_its_own_and_names_it_to_who_wrote_another() {
    String yaml = changed("[summer]", "[summer, epidemic]");

    assertThat(((ProfileReading.Read) ProfileReader.read(yaml)).profile().supplies().getFirst())
        .extracting(SupplyItem::seasons)
        .isEqualTo(Set.of(SupplyItem.Season.SUMMER, SupplyItem.Season.EPIDEMIC));
    assertThat(problemsOf(changed("[summer]", "[monsoon]")))
        .singleElement()
        .extracting(ProfileProblem::remedy)
        .asString()
        .contains("summer, winter, between, epidemic");
  }

  @Test
  void tells_all_problems_at_once_in_the_order_of_the_text() {
    String yaml =
        changed("kind: kiosk", "kind: kiosque")
            .replace("capacity: 8", "capacity: 0")
            .replace("gpio: 17", "gpio: 40")
            .replace("unlock-for: 5s", "unlock_for: 5s");

    List<ProfileProblem> problems = problemsOf(yaml);

    assertThat(problems)
        .extracting(ProfileProblem::path)
        .containsExactly("kind", "capacity", "door.unlock_for", "fixtures.front-lock.gpio");
    assertThat(problems).isSorted();
    assertThat(problems.get(2))
        .hasToString(
            "15:3: door.unlock_for: \"unlock_for\" is not a key of door — did you mean"
                + " \"unlock-for\"?");
    assertThat(problems.get(3)).extracting(ProfileProblem::line).isEqualTo(23);
    assertThat(problems.get(3)).extracting(ProfileProblem::column).isEqualTo(34);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zone: Asia/Shanghai | timezone: Asia/Shanghai | zone
          capacity: 8         | seats: 8                | capacity
          hours:              | opening_hours:          | hours
          fixtures:           | sensors:                | fixtures
          supplies:           | stock:                  | supplies
          minimum: 24         | min: 24                 | minimum
          target: 96          | traget: 96              | target
          serial: /dev        | tty: /dev               | serial
          gpio: 17            | pin: 17                 | gpio
          kind: lock          | type: lock              | kind
          name: {zh: 东       | naem: {zh: 东           | name
          id: lc              | Id: lc                  | id
          """)
  void suggests_the_key_that_was_meant(String right, String wrong, String suggestion) {
    assertThat(problemsOf(changed(right, wrong)))
        .extracting(ProfileProblem::remedy)
        .contains("did you mean \"" + suggestion + "\"?");
  }

  @Test
  void an_unknown_key_without_likeness_names_the_keys_there_are() {
    assertThat(problemsOf(changed("bus: 1", "xyzzy: 1, bus: 1")))
        .singleElement()
        .extracting(ProfileProblem::remedy)
        .isEqualTo("remove it; the keys here are bus, address");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(delimiter = '|', textBlock = ProfileTexts.WRONG_TOGETHER)
  void refuses_what_no_single_field_can_tell(String find, String replacement, String message) {
    String yaml = changed(find, replacement.replace("\\n", "\n"));

    assertThat(problemsOf(yaml)).extracting(ProfileProblem::message).contains(message);
  }

  @Test
  void a_simulated_part_keeps_its_wiring_checked() {
    String yaml =
        changed("{kind: light, simulated: true", "{kind: light, simulated: true, gpio: 17");

    assertThat(problemsOf(yaml))
        .extracting(ProfileProblem::path)
        .containsExactly("fixtures.spare-light.gpio");
  }

  @Test
  void a_hosted_station_names_its_host() {
    String yaml =
        changed("kind: kiosk", "kind: hosted").replace("host: {zh: 城管大队, en: City patrol}\n", "");

    assertThat(problemsOf(yaml))
        .extracting(ProfileProblem::remedy)
        .containsExactly("add host: {zh: …, en: …}");
  }

  @Test
  void a_station_need_not_say_where_it_stands() {
    String without = FULL.replaceFirst("(?m)^at: .*\n", "");

    assertThat(((ProfileReading.Read) ProfileReader.read(without)).profile().position()).isEmpty();
  }

  @Test
  void latitude_and_longitude_in_each_others_place_are_told_with_their_ranges() {
    assertThat(problemsOf(changed("lat: 36.4455, lon: 115.98512345678901", "lat: 115.98, lon: 36")))
        .singleElement()
        .hasToString("39:11: at.lat: \"115.98\" is out of range — write degrees from -90 to 90");
  }

  @Test
  void a_station_that_is_never_open_is_refused() {
    String yaml =
        changed("\"06:30-22:00\"", "closed").replace("\"08:00-12:00, 14:00-02:00\"", "closed");

    assertThat(problemsOf(yaml))
        .extracting(ProfileProblem::message)
        .containsExactly("the station would never be open");
  }

  @Test
  void names_hold_no_invisible_characters() {
    assertThat(problemsOf(changed("en: Dongchang Road", "en: \"a\\u202Eb\"")))
        .extracting(ProfileProblem::message)
        .containsExactly("\"a�b\" is not a name people can read");
  }
}
