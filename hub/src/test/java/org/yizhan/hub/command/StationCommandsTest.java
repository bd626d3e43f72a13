package org.yizhan.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.config.BundleReading;
import org.yizhan.config.ProvisioningBundle;
import org.yizhan.config.ProvisioningBundleCodec;
import org.yizhan.hub.command.Terminal.Said;

class StationCommandsTest {
  private static final String KIOSK = "lc-dongchang-01";
  private static final Path SAMPLE =
      Path.of(System.getProperty("yizhan.root", ".."), "firmware-config/stations/kiosk-24h.yaml");

  @TempDir Path folder;
  private Terminal terminal;
  private Path bundle;

  @BeforeEach
  void open() {
    terminal = Terminal.withHub(folder);
    bundle = folder.resolve("kiosk.bundle.json");
  }

  @Test
  void adding_a_station_writes_a_private_bundle_that_holds_all_its_device_needs() throws Exception {
    Said said = add();

    assertThat(said.err()).isEmpty();
    assertThat(said.exit()).isZero();
    ProvisioningBundle read = read();
    assertThat(read.station().value()).isEqualTo(KIOSK);
    assertThat(read.enrolUrl()).isEqualTo("https://hub.example.org:8443");
    assertThat(read.mqttHost()).isEqualTo("hub.example.org");
    assertThat(read.profileYaml()).isEqualTo(Files.readString(SAMPLE));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_station_is_added_once() {
    add();

    Said again = add();

    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("already").contains("hub station replace " + KIOSK);
  }

  @Test
  void a_wrong_profile_is_explained_line_by_line_and_changes_nothing() throws Exception {
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(wrong, Files.readString(SAMPLE).replace("capacity: 8", "capacity: 0"));

    Said said = terminal.hub("station", "add", "--profile", wrong.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("wrong.yaml:").contains("capacity");
    assertThat(terminal.hub("station", "list", "--json").out()).startsWith("[]");
  }

  @Test
  void a_profile_that_is_not_there_is_named() {
    Said said = terminal.hub("station", "add", "--profile", "/nowhere/profile.yaml");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("/nowhere/profile.yaml");
  }

  @Test
  void replacing_gives_a_new_token() {
    add();
    String before = read().token();

    Said said = terminal.hub("station", "replace", KIOSK, "--bundle", bundle.toString(), "--json");

    assertThat(said.exit()).isZero();
    assertThat(said.json().getString("station")).isEqualTo(KIOSK);
    assertThat(read().token()).isNotEqualTo(before);
  }

  @Test
  void a_retired_station_leaves_the_list_and_its_name_is_not_given_again() {
    add();

    assertThat(terminal.hub("station", "retire", KIOSK).exit()).isZero();

    assertThat(terminal.hub("station", "list").out()).doesNotContain(KIOSK);
    assertThat(terminal.hub("station", "list", "--all").out()).contains("retired");
    assertThat(add().err()).contains("retired");
  }

  @Test
  void a_station_that_is_not_in_quarantine_cannot_be_adopted() {
    add();

    assertThat(terminal.hub("station", "adopt", KIOSK).err()).contains("not in quarantine");
  }

  @Test
  void an_unknown_station_is_named_in_the_answer() {
    Said said = terminal.hub("station", "retire", "no-such-station");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("no-such-station").contains("hub station list");
  }

  @Test
  void what_is_no_station_id_is_a_wrong_command_line() {
    Said said = terminal.hub("station", "retire", "NOT AN ID");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("3 to 40 characters");
  }

  @Test
  void a_folder_without_a_hub_says_how_to_make_one(@TempDir Path empty) {
    Said said = new Terminal(empty).hub("station", "list");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("there is no hub in").contains("--data");
  }

  @Test
  void an_unlock_without_a_running_hub_is_refused() {
    add();

    assertThat(terminal.hub("unlock", KIOSK).err()).contains("no hub runs");
  }

  private Said add() {
    return terminal.hub(
        "station", "add", "--profile", SAMPLE.toString(), "--bundle", bundle.toString());
  }

  private ProvisioningBundle read() {
    try {
      BundleReading reading = ProvisioningBundleCodec.read(Files.readString(bundle));
      assertThat(reading).isInstanceOf(BundleReading.Read.class);
      return ((BundleReading.Read) reading).bundle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
