package org.yizhan.hub.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.command.Terminal.Said;
import org.yizhan.pass.PassId;
import org.yizhan.pass.PassVerdict;
import org.yizhan.pass.PassVerifier;
import org.yizhan.pass.TrustedPassState;

class PassCommandsTest {
  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = Terminal.withHub(folder);
  }

  @Test
  void an_issued_pass_is_genuine_to_a_station_that_was_told_the_hubs_key() {
    Said said = terminal.hub("pass", "issue", "--days", "2", "--json");

    String text = said.json().getString("pass");
    assertThat(text).startsWith("YZ1:");
    assertThat(judge(text, Set.of())).isInstanceOf(PassVerdict.Genuine.class);
  }

  @Test
  void a_revoked_pass_is_on_the_list_and_only_once() {
    String id = terminal.hub("pass", "issue", "--json").json().getString("id");

    Said first = terminal.hub("pass", "revoke", id, "--json");
    Said second = terminal.hub("pass", "revoke", id, "--json");

    assertThat(first.json().getString("result")).isEqualTo("revoked");
    assertThat(second.json().getString("result")).isEqualTo("already");
  }

  @Test
  void a_pass_this_hub_does_not_remember_is_revoked_all_the_same() {
    Said said = terminal.hub("pass", "revoke", "ab".repeat(16), "--json");

    assertThat(said.json().getString("result")).isEqualTo("unknown_but_revoked");
  }

  @Test
  void what_is_no_pass_number_is_a_wrong_command_line() {
    assertThat(terminal.hub("pass", "revoke", "xyz").exit()).isEqualTo(2);
  }

  @Test
  void a_life_outside_the_bounds_is_refused() {
    assertThat(terminal.hub("pass", "issue", "--days", "0").err()).contains("--days lies between");
    assertThat(terminal.hub("pass", "issue", "--count", "1001").err())
        .contains("--count lies between");
  }

  @Test
  void several_passes_are_all_different_and_their_pictures_numbered() {
    Path picture = folder.resolve("card.png");

    Said said = terminal.hub("pass", "issue", "--count", "3", "--qr", picture.toString(), "--json");

    List<String> lines = said.out().lines().toList();
    assertThat(lines).hasSize(3).doesNotHaveDuplicates();
    assertThat(folder.resolve("card-003.png")).exists();
  }

  @Test
  void the_drawn_code_is_read_by_a_real_barcode_reader() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/zbarimg")), "zbarimg is not installed (zbar-tools)");
    Path picture = folder.resolve("card.png");
    Said said = terminal.hub("pass", "issue", "--qr", picture.toString(), "--json");

    Process reader =
        new ProcessBuilder("/usr/bin/zbarimg", "--quiet", "--raw", picture.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String read = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(reader.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(read.strip()).isEqualTo(said.json().getString("pass"));
  }

  private PassVerdict judge(String text, Set<PassId> revoked) {
    try (OpenHub hub = OpenHub.of(new HubFolder(folder))) {
      TrustedPassState trusted = new TrustedPassState(List.of(hub.passes().key()), revoked);
      return PassVerifier.judge(text, trusted, Instant.now(), true);
    }
  }
}
