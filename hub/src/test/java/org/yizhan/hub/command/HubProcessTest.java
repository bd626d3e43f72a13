package org.yizhan.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.command.Terminal.Said;

/** The hub as a process of its own. */
class HubProcessTest {
  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (Process process : started) {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void first_start_gives_a_setup_link_and_makes_the_hub_known_to_its_commands() throws Exception {
    JsonObject ready = ready(start());

    assertThat(ready.getString("setup")).startsWith(ready.getString("web") + "/link/");
    assertThat(new Terminal(folder).hub("account", "token", "--json").json().getString("token"))
        .isNotBlank();
    assertThat(
            new Terminal(folder).hub("account", "add", "wang", "--json").json().getString("link"))
        .startsWith(ready.getString("web"));
  }

  @Test
  void a_second_hub_on_the_same_folder_is_refused_by_name() throws Exception {
    Process first = start();
    ready(first);

    Said second = run();

    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.err()).contains("another hub runs on").contains(Long.toString(first.pid()));
  }

  @Test
  void a_port_in_use_is_named_with_its_flag_and_everything_is_let_go() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Said said = run("--enrol-port", Integer.toString(taken.getLocalPort()));

      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.err())
          .contains(Integer.toString(taken.getLocalPort()))
          .contains("--enrol-port");
    }
    assertThat(ready(start()).getString("web")).startsWith("http://");
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    Said said = new Terminal(file.resolve("data")).hub();

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("file/data").contains("--data");
  }

  @Test
  void a_polite_end_leaves_a_database_without_a_log_to_replay() throws Exception {
    Process hub = start();
    ready(hub);

    hub.destroy();

    assertThat(hub.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("hub.db")).exists();
    assertThat(folder.resolve("hub.db-wal")).doesNotExist();
  }

  private Process start(String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "org.yizhan.hub.HubMain",
            "--data",
            folder.toString(),
            "--host",
            "127.0.0.1",
            "--web-port",
            "0",
            "--mqtt-port",
            "0",
            "--json"));
    if (!List.of(more).contains("--enrol-port")) {
      command.addAll(List.of("--enrol-port", "0"));
    }
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("err" + started.size()).toFile())
            .start();
    started.add(process);
    return process;
  }

  private static JsonObject ready(Process hub) throws IOException {
    String line = hub.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(line).as("the hub ended before it was ready").isNotNull();
    return new JsonObject(line);
  }

  /** A hub that is expected to end by itself. */
  private Said run(String... more) throws Exception {
    Process process = start(more);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(
        process.exitValue(), "", Files.readString(folder.resolve("err" + (started.size() - 1))));
  }
}
