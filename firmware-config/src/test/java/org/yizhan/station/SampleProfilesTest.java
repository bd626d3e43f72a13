package org.yizhan.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleProfilesTest {
  static final Path FOLDER =
      Path.of(System.getProperty("yizhan.root", "."), "firmware-config", "stations");

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(3);
      return found.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_sample_is_read(Path sample) throws IOException {
    assertThat(ProfileReader.read(Files.readString(sample)))
        .isInstanceOf(ProfileReading.Read.class);
  }

  @Test
  void the_kiosk_has_a_door_that_can_be_run() throws IOException {
    StationProfile kiosk = sample("kiosk-24h.yaml");

    assertThat(kiosk.kind()).isEqualTo(StationKind.KIOSK);
    assertThat(kiosk.hours()).isEqualTo(new OpeningHours.AroundTheClock());
    assertThat(kiosk.host()).isEmpty();
    assertThat(kiosk.fixtures(Fixture.Scanner.class))
        .containsExactly(
            new Fixture.Scanner(
                new FixtureName("door-scanner"), new Port.Serial("/dev/ttyACM0", 9600)));
    assertThat(kiosk.fixtures(Fixture.BeamPair.class))
        .containsExactly(
            new Fixture.BeamPair(
                new FixtureName("door-beams"), new Port.Gpio(5, true), new Port.Gpio(6, true)));
    assertThat(kiosk.fixtures(Fixture.ClimateSensor.class))
        .extracting(Fixture::port)
        .containsExactly(new Port.I2c(1, 0x44));
    assertThat(kiosk.climate()).isEqualTo(new ClimateLimits(Celsius.of(12), Celsius.of(30), 100));
  }

  @Test
  void one_line_simulates_every_fixture_and_keeps_all_else() throws IOException {
    String text = Files.readString(FOLDER.resolve("kiosk-24h.yaml"));

    StationProfile real = sample("kiosk-24h.yaml");
    StationProfile simulated = read(text + "\nsimulated: true\n");

    assertThat(simulated.fixtures()).extracting(Fixture::port).containsOnly(new Port.Simulated());
    assertThat(simulated.fixtures())
        .extracting(Fixture::name)
        .isEqualTo(real.fixtures().stream().map(Fixture::name).toList());
    assertThat(simulated.supplies()).isEqualTo(real.supplies());
  }

  @Test
  void the_police_post_has_a_host_and_no_lock() throws IOException {
    StationProfile post = sample("police-post.yaml");

    assertThat(post.host())
        .isEqualTo(Optional.of(new BilingualText("青秀交警大队", "Qingxiu traffic police")));
    assertThat(post.fixtures(Fixture.Lock.class)).isEmpty();
    assertThat(post.hours()).isInstanceOf(OpeningHours.Weekly.class);
  }

  private static StationProfile sample(String name) throws IOException {
    return read(Files.readString(FOLDER.resolve(name)));
  }

  private static StationProfile read(String yaml) {
    ProfileReading reading = ProfileReader.read(yaml);
    assertThat(reading).isInstanceOf(ProfileReading.Read.class);
    return ((ProfileReading.Read) reading).profile();
  }
}
